import { type Context, takeTurn, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import { role } from './role.ts'
import { roleAssignment } from './role-assignment.ts'

/** The highest clearance is held for a time: an assignment of a role that has it ends within a year. */
const months = 12
const highest = '3'
const why = 'clearance for a time'

/**
 * Refuses an assignment of such a role that has no end, or a later one. What was given before the rule is left as it is until
 * somebody gives it anew. The head's own role is an office, named among the people with two signatures, and no such assignment.
 */
export function checkEnd(
  ctx: Context,
  values: Values,
  { before, clearance }: { before: Values | null; clearance: number },
): void {
  if (clearance < Number(highest)) return
  const isAsBefore =
    before && ['user', 'role', 'from', 'until'].every((field) => (values[field] ?? null) === (before[field] ?? null))
  if (isAsBefore || endsInTime(ctx, values.until)) return
  const code = values.until ? 'access.clearance_too_long' : 'access.clearance_without_end'
  const params = { field: labelOfEnd(ctx), months, latest: latest(ctx).slice(0, 10) }
  throw new AppError(422, code, { params, errors: [{ path: 'until', code, params }] })
}

/** A role gets the highest clearance only where everybody holds it for such a time: nobody comes to it for good that way. */
export async function checkHolders(
  ctx: Context,
  values: Values,
  { before, id }: { before: Values | null; id: string },
): Promise<void> {
  if (!before || values.clearance !== highest || before.clearance === highest) return
  await inTurnOf(ctx, id)
  const { items } = await ctx
    .asSystem(why)
    .records(roleAssignment)
    .list({
      where: { role: id, or: [{ until: { empty: true } }, { until: { gt: latest(ctx) } }] },
      limit: 1,
      fields: ['user'],
    })
  const [first] = items
  if (!first) return
  const code = 'access.clearance_holders'
  const params = { field: labelOfEnd(ctx), months }
  throw new AppError(422, code, { params, errors: [{ path: 'clearance', code, params }] })
}

/** A role is not raised while it is given, nor given while it is raised. */
export async function inTurnOf({ db }: Context, id: string): Promise<void> {
  await takeTurn(db, `role ${id}`)
}

/** How many hold the highest clearance without an end, from before it needed one. */
export async function endlessClearances(ctx: Context): Promise<number> {
  const system = ctx.asSystem(why)
  const roles = await system
    .records(role)
    .list({ where: { clearance: highest }, limit: 200, fields: ['nameZh'], uncounted: true })
  const { total } = await system.records(roleAssignment).list({
    where: { role: { in: roles.items.map(({ id }) => id) }, until: { empty: true } },
    limit: 1,
    fields: ['user'],
  })
  return total
}

function endsInTime(ctx: Context, until: unknown): boolean {
  return typeof until === 'string' && Date.parse(until) <= Date.parse(latest(ctx))
}

/** To the end of that day, wherever it is: who chooses the day a year from now has chosen in time. */
function latest(ctx: Context): string {
  const day = ctx.now()
  day.setUTCMonth(day.getUTCMonth() + months)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString()
}

function labelOfEnd(ctx: Context): string {
  return ctx.type(roleAssignment.name).fields.get('until')?.field.label[ctx.locale] ?? 'until'
}
