import { fieldOf, useObjectNamed } from '../api/definitions.ts'
import { usePurposes } from '../api/session.ts'
import { InPlaceField } from '../form/in-place-field.tsx'

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
      <InPlaceField
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
