import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { errorSentence } from '#shared/app-error'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../api/definitions.ts'
import { useWords } from '../words/words.ts'
import { InlineEdit } from './inline-edit.tsx'
import { isOpen } from './is-open.ts'

type IncompleteProps = { object: ObjectWire; record: RecordAnswer }

/** What is still missing on this file, with the text that an import could not read, and the way to settle it. */
export function Incomplete({ object, record }: IncompleteProps) {
  const { t } = useWords()
  const names = [...new Set([...record.unresolved.map(({ field }) => field), ...(record.incomplete ?? [])])]
  const fields = names.flatMap((name) => fieldOf(object, name) ?? [])
  if (fields.length === 0) return null
  return (
    <section className="incomplete" aria-label={t('file.incomplete')}>
      <h2>
        <TriangleAlert size={15} aria-hidden />
        {t('file.incomplete')} <span className="muted">{fields.length}</span>
      </h2>
      <ul>
        {fields.map((field) => (
          <IncompleteField key={field.name} object={object} record={record} field={field} />
        ))}
      </ul>
    </section>
  )
}

function IncompleteField({ object, record, field }: IncompleteProps & { field: FieldWire }) {
  const { t, label, locale } = useWords()
  const [isEditing, setEditing] = useState(false)
  const name = label(field.label)
  const unread = record.unresolved.find((one) => one.field === field.name)
  const mayFix = isOpen(record)
  return (
    <li className="incomplete-field">
      <div className="incomplete-line">
        <span>{name}</span>
        {unread && (
          <q className="incomplete-original" title={t('file.original')}>
            {unread.original}
          </q>
        )}
        {mayFix && !isEditing && (
          <button
            type="button"
            className="incomplete-fix"
            aria-label={t('file.completeNamed', { name })}
            onClick={() => setEditing(true)}
          >
            {t('file.complete')}
          </button>
        )}
      </div>
      {unread && <p className="meta">{errorSentence(unread.code, { field: name, input: unread.original }, locale)}</p>}
      {isEditing && <InlineEdit object={object} record={record} field={field} onEnd={() => setEditing(false)} />}
    </li>
  )
}
