import type { ObjectWire, RecordWire, Titles } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { RecordValue } from '../ui/field-value.tsx'
import './proof-line.css'

type ProofLineProps = { object: ObjectWire; record: RecordWire; titles: Titles }

/** What a record that proves something is shown by: how, when, and its first words. */
export function ProofLine({ object, record, titles }: ProofLineProps) {
  const fields = (object.proves ?? []).flatMap((name) => fieldOf(object, name) ?? [])
  return (
    <span className="proof-line">
      {fields.map((field) => (
        <span key={field.name}>
          <RecordValue field={field} record={record} titles={titles} dense />
        </span>
      ))}
    </span>
  )
}
