import { Suspense } from 'react'
import type { FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import { toldPartOf } from '../module-parts.ts'
import { ToldValue } from '../ui/field-value.tsx'

type ChangeValueProps = {
  object: ObjectWire
  field: FieldWire | undefined
  value: unknown
  titles: Titles
  /** Where it stands, if it stands in one. */
  record?: RecordWire
  dense?: boolean
}

/** A value that a change speaks of: as its module tells it, else as its kind does. */
export function ChangeValue({ object, field, value, titles, record, dense = false }: ChangeValueProps) {
  if (!field) return <>{JSON.stringify(value)}</>
  const Told = toldPartOf(object, field)
  if (!Told) return <ToldValue field={field} value={value} titles={titles} dense={dense} />
  return (
    <Suspense fallback={null}>
      <Told value={value} record={record} />
    </Suspense>
  )
}
