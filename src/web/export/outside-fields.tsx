import { useId } from 'react'
import type { FieldWire } from '#shared/wire'
import { fieldOf, useObjectNamed } from '../api/definitions.ts'
import { usePurposes } from '../api/session.ts'
import { FieldInput } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'

export type Outside = Readonly<Record<string, unknown>>

type OutsideProps = { values: Outside; purpose?: string; onChange: (values: Outside) => void }

/** To whom outside of the company the file goes; how, and with whose consent, is asked where there is somebody. */
export function OutsideFields({ values, purpose, onChange }: OutsideProps) {
  const object = useObjectNamed('export')
  const needsConsent = usePurposes().some(({ id, byConsent }) => id === purpose && byConsent)
  const further = ['recipientContact', 'means', ...(needsConsent ? ['separateConsent'] : [])]
  const shown = ['recipient', ...(values.recipient ? further : [])]
  return shown
    .flatMap((name) => (object && fieldOf(object, name)) ?? [])
    .map((field) => (
      <OutsideField
        key={field.name}
        field={field}
        value={values[field.name]}
        onChange={(value) => onChange({ ...values, [field.name]: value })}
      />
    ))
}

/** Nothing of it where nobody outside is named. */
export function outsideValues(values: Outside): Outside {
  return values.recipient ? values : {}
}

type OutsideFieldProps = { field: FieldWire; value: unknown; onChange: (value: unknown) => void }

function OutsideField({ field, value, onChange }: OutsideFieldProps) {
  const { label } = useWords()
  const id = useId()
  const help = field.help && label(field.help)
  return (
    <div className="in-place-field">
      <label htmlFor={id}>{label(field.label)}</label>
      <FieldInput
        id={id}
        label={label(field.label)}
        field={field}
        value={value ?? null}
        titles={{}}
        invalid={false}
        describedBy={help ? `${id}-help` : undefined}
        onChange={onChange}
      />
      {help && (
        <span id={`${id}-help`} className="meta">
          {help}
        </span>
      )}
    </div>
  )
}
