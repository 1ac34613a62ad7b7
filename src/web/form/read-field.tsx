import { Lock } from 'lucide-react'
import type { FieldWire, RecordAnswer } from '#shared/wire'
import { RecordValue } from '../ui/field-value.tsx'
import { useWords } from '../words/words.ts'

/** A value among the inputs that the reader may see and not change. */
export function ReadField({ field, record }: { field: FieldWire; record: RecordAnswer }) {
  const { t, label } = useWords()
  return (
    <dl className="read-field">
      <dt>
        {label(field.label)}
        <Lock size={12} role="img" aria-label={t('form.readOnly')} />
      </dt>
      <dd>
        <RecordValue field={field} record={record} titles={record.titles} />
      </dd>
    </dl>
  )
}
