import { Pencil } from 'lucide-react'
import { useState } from 'react'
import type { ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { InPlaceForm } from '../../../web/form/in-place-form.tsx'
import { IconButton } from '../../../web/ui/button.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import { Pill } from '../../../web/ui/pill.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useMeetingWords } from './words.ts'

const minuted = ['title', 'minutes', 'decision', 'state', 'details', 'position'] as const

/** An item of the agenda with what was said and decided. */
export function AgendaLine({ object, item }: { object: ObjectWire; item: RecordAnswer }) {
  const t = useMeetingWords()
  const { label } = useWords()
  const [isEditing, setEditing] = useState(false)
  const title = String(item.title)
  const fields = Object.fromEntries(
    ['proposer', 'state', 'details', 'minutes', 'correction'].map((name) => [name, fieldOf(object, name)]),
  )
  const edit = t('editItem', { title })
  if (isEditing)
    return (
      <li>
        <InPlaceForm object={object} record={item} fields={minuted} label={edit} onEnd={() => setEditing(false)} />
      </li>
    )
  return (
    <li className="meeting-item">
      <div className="meeting-item-head">
        <strong>{title}</strong>
        {fields.proposer && <FieldValue field={fields.proposer} value={item.proposer} titles={item.titles} dense />}
        {item.correction === true && fields.correction ? (
          <Pill colour="violet">{label(fields.correction.label)}</Pill>
        ) : (
          fields.state && <FieldValue field={fields.state} value={item.state} titles={{}} dense />
        )}
        {item.can.includes('update') && (
          <IconButton icon={Pencil} size={14} label={edit} onClick={() => setEditing(true)} />
        )}
      </div>
      {typeof item.details === 'string' && <p className="muted">{item.details}</p>}
      {typeof item.minutes === 'string' && <p>{item.minutes}</p>}
      {typeof item.decision === 'string' && (
        <p className="meeting-decision">
          <span className="muted">{t('decision')}</span> {item.decision}
        </p>
      )}
    </li>
  )
}
