import { useQueryClient } from '@tanstack/react-query'
import { Check, X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { keepRecord } from '../api/records.ts'
import { isSameValue } from '../form/form-values.ts'
import { parentOf } from '../form/parent.ts'
import { StaleDialog } from '../form/stale-dialog.tsx'
import { useSave } from '../form/use-save.ts'
import { IconButton } from '../ui/button.tsx'
import { isEmptyValue } from '../ui/empty-value.ts'
import { FieldInput } from '../ui/field-value.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { editKey } from './edit-key.ts'

type InlineEditProps = { object: ObjectWire; record: RecordAnswer; field: FieldWire; onEnd: () => void }

/** One field of a record being typed: Enter saves, Escape leaves it as it was. */
export function InlineEdit({ object, record, field, onEnd }: InlineEditProps) {
  const { t, label } = useWords()
  const noteId = useId()
  const { value, mask, setValue, save, saving } = useInlineEdit({ object, record, field, onEnd })
  const onKeyDown = (event: KeyboardEvent): void => {
    const meaning = editKey(event)
    if (!meaning) return
    event.preventDefault()
    if (meaning === 'save') save()
    else onEnd()
  }
  const trouble = saving.errorAt(field.name) ?? saving.error
  const hint = mask && !trouble ? t('mask.untouched') : undefined
  const told = {
    label: label(field.label),
    autoFocus: true,
    placeholder: mask,
    invalid: trouble !== undefined,
    describedBy: (trouble ?? hint) && noteId,
  }
  const typed = { field, parent: parentOf(object, record) }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come up from the input inside
    <div className="inline-edit" onKeyDown={onKeyDown}>
      <div className="inline-input">
        <FieldInput {...told} {...typed} value={value} titles={record.titles} onChange={setValue} />
      </div>
      <IconButton icon={Check} label={t('action.save')} disabled={saving.isPending} onClick={save} />
      <IconButton icon={X} label={t('action.cancel')} onClick={onEnd} />
      <Trouble id={noteId} text={trouble} />
      {hint && (
        <p id={noteId} className="inline-hint meta">
          {hint}
        </p>
      )}
      <StaleDialog object={object} stale={saving.stale} onSettle={saving.settle} onCancel={saving.cancelStale} />
    </div>
  )
}

function useInlineEdit({ object, record, field, onEnd }: InlineEditProps) {
  const client = useQueryClient()
  // The value as it was when typing began: what others save meanwhile is a collision, not a new beginning.
  const [opened] = useState(record)
  const [value, setValue] = useState<unknown>(opened[field.name])
  const saving = useSave({
    object,
    record: opened,
    key: '',
    onSaved: (saved) => {
      keepRecord(client, object, saved)
      onEnd()
    },
  })
  const save = (): void => {
    if (isSameValue(value, opened[field.name])) onEnd()
    else saving.save({ [field.name]: isEmptyValue(value) ? null : value })
  }
  return { value, mask: opened.masked?.[field.name], setValue, save, saving }
}
