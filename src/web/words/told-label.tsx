import { useCallback } from 'react'
import type { RecordWire } from '#shared/wire'
import { fieldOf, useObjects } from '../api/definitions.ts'
import { useWords } from './words.ts'

/** What a value is the name of: an object, or one of its fields. */
export type LabelOf = (value: unknown, record?: RecordWire) => { object: unknown; field?: unknown }

/** What is named, by its label; its own name where the reader does not know it. */
export function useLabelled() {
  const objects = useObjects()
  const { label, labelOfMany } = useWords()
  return useCallback(
    (labelOf: LabelOf, value: unknown, record?: RecordWire): string => {
      const { object: name, field } = labelOf(value, record)
      const object = objects.find((one) => one.name === name)
      if (!object) return String(value)
      if (field === undefined) return labelOfMany(object.label)
      const found = fieldOf(object, String(field))
      return found ? label(found.label) : String(value)
    },
    [objects, label, labelOfMany],
  )
}

type ToldLabelProps = { value: unknown; record?: RecordWire; labelOf: LabelOf }

/** One name, or several. */
export function ToldLabel({ value, record, labelOf }: ToldLabelProps) {
  const labelled = useLabelled()
  const names: readonly unknown[] = Array.isArray(value) ? value : [value]
  return names.map((name) => labelled(labelOf, name, record)).join(' · ')
}
