import { memo, Suspense, useId, useState } from 'react'
import type { FieldWire, ObjectWire, RecordWire, Titles } from '#shared/wire'
import type { CellProps, InputProps } from '../kind-web.ts'
import { shownAs, webOf } from '../registry.ts'
import { toldPartOf } from '../told-parts.ts'
import { isEmptyIn, isEmptyValue } from './empty-value.ts'
import { Mask } from './mask.tsx'
import type { Named } from './mentions.ts'
import { isTyping } from './typing.ts'

type FieldValueProps = CellProps & { mask?: string }

const nothing = <span className="muted">—</span>

/** A value drawn by its kind, or its mask; a dash where there is none. */
export const FieldValue = memo(function FieldValue({ field, mask, ...shown }: FieldValueProps) {
  if (isEmptyValue(shown.value)) return mask ? <Mask field={field} text={mask} /> : nothing
  const { Cell } = webOf(field)
  return <Cell {...shown} field={shownAs(field)} />
})

type RecordValueProps = {
  /** Whose record it is: its module may tell values in words of its own. */
  object?: ObjectWire
  field: FieldWire
  record: RecordWire
  titles: Titles
  dense?: boolean
}

/** The value that a record has in a field, as far as the reader may see it. */
export function RecordValue({ object, field, record, ...rest }: RecordValueProps) {
  const Told = object && toldPartOf(object, field)
  if (Told && !isEmptyIn(record, field.name) && record.masked?.[field.name] === undefined)
    return (
      <span className={rest.dense ? 'truncate told-dense' : undefined}>
        <Suspense fallback={null}>
          <Told value={record[field.name]} record={record} />
        </Suspense>
      </span>
    )
  const told = { ...rest, field, value: record[field.name], mask: record.masked?.[field.name] }
  return (
    <FieldValue {...told} mentioned={field.options.mentions ? mentionedBy(field, record, rest.titles) : undefined} />
  )
}

/** Whom a text of a record mentions, as the field beside it says. */
export function mentionedBy({ options }: FieldWire, record: RecordWire, titles: Titles): readonly Named[] {
  const ids = record[String(options.mentions)]
  return (Array.isArray(ids) ? ids : []).flatMap((id) => (titles[id] ? [{ id, name: titles[id] }] : []))
}

type ToldValueProps = { field: FieldWire; value: unknown; titles: Titles; dense?: boolean }

/** A value told of without its record, such as one of history: where the reader sees masks, it is one. */
export function ToldValue({ field, value, titles, dense = true }: ToldValueProps) {
  const isMask = field.access === 'masked' && typeof value === 'string'
  if (isMask) return <Mask field={field} text={value} />
  return <FieldValue field={field} value={value} titles={titles} dense={dense} />
}

/** The input of a field's kind; heavy ones load when first needed. */
export function FieldInput(props: InputProps) {
  const place = useId()
  return (
    <Suspense fallback={<span id={place} className="input-loading" />}>
      <Arriving {...props} place={place} />
    </Suspense>
  )
}

/** Who has begun to fill in another field while this one loaded is not taken away from it. */
function Arriving({ place, autoFocus, ...props }: InputProps & { place: string }) {
  const { Input } = webOf(props.field)
  const [takesFocus] = useState(() => autoFocus && !isFilledIn(document.getElementById(place)?.closest('form')))
  return <Input {...props} autoFocus={takesFocus} field={shownAs(props.field)} />
}

function isFilledIn(form: HTMLFormElement | null | undefined): boolean {
  return Boolean(form?.contains(document.activeElement)) && isTyping(document.activeElement)
}
