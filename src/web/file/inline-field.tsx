import { Pencil } from 'lucide-react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { canType } from '../form/form-values.ts'
import { PendingMark } from '../proposal/pending-mark.tsx'
import type { PendingValue } from '../proposal/use-pending.ts'
import { MaskableValue } from '../reveal/maskable-value.tsx'
import { FieldRow } from '../ui/field-row.tsx'
import { VerifyMark } from '../verify/verify-mark.tsx'
import { useWords } from '../words/words.ts'
import { InlineEdit } from './inline-edit.tsx'
import { isOpen } from './is-open.ts'

type InlineFieldProps = {
  object: ObjectWire
  record: RecordAnswer
  field: FieldWire
  /** What waits to take the place of its value. */
  pending?: readonly PendingValue[]
}

/** A fact that a click turns into its input. */
export function InlineField({ object, record, field, pending = [] }: InlineFieldProps) {
  const { t, label } = useWords()
  const [isEditing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  const name = label(field.label)
  const mayEdit = canType(field) && isOpen(record)
  useEffect(() => {
    if (wasEditing.current && !isEditing) pencil.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])
  const begin = (event: MouseEvent): void => {
    const { target, currentTarget } = event
    // What a popover says comes up here too, though it does not stand here.
    const isInside = target instanceof Element && currentTarget.contains(target)
    const onControl = !isInside || target.closest('a, button') !== null
    if (mayEdit && !onControl && getSelection()?.isCollapsed !== false) setEditing(true)
  }
  return (
    <FieldRow label={name}>
      {isEditing ? (
        <InlineEdit object={object} record={record} field={field} onEnd={() => setEditing(false)} />
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the pencil inside is the keyboard's way; the whole line is a larger mark for the mouse
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        <div className={mayEdit ? 'inline-value inline-editable' : 'inline-value'} onClick={begin}>
          <MaskableValue object={object} record={record} field={field} titles={record.titles} />
          {field.verify && record.verifications && <VerifyMark object={object} record={record} field={field} />}
          {mayEdit && (
            <button
              ref={pencil}
              type="button"
              className="inline-pencil"
              aria-label={t('file.editField', { name })}
              onClick={() => setEditing(true)}
            >
              <Pencil size={13} aria-hidden />
            </button>
          )}
        </div>
      )}
      {pending.map((value) => (
        <PendingMark key={value.request.id} object={object} field={field} pending={value} />
      ))}
    </FieldRow>
  )
}
