import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { ChildList } from './child-list.tsx'

/** The other records on this file: contacts, needs, preferences; those without any are one small button each. */
export function ChildLists({ parts, record }: { parts: readonly ObjectWire[]; record: RecordAnswer }) {
  return (
    <div className="children">
      {parts.map((child) => (
        <ChildList key={child.name} child={child} record={record} />
      ))}
    </div>
  )
}
