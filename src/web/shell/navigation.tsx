import { Link } from '@tanstack/react-router'
import type { ObjectWire } from '#shared/wire'
import { useObjects } from '../api/definitions.ts'
import { Icon } from '../ui/icon.tsx'
import { useWords } from '../words/words.ts'

/** Objects that have a place in the navigation. */
export function useNavigation(): readonly ObjectWire[] {
  return useObjects().filter((object) => object.navigation && object.can.includes('read'))
}

export function NavigationLink({ object, className }: { object: ObjectWire; className: string }) {
  const { labelOfMany } = useWords()
  return (
    <Link to="/o/$path" params={{ path: object.path }} className={className} activeOptions={{ includeSearch: false }}>
      <Icon name={object.icon} />
      <span className="truncate">{labelOfMany(object.label)}</span>
    </Link>
  )
}
