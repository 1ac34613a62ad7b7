import { Link } from '@tanstack/react-router'
import type { ObjectWire, RecordWire } from '#shared/wire'
import type { ListQuery } from '../api/records.ts'
import { isNamed, RecordMark } from '../ui/record-mark.tsx'
import { IncompleteMark } from './incomplete-mark.tsx'

type TitleLinkProps = { object: ObjectWire; record: RecordWire; title: string; search: ListQuery }

/** A record's name as the way to its file. */
export function TitleLink({ object, record, title, search }: TitleLinkProps) {
  const params = { path: object.path, id: record.id }
  return (
    <Link {...{ to: '/o/$path/$id', params, search, title }} tabIndex={-1} className="grid-link" preload={false}>
      {isNamed(object) && <RecordMark object={object} title={title} size={22} />}
      <span className="truncate">{title}</span>
      <IncompleteMark record={record} />
    </Link>
  )
}
