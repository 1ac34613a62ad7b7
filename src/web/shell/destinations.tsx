import { useNavigate } from '@tanstack/react-router'
import { LibraryBig } from 'lucide-react'
import type { ReactNode } from 'react'
import { useObjects } from '../api/definitions.ts'
import { classingsOf } from '../catalogue/classing.ts'
import { dayPages } from '../day-pages.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'
import { useNavigation, useSettings } from './navigation.tsx'

export type Destination = {
  key: string
  label: string
  icon: ReactNode
  isSetting: boolean
  /** Its address. */
  path: string
  run: () => void
}

/** Every place of the navigation that the reader may go to, for menus and commands. */
export function useDestinations(): readonly Destination[] {
  const { t, labelOfMany } = useWords()
  const navigate = useNavigate()
  const readable = useObjects()
  const day = dayPages
    .filter(({ isFor }) => isFor(readable))
    .map(({ to, word, icon: Drawn }) => ({
      key: to,
      path: to,
      label: t(word),
      icon: <Drawn size={16} strokeWidth={1.75} aria-hidden />,
      isSetting: false,
      run: () => void navigate({ to }),
    }))
  const objects = useNavigation().flatMap((object) => {
    const { name, path, label, icon } = object
    const list = {
      key: name,
      path: `/o/${path}`,
      label: labelOfMany(label),
      icon: <Icon name={icon} />,
      isSetting: false,
      run: () => void navigate({ to: '/o/$path', params: { path } }),
    }
    const [usual] = classingsOf(object)
    if (!usual) return [list]
    const catalogue = {
      key: `${name}-catalogue`,
      path: `/o/${path}?catalogue=${usual.by}`,
      label: t('catalogue.title'),
      icon: <LibraryBig size={16} strokeWidth={1.75} aria-hidden />,
      isSetting: false,
      run: () => void navigate({ to: '/o/$path', params: { path }, search: { catalogue: usual.by } }),
    }
    return [list, catalogue]
  })
  const settings = useSettings().map((entry) => {
    const { key, label } = entry
    if ('to' in entry) {
      const { to: page, icon: Shown } = entry
      return {
        key,
        path: page,
        label,
        icon: <Shown size={16} strokeWidth={1.75} aria-hidden />,
        isSetting: true,
        run: () => void navigate({ to: page }),
      }
    }
    const { object, id } = entry
    const { path } = object
    const run = id
      ? () => void navigate({ to: '/o/$path/$id', params: { path, id } })
      : () => void navigate({ to: '/o/$path', params: { path } })
    const address = id ? `/o/${path}/${id}` : `/o/${path}`
    return { key, path: address, label, icon: <Icon name={object.icon} />, isSetting: true, run }
  })
  return [...day, ...objects, ...settings]
}
