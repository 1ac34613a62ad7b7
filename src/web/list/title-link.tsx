import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { Avatar } from '../ui/avatar.tsx'
import { IncompleteMark } from './incomplete-mark.tsx'

/** A record's name as the way to its file. */
export function TitleLink({ object, record, title }: { object: ObjectWire; record: RecordWire; title: string }) {
  const params = { path: object.path, id: record.id }
  return (
    <Link to="/o/$path/$id" params={params} tabIndex={-1} className="grid-link" title={title} preload={false}>
      <Avatar name={title} round={object.name === 'user'} />
      <span className="truncate">{title}</span>
      <IncompleteMark record={record} />
    </Link>
  )
}
