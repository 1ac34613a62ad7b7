import { useCallback } from 'react'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { labelledPartOf } from '../told-parts.ts'
import { useLabelled } from './told-label.tsx'
import { useWords } from './words.ts'

/** What a record is called, or the mask of it; empty where it has no name. */
export function titleOf(object: ObjectWire, record: RecordWire): string {
  return String(record[object.title] ?? record.masked?.[object.title] ?? '')
}

/** What a record is called by who reads it: where its name is that of a field, by the label; by a word where it is about no one field. */
export function useTitleOf(): (object: ObjectWire, record: RecordWire) => string {
  const labelled = useLabelled()
  const { t } = useWords()
  return useCallback(
    (object, record) => {
      const title = titleOf(object, record)
      const part = labelledPartOf(object, object.title)
      if (!part) return title
      if (title) return labelled(part.labelOf, title, record)
      return part.otherwise ? t(part.otherwise) : ''
    },
    [labelled, t],
  )
}
