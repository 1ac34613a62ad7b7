import type { ClipboardEvent, KeyboardEvent, ReactNode } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { DraftLine } from '../form/draft-line.tsx'
import { idsIn, mentioningOf } from '../form/mentioning.ts'
import { shownAs } from '../registry.ts'
import { isShortcut } from '../shortcuts/shortcuts.ts'
import { Button } from '../ui/button.tsx'
import { FieldInput } from '../ui/field-value.tsx'
import { useSendFiles } from '../ui/inputs/use-send-files.ts'
import { Skeleton } from '../ui/skeleton.tsx'
import { Trouble } from '../ui/trouble.tsx'
import { useWords } from '../words/words.ts'
import { MethodPicker } from './method-picker.tsx'
import { partsOf, useComposer } from './use-composer.ts'

type ComposerFormProps = { child: ObjectWire; record: RecordAnswer; onSaved: () => void; extra?: ReactNode }

/** Way, text, next step, files: what a follow-up holds, in the order in which one thinks of it. */
export function ComposerForm({ child, record, onSaved, extra }: ComposerFormProps) {
  const { t, label } = useWords()
  const { begun, draft, values, change, save, isReady, isPending, error } = useComposer(child, record, onSaved)
  const set = (name: string, value: unknown): void => change(name, () => value)
  const { way, text, rest } = partsOf(child)
  // Who may read a file is told to those who may change it.
  const file =
    child.parent && record.can.includes('update') ? { object: child.parent.object, id: record.id } : undefined
  const mentions = mentioningOf(text, { object: child, file, change })
  const inputOf = (field: FieldWire) => ({
    field,
    value: values[field.name] ?? null,
    titles: begun.draft?.titles ?? {},
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
  if (begun.isPending) return <Skeleton rows={2} />
  return (
    <section
      className="composer"
      aria-label={t('composer.write', { name: label(child.label) })}
      onKeyDown={saveByKey}
      onPaste={paste}
    >
      {way && <MethodPicker field={way} value={values[way.name]} onChange={(value) => set(way.name, value)} />}
      {text && (
        <FieldInput
          {...inputOf(text)}
          mentions={mentions}
          placeholder={t(mentions ? 'composer.hintWithMentions' : 'composer.hint')}
        />
      )}
      <Trouble text={error} />
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
