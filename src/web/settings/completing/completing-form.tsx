import { RotateCcw } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { type CompletionField, usualCompletion } from '#shared/completion'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../api/definitions.ts'
import { useLeaveGuard } from '../../form/use-leave-guard.ts'
import { useQuickChange } from '../../form/use-quick-change.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { FieldInput } from '../../ui/field-value.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useWords } from '../../words/words.ts'
import { useSettingsWords } from '../words.ts'
import { CompletingForesight } from './completing-foresight.tsx'
import './completing.css'

export type CompletionNumbers = Readonly<Record<CompletionField, number>>

// They are its own, as they were written down.
const names = Object.keys(usualCompletion) as readonly CompletionField[]

type CompletingFormProps = { object: ObjectWire; record: RecordAnswer; children: ReactNode }

/** The numbers, and beside them what they come to with the files as they are. */
export function CompletingForm({ object, record, children }: CompletingFormProps) {
  const { t: common } = useWords()
  const t = useSettingsWords()
  const { values, isDirty, isSaving, change, save } = useNumbers(object, record)
  return (
    <>
      <PageHead title={common('settings.completing')}>
        {children}
        <IconButton icon={RotateCcw} label={t('completing.reset')} onClick={() => change(usualCompletion)} />
        <Button look="primary" busy={isSaving} disabled={!isDirty} onClick={() => void save()}>
          {common('action.save')}
        </Button>
      </PageHead>
      <div className="page-scroll completing-page">
        <div className="completing-fields">
          {names.map((name) => {
            const field = fieldOf(object, name)
            if (!field) return null
            return (
              <NumberField
                key={name}
                field={field}
                value={values[name]}
                onChange={(next) => change({ [name]: next })}
              />
            )
          })}
        </div>
        <CompletingForesight numbers={asNumbers(values)} />
      </div>
    </>
  )
}

type NumberFieldProps = { field: FieldWire; value: unknown; onChange: (value: unknown) => void }

function NumberField({ field, value, onChange }: NumberFieldProps) {
  const { label } = useWords()
  const id = useId()
  return (
    <div className="completing-field">
      <label htmlFor={id}>{label(field.label)}</label>
      <FieldInput id={id} field={field} value={value} titles={{}} describedBy={`${id}-help`} onChange={onChange} />
      <p id={`${id}-help`} className="meta">
        {field.help && label(field.help)}
      </p>
    </div>
  )
}

type Typed = Readonly<Record<CompletionField, unknown>>

function useNumbers(object: ObjectWire, record: RecordAnswer) {
  const t = useSettingsWords()
  const quick = useQuickChange(object)
  // Only what was touched is kept here: what others change meanwhile shows, and stays theirs.
  const [changes, setChanges] = useState<Partial<Typed>>({})
  const [isSaving, setSaving] = useState(false)
  const before = valuesOf(record)
  const values: Typed = { ...before, ...changes }
  const changed = names.filter((name) => values[name] !== before[name])
  const isDirty = changed.length > 0
  useLeaveGuard(isDirty)
  const save = async (): Promise<void> => {
    setSaving(true)
    const patch = Object.fromEntries(changed.map((name) => [name, values[name]]))
    if (await quick(record, patch, t('completing.saved'))) setChanges({})
    setSaving(false)
  }
  const change = (some: Partial<Typed>): void => setChanges((now) => ({ ...now, ...some }))
  return { values, isDirty, isSaving, change, save }
}

/** What the record leaves open is as usual. */
function valuesOf(record: RecordAnswer): Typed {
  return eachName((name) => record[name] ?? usualCompletion[name])
}

/** What is no number yet counts as usual, until the server says what is wrong with it. */
function asNumbers(values: Typed): CompletionNumbers {
  return eachName((name) => {
    const value = values[name]
    return typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : usualCompletion[name]
  })
}

function eachName<Value>(of: (name: CompletionField) => Value): Readonly<Record<CompletionField, Value>> {
  return {
    completeDays: of('completeDays'),
    completeRemind: of('completeRemind'),
    completeGrace: of('completeGrace'),
    completeAtOnce: of('completeAtOnce'),
    completeFarthest: of('completeFarthest'),
    verifyAgeing: of('verifyAgeing'),
  }
}
