import {
  type Approval,
  type Context,
  type Duty,
  everything,
  type ObjectType,
  type PendingChange,
  type Person,
  peopleWithDuty,
  personById,
  standingOfPerson,
} from '#kernel'
import { unit } from '#objects'
import { exportRecord } from './export.ts'

/** Small exports of one person within so many days add up to this before somebody has to sign. */
const cumulative = { most: 2_000, days: 30 } as const
const why = 'who signs an export'

/**
 * A few plain records need nobody. More, or anything above level 1, is signed by a holder of the duty who stands above the
 * requester; level 3 by whoever keeps the rights. Where there is nobody else yet it is made alone, and marked so.
 */
export async function approvalOfExport(
  ctx: Context,
  { operation, after }: Pick<PendingChange, 'operation' | 'after'>,
): Promise<Approval | null> {
  if (operation !== 'create' || !after) return null
  const { threeOfficers, exportBound } = ctx.kernel.settings
  const level = Number(after.level)
  const rows = Number(after.rows)
  const requester = String(after.requester)
  if (level < 2 && rows <= exportBound && rows + (await rowsOfLate(ctx, requester)) <= cumulative.most) return null
  const type = ctx.type(String(after.object))
  if (level > 2) return orAlone(ctx, { requester, duties: threeOfficers ? ['roles'] : ['appoint'], except: [] })
  const except = await whoStandsNoHigher(ctx, type, requester)
  return orAlone(ctx, { requester, duties: threeOfficers ? ['exports', 'roles'] : ['exports'], except })
}

/** Those who look after the house see what they may have to sign; before three-officer mode the head sees it anyway. */
export async function officersWhoSign(ctx: Context): Promise<string[] | null> {
  if (!ctx.kernel.settings.threeOfficers) return null
  return (await peopleWithDuty(ctx, ['roles'])).map(({ id }) => id)
}

async function rowsOfLate(ctx: Context, requester: string): Promise<number> {
  const since = new Date(ctx.now().getTime() - cumulative.days * 86_400_000).toISOString()
  const { groups } = await ctx
    .asSystem(why)
    .records(exportRecord)
    .groupBy('requester', { where: { requester, approval: 'none', createdAt: { gt: since } }, sums: ['rows'] })
  return Number(groups[0]?.sums?.rows ?? 0)
}

type Asked = { requester: string; duties: readonly Duty[]; except: readonly string[] }

async function orAlone(ctx: Context, { requester, duties, except }: Asked): Promise<Approval> {
  const holders = await peopleWithDuty(ctx, duties)
  const others = holders.filter(({ id }) => id !== requester && !except.includes(id))
  const isHolder = holders.some(({ id }) => id === requester)
  if (!others.length && isHolder && !ctx.kernel.settings.threeOfficers) return 'alone'
  return { duties, except }
}

/** Holders of the duty who neither see every record of the object nor sit in a unit above the requester's. */
async function whoStandsNoHigher(ctx: Context, type: ObjectType, requester: string): Promise<string[]> {
  const person = await personById(ctx.db, ctx.kernel.registry, requester)
  const above = await unitsAbove(ctx, person?.unit ?? null)
  const lower: string[] = []
  for (const holder of await peopleWithDuty(ctx, ['exports'])) {
    if (holder.unit && above.includes(holder.unit)) continue
    if (!(await seesAll(ctx, type, holder))) lower.push(holder.id)
  }
  return lower
}

async function seesAll(ctx: Context, type: ObjectType, person: Person): Promise<boolean> {
  const { reach } = await standingOfPerson({ ...ctx.kernel, db: ctx.db }, person)
  return reach(type, 'read')?.includes(everything) ?? false
}

const deepest = 20

async function unitsAbove(ctx: Context, own: string | null): Promise<string[]> {
  const above: string[] = []
  for (let at = own; at && above.length < deepest; ) {
    const { items } = await ctx
      .asSystem(why)
      .records(unit)
      .list({ where: { id: at }, fields: ['parent'], limit: 1, uncounted: true })
    const parent = items[0]?.values.parent
    at = typeof parent === 'string' && !above.includes(parent) ? parent : null
    if (at) above.push(at)
  }
  return above
}
