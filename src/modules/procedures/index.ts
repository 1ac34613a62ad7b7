import { defineModule } from '#kernel'
import { customer, task } from '#objects'
import { caseStep, caseStepPolicy } from './case-step.ts'
import { followStep, guardStep } from './end-step.ts'
import { followCustomer } from './follow-customer.ts'
import { procedureCase, procedureCasePolicy } from './procedure-case.ts'

/** Procedures are carried out on customers' files, step by step, each a task of somebody's. */
export const procedures = defineModule({
  name: 'procedures',
  label: { zh: '流程办理', en: 'Cases of procedures' },
  optional: {
    gone: {
      zh: '客户档案上按操作规程办理的流程及其步骤；未完成步骤的任务仍在。',
      en: 'Procedures carried out on customers’ files, and their steps; tasks of steps that are open stay.',
    },
  },
  objects: [procedureCase, caseStep],
  policies: [procedureCasePolicy, caseStepPolicy],
  hooks: {
    [task.name]: { prepare: guardStep, written: followStep },
    [customer.name]: { written: followCustomer },
  },
})

export { compliance } from './compliance.ts'
export { skipStep } from './end-step.ts'
export { overview } from './overview.ts'
export { startCase } from './run-case.ts'
