import type { FieldWire, ObjectWire } from '#shared/wire'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { PlainSelect } from '../../../web/ui/inputs/plain-select.tsx'
import { useWords } from '../../../web/words/words.ts'
import { blankField } from './blank-field.ts'
import { shownBy } from './number-draft.ts'
import { useOwnWords } from './words.ts'

const letters: FieldWire = { ...blankField, name: 'letters', options: { max: 20 } }

/** A few letters, always in capitals. */
export function Letters({ value, word, onChange }: { value: string; word: string; onChange: (text: string) => void }) {
  return (
    <FieldInput
      field={letters}
      value={value || null}
      titles={{}}
      label={word}
      onChange={(typed) => onChange(String(typed ?? '').toUpperCase())}
    />
  )
}

type ShownFieldProps = {
  object: ObjectWire
  sort: 'field' | 'region'
  word: string
  value: string
  onChange: (name: string) => void
}

/** Which of the fields that everybody may see is shown. */
export function ShownField({ object, sort, word, value, onChange }: ShownFieldProps) {
  const { label } = useWords()
  const options = shownBy(object, sort).map((field) => ({ value: field.name, label: label(field.label) }))
  return <PlainSelect aria-label={word} value={value} options={options} onChange={onChange} />
}

type Digits = 2 | 4 | 6

/** How much of a region's code is shown. */
export function RegionWidth(props: { word: string; value: Digits; onChange: (digits: Digits) => void }) {
  const { word, value, onChange } = props
  const t = useOwnWords()
  const options = ([2, 4, 6] as const).map((digits) => ({
    value: String(digits),
    label: t(`numbers.digits.${digits}`),
  }))
  return (
    <PlainSelect
      aria-label={`${word} ${t('numbers.width')}`}
      value={String(value)}
      options={options}
      onChange={(chosen) => onChange(chosen === '6' ? 6 : chosen === '4' ? 4 : 2)}
    />
  )
}
