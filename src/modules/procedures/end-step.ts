import { type Context, type Follower, type Prepared, type Stored, takeTurn, type Values } from '#kernel'
import { customer, task } from '#objects'
import { AppError } from '#shared/app-error'
import { caseStep } from './case-step.ts'
import { procedureCase } from './procedure-case.ts'
import { openNext } from './run-case.ts'

const why = 'a procedure is carried out'
const kind = 'procedure'

type Step = Pick<Stored, 'id' | 'values'>

/** The task of a step cannot be ticked while what the step asks for is not there, nor be dropped by the way. */
export async function guardStep(ctx: Context, values: Values, before: Values | null, { id }: Prepared): Promise<void> {
  if (values.kind !== kind || !before || values.state === before.state || ctx.systemReason) return
  const step = await openStepOf(ctx, id)
  if (!step) return
  if (values.state === 'dropped') refuse('procedure.skip_with_reason')
  if (values.state === 'done') await refuseLacking(ctx, step)
}

/** Steps end with their tasks. */
export const followStep: Follower = {
  fields: ['kind', 'state', 'assignee'],
  follow: async (ctx, { action, records }) => {
    for (const { id, before, after } of records) {
      if (action !== 'update' || after?.kind !== kind) continue
      const step = await openStepOf(ctx, id)
      if (!step) continue
      if (after.state === 'done') await endStep(ctx, step, { state: 'done' })
      else if (after.assignee !== before?.assignee)
        await ctx
          .asSystem(why)
          .records(caseStep)
          .update(step.id, { owner: String(after.assignee) })
    }
  },
}

/** Who has a step, or may change the file, goes past it and says why; its task goes with it. */
export async function skipStep(ctx: Context, id: string, reason: string): Promise<void> {
  const { state, customer: file, todo, owner } = await ctx.records(caseStep).get(id)
  if (owner !== ctx.actor.id) {
    const { can } = await ctx.records(customer).get(String(file))
    if (!can.includes('update')) throw new AppError(403, 'procedure.not_yours')
  }
  if (state !== 'open') throw new AppError(409, 'procedure.step_over')
  await ctx.transaction(async (tx) => {
    await takeTurn(tx.db, `procedure ${String(file)}`)
    const step = await openStepOf(tx, String(todo))
    if (!step) throw new AppError(409, 'procedure.step_over')
    await endStep(tx, step, { state: 'skipped', reason })
    await tx.asSystem(why).records(task).update(String(todo), { state: 'dropped' }, { reason })
  })
}

async function endStep(
  ctx: Context,
  { id, values }: Step,
  end: { state: 'done' } | { state: 'skipped'; reason: string },
): Promise<void> {
  const endedAt = ctx.now().toISOString()
  const late = typeof values.dueAt === 'string' && Date.parse(values.dueAt) < Date.parse(endedAt)
  const ended = { ...end, endedAt, late, endedBy: ctx.actor.id }
  await ctx.asSystem(why).records(caseStep).update(id, ended)
  await openNext(ctx, String(values.run))
}

async function openStepOf(ctx: Context, todo: string): Promise<Step | undefined> {
  const where = { todo, state: 'open' as const }
  const { items } = await ctx.asSystem(why).records(caseStep).list({ where, limit: 1, uncounted: true })
  return items[0]
}

async function refuseLacking(ctx: Context, { values }: Step): Promise<void> {
  const system = ctx.asSystem(why)
  const { object, record } = await system.records(procedureCase).get(String(values.run))
  const of = typeof object === 'string' ? ctx.type(object) : ctx.type(customer.name)
  const target = await system.recordsNamed(of.name).get(String(record ?? values.customer))
  const known = new Set((target.verifications ?? []).map(({ field }) => field))
  const lacking = [
    ...namesIn(values.needed).filter((name) => isEmpty(target[name])),
    ...namesIn(values.verified).filter((name) => !known.has(name)),
  ]
  if (!lacking.length) return
  const told = [...new Set(lacking)].map((name) => of.fields.get(name)?.field.label[ctx.locale] ?? name)
  refuse('procedure.lacking', { fields: told.join(ctx.locale === 'zh' ? '、' : ', ') })
}

const namesIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function refuse(code: 'procedure.lacking' | 'procedure.skip_with_reason', params: Record<string, string> = {}): never {
  throw new AppError(422, code, { params, errors: [{ path: 'state', code, params }] })
}
