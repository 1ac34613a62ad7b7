import type { RecordWire } from '#shared/wire'

/** Whether the reader may change this record now. */
export function isOpen(record: RecordWire): boolean {
  return record.can.includes('update') && record.deletedAt === null
}
