import { useCallback } from 'react'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { labelledPartOf } from '../told-parts.ts'
import { useLabelled } from './told-label.tsx'

/** What a record is called, or the mask of it; empty where it has no name. */
export function titleOf(object: ObjectWire, record: RecordWire): string {
  return String(record[object.title] ?? record.masked?.[object.title] ?? '')
}

/** What a record is called by who reads it: where its name is that of a field, by the label. */
export function useTitleOf(): (object: ObjectWire, record: RecordWire) => string {
  const labelled = useLabelled()
  return useCallback(
    (object, record) => {
      const title = titleOf(object, record)
      const labelOf = title && labelledPartOf(object, object.title)
      return labelOf ? labelled(labelOf, title, record) : title
    },
    [labelled],
  )
}
