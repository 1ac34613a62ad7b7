import { auditRow, type Context } from '#kernel'
import { customer, task } from '#objects'
import { AppError } from '#shared/app-error'
import type { RecordAnswer } from '#shared/wire'
import { emergencyAccess } from './emergency-access.ts'

export const findings = ['justified', 'not_justified'] as const
type Review = { finding: (typeof findings)[number]; opinion: string }

const why = 'emergency access'

/** Somebody else says whether it was justified, and the tasks that asked for it are done. */
export async function reviewEmergencyAccess(ctx: Context, id: string, { finding, opinion }: Review): Promise<void> {
  await ctx.transaction(async (tx) => {
    const access = await seen(tx, id)
    if (access.user === ctx.actor.id) throw new AppError(403, 'emergency.own_review')
    await refuseOthers(tx, access)
    if (access.state !== 'open') throw new AppError(409, 'emergency.reviewed')
    const reviewed = {
      state: 'reviewed' as const,
      finding,
      opinion,
      reviewer: ctx.actor.id,
      reviewedAt: ctx.now().toISOString(),
    }
    await tx.asSystem(why).records(emergencyAccess).update(id, reviewed, { version: access.version })
    await closeTasks(tx, id)
    const facts = {
      action: 'decide',
      object: emergencyAccess.name,
      record: id,
      owner: String(access.customer),
    } as const
    await ctx.kernel.audit.write(auditRow(ctx, { ...facts, reason: opinion, detail: { finding } }))
  })
}

/** Ends it before its time: by the person, or by whoever may review it. What has ended stays as it is. */
export async function endEmergencyAccess(ctx: Context, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const access = await seen(tx, id)
    if (access.user !== ctx.actor.id) await refuseOthers(tx, access)
    const until = ctx.now().toISOString()
    if (Date.parse(String(access.until)) <= Date.parse(until)) return
    await tx.asSystem(why).records(emergencyAccess).update(id, { until }, { version: access.version, reason: 'ended' })
    const owner = String(access.customer)
    const facts = { action: 'emergency', object: customer.name, record: owner, owner, reason: 'ended' } as const
    await ctx.kernel.audit.write(auditRow(ctx, { ...facts, detail: { access: id, until } }))
  })
}

/** Whoever keeps the trail need not see the file, nor have a role that speaks of emergency access. */
function seen(ctx: Context, id: string): Promise<RecordAnswer> {
  const reader = ctx.actor.duties.includes('trail') ? ctx.asSystem(why) : ctx
  return reader.records(emergencyAccess).get(id)
}

/** Reviewers hold the duty for the trail, head the company, or manage the file. */
async function refuseOthers(ctx: Context, access: RecordAnswer): Promise<void> {
  const { duties, roles } = ctx.actor
  if (duties.includes('trail') || roles.includes('head')) return
  const { items } = await ctx
    .records(customer)
    .list({ where: { id: String(access.customer) }, limit: 1, uncounted: true })
  if (!items[0]?.writable) throw new AppError(403, 'access.forbidden')
}

async function closeTasks(ctx: Context, access: string): Promise<void> {
  const system = ctx.asSystem(why)
  const where = { emergencyAccess: access, state: 'open' as const }
  const { items } = await system.records(task).list({ where, limit: 200, uncounted: true })
  for (const { id, version } of items) await system.records(task).update(id, { state: 'done' }, { version })
}
