import type { ObjectWire } from '#shared/wire'
import { fieldOf } from '../../../web/api/definitions.ts'
import { useTitlesOf } from '../../../web/list/use-titles-of.ts'
import { ToldCase } from '../../../web/settings/rules/told-case.tsx'
import { FieldValue } from '../../../web/ui/field-value.tsx'
import type { Step } from './steps.ts'
import { useOwnWords } from './words.ts'

type ToldStepsProps = { object: ObjectWire; rule: ObjectWire; steps: readonly Step[] }

/** Who signs after the first, in words. */
export function ToldSteps({ object, rule, steps }: ToldStepsProps) {
  const t = useOwnWords()
  return steps.map((step, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two steps may say the same; their place is all that tells them apart
    <div key={at}>
      <dt>{t('approvals.step', { place: at + 2 })}</dt>
      <dd>
        {t(step.all ? 'approvals.all' : 'approvals.any')}: {step.superior && t('approvals.superior')}{' '}
        <Named rule={rule} step={step} name="roles" /> <Named rule={rule} step={step} name="people" />
        {step.when && <ToldCase object={object} where={step.when} />}
      </dd>
    </div>
  ))
}

function Named({ rule, step, name }: { rule: ObjectWire; step: Step; name: 'roles' | 'people' }) {
  const field = fieldOf(rule, name)
  const titles = useTitlesOf(field, step[name])
  return field && step[name]?.length ? <FieldValue field={field} value={step[name]} titles={titles} /> : null
}
