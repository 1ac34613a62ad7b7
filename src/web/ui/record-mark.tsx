import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { webOf } from '../registry.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'

/** What a record is recognised by: a character of its name, or the icon of its object where the title is no name. */
export function RecordMark({ object, title, size }: { object: ObjectWire; title: string; size: number }) {
  if (isNamed(object)) return <Avatar name={title} size={size} round={object.signsIn} />
  return (
    <span className="avatar avatar-icon" style={{ width: size, height: size }} aria-hidden>
      <Icon name={object.icon} size={Math.round(size * 0.5)} />
    </span>
  )
}

/** Whether the records of an object bear names; follow-ups and tasks bear sentences. */
export function isNamed(object: ObjectWire): boolean {
  const field = fieldOf(object, object.title)
  return field !== undefined && webOf(field).isName === true
}
