import { Lock } from 'lucide-react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { RecordValue } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'

type ReadFieldProps = { object: ObjectWire; field: FieldWire; record: RecordAnswer }

/** A value among the inputs that the reader may see and not change. */
export function ReadField({ object, field, record }: ReadFieldProps) {
  const { t, label } = useWords()
  return (
    <dl className="read-field">
      <dt>
        {label(field.label)}
        <Lock size={12} role="img" aria-label={t('form.readOnly')} />
      </dt>
      <dd>
        <RecordValue object={object} field={field} record={record} titles={record.titles} />
      </dd>
    </dl>
  )
}
