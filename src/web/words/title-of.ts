import type { ObjectWire, RecordWire } from '#shared/wire'

/** What a record is called, or the mask of it; empty where it has no name. */
export function titleOf(object: ObjectWire, record: RecordWire): string {
  return String(record[object.title] ?? record.masked?.[object.title] ?? '')
}
