import type { RecordWire } from '#shared/wire'

/** No value, in any of the shapes that "none" has on the wire. */
export function isEmptyValue(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether a record has nothing in a field; a masked value is there. */
export function isEmptyIn(record: RecordWire, field: string): boolean {
  return isEmptyValue(record[field]) && record.masked?.[field] === undefined
}
