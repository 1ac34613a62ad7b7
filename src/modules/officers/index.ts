import { defineModule } from '#kernel'
import { approvalOfMode, approvalOfUnit } from './approval.ts'
import { guardMode } from './guard-mode.ts'

/** Three officers who look after the house and hold no customer; while they do, rights change by two people. */
export const officers = defineModule({
  name: 'officers',
  label: { zh: '三员管理', en: 'Three officers' },
  hooks: {
    company: { prepare: guardMode, approval: approvalOfMode },
    unit: { approval: approvalOfUnit },
  },
})

export { approvalOfPerson, approvalOfRights, keepers } from './approval.ts'
