import { type StarterApproval, starterApprovals } from '#shared/starter-approvals'
import type { ObjectWire } from '#shared/wire'
import { RuleList } from '../../../web/settings/rules/rule-list.tsx'
import { meantFields } from './approval-fields.ts'
import { ApprovalForm } from './approval-form.tsx'
import { stepsIn } from './steps.ts'
import { ToldSteps } from './told-steps.tsx'
import { useApprovalShape } from './use-approval-shape.ts'
import { useOwnWords } from './words.ts'

type ApprovalsPartProps = { object: ObjectWire; rule: ObjectWire }

/** Which changes of an object wait for whom: the house's own rules, each with its case and those who sign. */
export function ApprovalsPart({ object, rule }: ApprovalsPartProps) {
  const t = useOwnWords()
  const shaped = useApprovalShape(object, rule)
  const words = {
    title: t('tabs.approvals'),
    text: t('approvals.text'),
    none: t('approvals.none'),
    add: t('approvals.add'),
    when: t('approvals.when'),
    edit: (name: string) => t('approvals.edit', { name }),
    remove: (name: string) => t('approvals.remove', { name }),
    removed: (name: string) => t('approvals.removed', { name }),
  }
  return (
    <RuleList<StarterApproval>
      object={object}
      rule={shaped}
      where={{ object: object.name }}
      sort="createdAt"
      words={words}
      shown={(record) => meantFields(shaped, record)}
      more={({ steps }) => <ToldSteps object={object} rule={shaped} steps={stepsIn(steps)} />}
      usual={{
        summary: (count) => t('approvals.usual', { count }),
        look: t('approvals.look'),
        rules: starterApprovals.filter((starter) => fits(starter, object)),
      }}
      form={(record, onEnd, starter) => <ApprovalForm {...{ object, record, starter, onEnd }} rule={shaped} />}
    />
  )
}

/** A company may have hidden a field that the rule is about. */
function fits({ object, fields = [] }: StarterApproval, { name, fields: own }: ObjectWire): boolean {
  return object === name && fields.every((field) => own.some((one) => one.name === field))
}
