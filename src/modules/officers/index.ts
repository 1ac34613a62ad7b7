import { type Context, defineModule } from '#kernel'
import { approvalOfMode, approvalOfUnit } from './approval.ts'
import { guardMode } from './guard-mode.ts'

/** The mode is in force here before the change is answered, and on other servers as soon as they hear of it. */
async function follow(ctx: Context): Promise<void> {
  ctx.tx?.committed.push(() => ctx.kernel.reload())
}

/** Three officers who look after the house and hold no customer; while they do, rights change by two people. */
export const officers = defineModule({
  name: 'officers',
  label: { zh: '三员管理', en: 'Three officers' },
  hooks: {
    company: { prepare: guardMode, approval: approvalOfMode, written: follow },
    unit: { approval: approvalOfUnit },
  },
})

export { approvalOfPerson, approvalOfRights } from './approval.ts'
