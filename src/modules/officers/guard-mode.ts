import { type Context, requireFreshProof, type Values } from '#kernel'
import { user } from '#objects'
import { AppError } from '#shared/app-error'

const officers = ['system_admin', 'security_officer', 'auditor'] as const

/** The head turns the mode on, once there is somebody for each of the three. */
export async function guardMode(ctx: Context, values: Values, before: Values | null): Promise<void> {
  if (ctx.systemReason || values.threeOfficers === (before?.threeOfficers ?? false)) return
  if (ctx.approver) requireFreshProof(ctx.with({ actor: ctx.approver }))
  else requireFreshProof(ctx)
  if (values.threeOfficers !== true) return
  if (ctx.actor.role !== 'head') throw new AppError(403, 'access.head_alone')
  for (const role of officers) {
    const { items } = await ctx
      .asSystem('look for the officers')
      .records(user)
      .list({ where: { role, active: true }, limit: 1, uncounted: true })
    if (!items.length) throw new AppError(409, 'access.officers_missing')
  }
}
