import { memo, Suspense } from 'react'
import type { FieldWire, Titles } from '#shared/wire'
import type { InputProps } from '../kind-web.ts'
import { shownAs, webOf } from '../registry.ts'
import { isEmptyValue } from './empty-value.ts'

type FieldValueProps = { field: FieldWire; value: unknown; titles: Titles; dense?: boolean }

/** A value drawn by its kind; a dash where there is none. */
export const FieldValue = memo(function FieldValue({ field, value, titles, dense }: FieldValueProps) {
  if (isEmptyValue(value)) return <span className="muted">—</span>
  const { Cell } = webOf(field)
  return <Cell value={value} field={shownAs(field)} titles={titles} dense={dense} />
})

/** The input of a field's kind; heavy ones load when first needed. */
export function FieldInput(props: InputProps) {
  const { Input } = webOf(props.field)
  return (
    <Suspense fallback={<span className="input-loading" />}>
      <Input {...props} field={shownAs(props.field)} />
    </Suspense>
  )
}
