import { useNavigate } from '@tanstack/react-router'
import { Bookmark } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RecordWire } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import { useDestinations } from '../shell/destinations.tsx'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'
import { useFavourites } from './favourites.ts'

/** A favourite as a way to go. */
export type FavouritePlace = { favourite: RecordWire; title: string; icon: ReactNode; href: string; run: () => void }

const viewIcon = <Bookmark size={16} strokeWidth={1.75} aria-hidden />

/** The reader's favourites that lead somewhere. */
export function useFavouritePlaces(): readonly FavouritePlace[] {
  const { label } = useWords()
  const navigate = useNavigate()
  const objects = useObjects()
  const destinations = useDestinations()
  const { items, titles } = useFavourites()
  return items.flatMap((favourite): FavouritePlace[] => {
    const { record, page } = favourite
    if (typeof record !== 'string') {
      const place = destinations.find(({ path }) => path === page)
      return place ? [{ favourite, title: place.label, icon: place.icon, href: place.path, run: place.run }] : []
    }
    const object = objects.find(({ name }) => name === favourite.object)
    if (!object) return []
    const title = titles[record] || label(object.label)
    if (object.name === 'saved_view') {
      const list = objects.find(({ path }) => page === `/o/${path}`)
      if (!list) return []
      const to = { to: '/o/$path', params: { path: list.path }, search: { view: record } } as const
      return [{ favourite, title, icon: viewIcon, href: `${page}?view=${record}`, run: () => void navigate(to) }]
    }
    const to = { to: '/o/$path/$id', params: { path: object.path, id: record } } as const
    const href = `/o/${object.path}/${record}`
    return [{ favourite, title, icon: <Icon name={object.icon} />, href, run: () => void navigate(to) }]
  })
}
