import { type Context, defineModule, type Values } from '#kernel'
import { checkLook } from '#objects'
import { approvalOfLevel, approvalOfMode, approvalOfUnit } from './approval.ts'
import { guardMode } from './guard-mode.ts'

/** Three officers who look after the house and hold no customer; while they do, rights change by two people. */
export const officers = defineModule({
  name: 'officers',
  label: { zh: '三员管理', en: 'Three officers' },
  hooks: {
    company: { prepare: guardCompany, approval: approvalOfMode },
    unit: { approval: approvalOfUnit },
    customer: { approval: approvalOfLevel, asks: ['update'] },
  },
})

async function guardCompany(ctx: Context, values: Values, before: Values | null): Promise<void> {
  await guardMode(ctx, values, before)
  await checkLook(ctx, values, before)
}

export { approvalOfPerson, approvalOfRights, keepers } from './approval.ts'
