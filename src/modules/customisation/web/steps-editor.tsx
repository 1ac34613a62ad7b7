import { Plus, Trash2 } from 'lucide-react'
import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { FilterBar } from '../../../web/list/filter-bar.tsx'
import { useTitlesOf } from '../../../web/list/use-titles-of.ts'
import { Button, IconButton } from '../../../web/ui/button.tsx'
import { FieldInput } from '../../../web/ui/field-value.tsx'
import { useWords } from '../../../web/words/words.ts'
import type { Step } from './steps.ts'
import { useOwnWords } from './words.ts'

type StepsEditorProps = {
  object: ObjectWire
  rule: ObjectWire
  steps: readonly Step[]
  onChange: (steps: readonly Step[]) => void
}

/** Who signs after the first, one step after the other. */
export function StepsEditor({ object, rule, steps, onChange }: StepsEditorProps) {
  const t = useOwnWords()
  const put = (at: number, step: Step): void => onChange(steps.map((was, index) => (index === at ? step : was)))
  return (
    <section aria-label={t('approvals.steps')}>
      <h2>{t('approvals.steps')}</h2>
      <p className="meta">{t('approvals.stepsText')}</p>
      <ol className="approval-steps">
        {steps.map((step, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same; their place is all that tells them apart
          <li key={at} className="approval-step">
            <div className="approval-head">
              <strong>{t('approvals.step', { place: at + 2 })}</strong>
              <IconButton
                icon={Trash2}
                label={t('approvals.removeStep', { place: at + 2 })}
                onClick={() => onChange(steps.filter((_, index) => index !== at))}
              />
            </div>
            <StepInputs rule={rule} step={step} onChange={(next) => put(at, next)} />
            <p className="meta">{t('approvals.stepCase')}</p>
            <FilterBar
              object={{ ...object, searchable: false }}
              query={{ where: step.when ?? undefined }}
              onChange={({ where }) => put(at, { ...step, when: where ?? null })}
            />
          </li>
        ))}
      </ol>
      <Button icon={Plus} onClick={() => onChange([...steps, { superior: false, all: false }])}>
        {t('approvals.addStep')}
      </Button>
    </section>
  )
}

type StepInputsProps = { rule: ObjectWire; step: Step; onChange: (step: Step) => void }

/** The same questions as of the first step. */
function StepInputs({ rule, step, onChange }: StepInputsProps) {
  const { label } = useWords()
  const titles = useTitlesOf(fieldOf(rule, 'people'), step.people)
  return (['superior', 'roles', 'people', 'all'] as const).map((name) => {
    const field = fieldOf(rule, name)
    if (!field) return null
    return (
      <div key={name} className="approval-part">
        <span>{label(field.label)}</span>
        <FieldInput
          field={field}
          label={label(field.label)}
          value={step[name] ?? null}
          titles={titles}
          onChange={(value) => onChange({ ...step, [name]: value ?? undefined })}
        />
      </div>
    )
  })
}
