import { X } from 'lucide-react'
import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { DraftLine } from '../form/draft-line.tsx'
import { idsIn, mentioningOf } from '../form/mentioning.ts'
import { shownAs } from '../registry.ts'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { isEmptyValue } from '../ui/empty-value.ts'
import { FieldInput, FieldValue } from '../ui/field-value.tsx'
import { useSendFiles } from '../ui/inputs/use-send-files.ts'
import { Trouble } from '../ui/trouble.tsx'
import { VoiceNote } from '../voice/voice-note.tsx'
import { useWords } from '../words/words.ts'
import { ComposerRoom } from './composer-room.tsx'
import { MethodPicker } from './method-picker.tsx'
import { type Beginning, heldFields, partsOf, useComposer } from './use-composer.ts'

type ComposerFormProps = {
  child: ObjectWire
  record: RecordAnswer
  beginning?: Beginning
  /** Begins to record a voice note at once. */
  voice?: boolean
  onSaved?: () => void
  extra?: ReactNode
}

/** Way, text, next step, files: what a follow-up holds, in the order in which one thinks of it. */
export function ComposerForm({ child, record, beginning, voice, onSaved, extra }: ComposerFormProps) {
  const { t, label } = useWords()
  const composer = useComposer(child, record, { given: beginning?.values, onSaved })
  const { begun, draft, values, change, save, isReady, isPending, error } = composer
  const set = (name: string, value: unknown): void => change(name, () => value)
  const { way, text, rest } = partsOf(child)
  // Who may read a file is told to those who may change it.
  const file =
    child.parent && record.can.includes('update') ? { object: child.parent.object, id: record.id } : undefined
  const mentions = mentioningOf(text, { object: child, file, change })
  const titles = { ...begun.draft?.titles, ...beginning?.titles }
  const held = heldFields(child, values)
  const inputOf = (field: FieldWire) => ({
    field,
    value: values[field.name] ?? null,
    titles,
    label: label(field.label),
    onChange: (value: unknown) => set(field.name, value),
  })
  const saveByKey = (event: KeyboardEvent): void => {
    if (isShortcut(event, 'save')) save()
  }
  const files = rest.find((field) => shownAs(field).kind === 'files')
  const sending = useSendFiles((sent) => files && set(files.name, [...idsIn(values[files.name]), ...sent]))
  const paste = (event: ClipboardEvent): void => {
    const pasted = [...event.clipboardData.files]
    if (!files || pasted.length === 0) return
    event.preventDefault()
    sending.mutate(pasted)
  }
  const keepSound = (sound: File, spoken: string): void => {
    sending.mutate([sound])
    if (text) change(text.name, (now) => (isEmptyValue(now) ? spoken : now))
  }
  if (begun.isPending) return <ComposerRoom />
  return (
    <section
      className="composer"
      aria-label={t('composer.write', { name: label(child.label) })}
      onKeyDown={saveByKey}
      onPaste={paste}
    >
      {way && <MethodPicker field={way} value={values[way.name]} onChange={(value) => set(way.name, value)} />}
      {held.length > 0 && (
        <div className="composer-held">
          {held.map((field) => (
            <span key={field.name} className="composer-held-fact">
              <span className="muted">{label(field.label)}</span>
              <FieldValue field={field} value={values[field.name]} titles={titles} dense />
            </span>
          ))}
          <IconButton
            icon={X}
            size={14}
            label={t('composer.without')}
            onClick={() => {
              for (const { name } of held) set(name, null)
            }}
          />
        </div>
      )}
      {text && (
        <FieldInput
          {...inputOf(text)}
          mentions={mentions}
          placeholder={t(mentions ? 'composer.hintWithMentions' : 'composer.hint')}
        />
      )}
      <Trouble text={error} />
      {files && <VoiceNote begins={voice} busy={sending.isPending} onKeep={keepSound} />}
      <div className="composer-foot">
        {rest.map((field) => (
          <div key={field.name} className={`composer-field composer-${shownAs(field).kind}`}>
            <span className="meta">{label(field.label)}</span>
            <FieldInput {...inputOf(field)} />
          </div>
        ))}
        <div className="composer-actions">
          <DraftLine draft={draft} />
          {extra}
          <Button
            look="primary"
            busy={isPending || sending.isPending}
            disabled={!isReady}
            onClick={save}
            title="Ctrl+Enter"
          >
            {t('action.save')}
          </Button>
        </div>
      </div>
    </section>
  )
}
