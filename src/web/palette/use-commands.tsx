import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useObjects } from '../api/definitions.ts'
import { useFavouritePlaces } from '../favourites/use-favourite-places.tsx'
import { useHelpEntries } from '../help/use-help-entries.ts'
import { useDestinations } from '../shell/destinations.tsx'
import { useUserEntries } from '../shell/use-user-entries.ts'
import { useWords } from '../words/words.ts'
import type { PaletteItem } from './palette-item.ts'

/** What the reader has starred, everywhere that the reader may go, all that the reader may make, and what the menus of the account and of help offer. */
export function useCommands(): readonly PaletteItem[] {
  const { t, label } = useWords()
  const navigate = useNavigate()
  const destinations = useDestinations()
  const own = [...useUserEntries(), ...useHelpEntries()]
  const favourites = useFavouritePlaces()
  const makeable = useObjects().filter(({ navigation, can }) => navigation && can.includes('create'))
  return [
    ...favourites.map(
      ({ favourite, title, icon, run }) => ({ key: favourite.id, group: 'favourite', icon, title, run }) as const,
    ),
    ...destinations.map(({ key, label: title, icon, run }) => ({ key, group: 'go', icon, title, run }) as const),
    ...makeable.map(
      ({ name, path, label: named }) =>
        ({
          key: `create-${name}`,
          group: 'create',
          icon: <Plus size={16} strokeWidth={1.75} aria-hidden />,
          title: t('action.createNamed', { name: label(named) }),
          run: () => void navigate({ to: '/o/$path/new', params: { path } }),
        }) as const,
    ),
    ...own.flatMap((entry) => {
      if (entry === 'line') return []
      const items = 'title' in entry ? entry.items : [entry]
      const meta = 'title' in entry ? entry.title : undefined
      return items
        .filter(({ disabled }) => !disabled)
        .map(({ key, label: title, icon: Drawn, run }) => ({
          key,
          group: 'run' as const,
          icon: Drawn && <Drawn size={16} strokeWidth={1.75} aria-hidden />,
          title,
          meta,
          run,
        }))
    }),
  ]
}
