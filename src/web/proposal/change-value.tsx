import { Suspense } from 'react'
import type { FieldWire, ObjectWire, Titles } from '#shared/wire'
import { toldPartOf } from '../module-parts.ts'
import { ToldValue } from '../ui/field-value.tsx'

type ChangeValueProps = { object: ObjectWire; field: FieldWire | undefined; value: unknown; titles: Titles }

/** A value that a change request speaks of: as its module tells it, else as its kind does. */
export function ChangeValue({ object, field, value, titles }: ChangeValueProps) {
  if (!field) return <>{JSON.stringify(value)}</>
  const Told = toldPartOf(object, field)
  if (!Told) return <ToldValue field={field} value={value} titles={titles} dense={false} />
  return (
    <Suspense fallback={null}>
      <Told value={value} />
    </Suspense>
  )
}
