import { Suspense } from 'react'
import type { FieldWire, ObjectWire, Titles } from '#shared/wire'
import { toldPartOf } from '../told-parts.ts'
import { ToldValue } from '../ui/field-value.tsx'

type ChangeValueProps = {
  object: ObjectWire
  field: FieldWire | undefined
  value: unknown
  titles: Titles
  dense?: boolean
}

/** A value that a change speaks of: as its module tells it, else as its kind does. */
export function ChangeValue({ object, field, value, titles, dense = false }: ChangeValueProps) {
  if (!field) return <>{JSON.stringify(value)}</>
  const Told = toldPartOf(object, field)
  if (!Told) return <ToldValue field={field} value={value} titles={titles} dense={dense} />
  return (
    <Suspense fallback={null}>
      <Told value={value} />
    </Suspense>
  )
}
