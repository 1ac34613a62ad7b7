import { useCallback } from 'react'
import type { ObjectWire, RecordWire } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { labelledPartOf } from '../told-parts.ts'
import { choicesOf } from '../ui/cells/choice.ts'
import { useLabelled } from './told-label.tsx'
import { useWords } from './words.ts'

/** What a record is called, or the mask of it; empty where it has no name. */
export function titleOf(object: ObjectWire, record: RecordWire): string {
  return String(record[object.title] ?? record.masked?.[object.title] ?? '')
}

/** What a record is called by who reads it: where its name is that of a field, by the label; where there is none, by what kind it is. */
export function useTitleOf(): (object: ObjectWire, record: RecordWire) => string {
  const labelled = useLabelled()
  const { label } = useWords()
  return useCallback(
    (object, record) => {
      const title = titleOf(object, record)
      const part = labelledPartOf(object, object.title)
      if (!part) return title
      if (title) return labelled(part.labelOf, title, record)
      const kind = part.otherwise === undefined ? undefined : fieldOf(object, part.otherwise)
      const chosen = kind && choicesOf(kind).find(({ value }) => value === record[kind.name])
      return chosen ? label(chosen.label) : ''
    },
    [labelled, label],
  )
}
