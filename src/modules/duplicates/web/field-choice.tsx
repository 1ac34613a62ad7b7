import type { ReactNode } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { RecordValue } from '../../../web/ui/field-value.tsx'
import { titleOf } from '../../../web/words/title-of.ts'
import { useWords } from '../../../web/words/words.ts'
import { type Plan, together } from './duplicates.ts'
import { useDuplicateWords } from './words.ts'

type FieldChoiceProps = {
  object: ObjectWire
  field: FieldWire
  records: readonly RecordAnswer[]
  choice: Plan['fields'][number]
  onChoose: (from: string) => void
}

/** One field of all records beside each other; arrow keys go from value to value. */
export function FieldChoice({ object, field, records, choice, onChoose }: FieldChoiceProps) {
  const t = useDuplicateWords()
  const { label } = useWords()
  // What tells namesakes apart, such as a number.
  const first = fieldOf(object, object.head[0] ?? '')
  const isList = records.some((record) => Array.isArray(record[field.name]))
  const optionOf = (from: string) => ({
    name: field.name,
    isChosen: choice.from === from,
    isOpen: choice.isOpen,
    onChoose: () => onChoose(from),
  })
  return (
    <fieldset className="merging-row">
      <legend>
        {label(field.label)}
        {!choice.isOpen && <span className="meta">{t('fixed')}</span>}
      </legend>
      {records.map((record) => (
        <Option key={record.id} {...optionOf(record.id)}>
          <RecordValue field={field} record={record} titles={record.titles} dense />
          <span className="meta merging-of">
            {titleOf(object, record)}{' '}
            {first && <RecordValue field={first} record={record} titles={record.titles} dense />}
          </span>
        </Option>
      ))}
      {isList && (
        <Option {...optionOf(together)} isWide>
          {t('together')}
        </Option>
      )}
    </fieldset>
  )
}

type OptionProps = {
  name: string
  isChosen: boolean
  isOpen?: boolean
  /** Of all that stands in the row. */
  isWide?: boolean
  onChoose: () => void
  children: ReactNode
}

/** One of what stands beside each other. */
export function Option({ name, isChosen, isOpen = true, isWide, onChoose, children }: OptionProps) {
  return (
    <label className={isWide ? 'merging-choice merging-together' : 'merging-choice'} data-chosen={isChosen}>
      <input type="radio" name={name} checked={isChosen} disabled={!isOpen} onChange={onChoose} />
      <span>{children}</span>
    </label>
  )
}
