import { defineModule } from '#kernel'
import { approvalOfLevel, approvalOfMode, approvalOfUnit } from './approval.ts'
import { guardMode } from './guard-mode.ts'

/** Three officers who look after the house and hold no customer; while they do, rights change by two people. */
export const officers = defineModule({
  name: 'officers',
  label: { zh: '三员管理', en: 'Three officers' },
  hooks: {
    company: { prepare: guardMode, approval: approvalOfMode },
    unit: { approval: approvalOfUnit },
    customer: { approval: approvalOfLevel, asks: ['update'] },
  },
})

export { approvalOfPerson, approvalOfRights, keepers } from './approval.ts'
