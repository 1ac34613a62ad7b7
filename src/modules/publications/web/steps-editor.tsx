import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { FieldWire, ObjectWire, RecordAnswer } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { changeRecord, keepRecord } from '../../../web/api/records.ts'
import { InPlaceSection } from '../../../web/file/in-place-section.tsx'
import { useTitlesOf } from '../../../web/list/use-titles-of.ts'
import { useProposed } from '../../../web/proposal/use-proposed.ts'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { toast } from '../../../web/ui/toast.tsx'
import { Trouble } from '../../../web/ui/trouble.tsx'
import { useWords } from '../../../web/words/words.ts'
import { useStepFields } from './use-step-fields.ts'
import { usePublicationWords } from './words.ts'

type Step = { key: string } & Readonly<Record<string, unknown>>

type EditorProps = { object: ObjectWire; record: RecordAnswer; governed: ObjectWire }

/** The steps of a procedure: what, by whom, in how many working days, and what must be there before it counts as done. */
export function StepsEditor({ object, record, governed }: EditorProps) {
  const t = usePublicationWords()
  const client = useQueryClient()
  const { tell } = useProposed()
  const [steps, setSteps] = useState<readonly Step[]>(() => stepsOf(record.steps))
  const [isChanged, setChanged] = useState(false)
  const change = (next: readonly Step[]): void => {
    setSteps(next)
    setChanged(true)
  }
  const save = useMutation({
    mutationFn: () =>
      changeRecord(object, record, { steps: steps.length ? steps.map(({ key: _, ...step }) => step) : null }),
    onSuccess: (changed) => {
      keepRecord(client, object, changed)
      setChanged(false)
      if (!tell(changed.proposed)) toast({ text: t('stepsSaved') })
    },
  })
  const put = (at: number, step: Step): void => change(steps.map((was, index) => (index === at ? step : was)))
  return (
    <InPlaceSection title={t('steps')} icon="list-checks">
      {steps.length === 0 && <p className="meta">{t('noSteps')}</p>}
      <ol className="step-list">
        {steps.map((step, at) => (
          <li key={step.key}>
            <div className="reading-confirm">
              <strong>{t('stepNumber', { number: at + 1 })}</strong>
              {at > 0 && (
                <IconButton
                  icon={ArrowUp}
                  label={t('stepUp', { number: at + 1 })}
                  onClick={() => change(steps.toSpliced(at, 1).toSpliced(at - 1, 0, step))}
                />
              )}
              <IconButton
                icon={Trash2}
                label={t('stepRemove', { number: at + 1 })}
                onClick={() => change(steps.toSpliced(at, 1))}
              />
            </div>
            <Inputs object={object} governed={governed} step={step} onChange={(next) => put(at, next)} />
          </li>
        ))}
      </ol>
      <Trouble text={save.error?.message} />
      <p className="reading-confirm">
        <Button icon={Plus} onClick={() => change([...steps, { key: crypto.randomUUID(), ...usual }])}>
          {t('stepAdd')}
        </Button>
        {isChanged && (
          <Button look="primary" busy={save.isPending} onClick={() => save.mutate()}>
            {t('stepsSave')}
          </Button>
        )}
      </p>
    </InPlaceSection>
  )
}

/** What is meant where a step does not say otherwise. */
const usual = { role: 'owner', days: 3, must: true } as const

function stepsOf(value: unknown): readonly Step[] {
  return (Array.isArray(value) ? value : []).map((step: Readonly<Record<string, unknown>>) => ({
    ...usual,
    ...step,
    key: crypto.randomUUID(),
  }))
}

type InputsProps = { object: ObjectWire; governed: ObjectWire; step: Step; onChange: (step: Step) => void }

function Inputs({ object, governed, step, onChange }: InputsProps) {
  const { label } = useWords()
  const asked: readonly FieldWire[] = useStepFields(object, governed)
  const fields = asked.filter(({ name }) => name !== 'person' || step.role === 'person')
  const titles = useTitlesOf(fieldOf(object, 'owner'), step.person)
  return (
    <div className="in-place-fields">
      {fields.map((field) => (
        <div key={field.name} className="in-place-field">
          <span className="meta">{label(field.label)}</span>
          <FieldInput
            field={field}
            label={label(field.label)}
            value={step[field.name] ?? null}
            titles={titles}
            onChange={(value) => onChange({ ...step, [field.name]: value ?? undefined })}
          />
        </div>
      ))}
    </div>
  )
}
