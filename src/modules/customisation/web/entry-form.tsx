import type { ChoiceWire, FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { choicesOf } from '../../../web/ui/cells/choice.ts'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { useWords } from '../../../web/words/words.ts'
import { codeFor } from './suggest-name.ts'
import { useOwnWords } from './words.ts'

type EntryFormProps = {
  object: ObjectWire
  field: FieldWire
  item: ObjectWire
  /** Absent: a new value. */
  choice?: ChoiceWire
  /** Absent: the value is still as the product brings it. */
  record?: RecordAnswer
  taken: readonly string[]
  onEnd: () => void
}

/** Name, colour and level of a value; what it will look like stands below. */
export function EntryForm({ object, field, item, choice, record, taken, onEnd }: EntryFormProps) {
  const t = useOwnWords()
  const { label } = useWords()
  const byLevel = choicesOf(field).some(({ level }) => level)
  const place = { object: object.name, field: field.name }
  const start = choice && {
    labelZh: choice.label.zh,
    labelEn: choice.label.en,
    colour: choice.colour ?? null,
    level: choice.level ?? null,
  }
  const name = choice ? t('lists.change', { name: label(choice.label) }) : t('lists.add')
  return (
    <InPlaceForm
      object={item}
      record={record}
      fields={['labelZh', 'labelEn', 'colour', ...(byLevel ? ['level'] : [])]}
      start={start}
      fixed={(typed) =>
        record ? {} : { ...place, value: choice?.value ?? codeFor(String(typed.labelEn ?? ''), taken) }
      }
      label={name}
      foot={({ labelZh, labelEn, colour }) => {
        const shown = { zh: String(labelZh ?? labelEn ?? ''), en: String(labelEn ?? labelZh ?? '') }
        const options = { choices: [{ value: 'preview', label: shown, colour }] }
        return (
          shown.zh && (
            <p className="entry-preview">
              <span className="meta">{t('fields.preview')}</span>
              <FieldValue field={{ ...field, options }} value="preview" titles={{}} />
            </p>
          )
        )
      }}
      onEnd={onEnd}
    />
  )
}
