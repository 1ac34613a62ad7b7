import { randomUUID } from 'node:crypto'
import { auditRow, type Context, countGuess, everything, requireFreshProof, takeTurn } from '#kernel'
import { customer } from '#objects'
import { AppError } from '#shared/app-error'
import { emergencyAccess, reviewHours } from './emergency-access.ts'
import { readEmergencySetting } from './setting.ts'
import { type EmergencyFile, tellSupervisors } from './tell-supervisors.ts'

/** How long it lasts; never more than an hour. */
export const minutesOffered = [15, 30, 60] as const

type Asked = { number: string; grounds: string; minutes: (typeof minutesOffered)[number] }
type Taken = { id: string; customer: string; until: string }

const quota = { most: 3, hours: 24 } as const
const why = 'emergency access'

/**
 * Opens a file by its archive number to somebody whose scope does not reach it. Made by the system, since nobody gives
 * themselves a right; the trail has it, and the supervisors are told, before the answer leaves.
 */
export async function takeEmergencyAccess(ctx: Context, { number, grounds, minutes }: Asked): Promise<Taken> {
  await refuseUnentitled(ctx)
  requireFreshProof(ctx)
  const isHit = async (tx: Context): Promise<boolean> => (await filesOf(tx, number)).length > 0
  await countGuess(ctx, ctx.type(customer.name), { text: number, isHit })
  return ctx.transaction(async (tx) => {
    await takeTurn(tx.db, `emergency ${ctx.actor.id}`)
    await refuseBeyondQuota(tx)
    const file = await findFile(tx, number)
    const from = ctx.now().getTime()
    const until = inMinutes(from, minutes)
    const made = await tx
      .asSystem(why)
      .records(emergencyAccess)
      .create(
        {
          customer: file.id,
          from: inMinutes(from, 0),
          until,
          grounds,
          reviewBy: inMinutes(from, reviewHours * 60),
        },
        { reason: grounds },
      )
    await tellSupervisors(tx, { access: made.id, file, number, reviewBy: inMinutes(from, reviewHours * 60) })
    const facts = { action: 'emergency', object: customer.name, record: file.id, owner: file.id } as const
    const detail = { access: made.id, minutes, until }
    await ctx.kernel.audit.write(auditRow(ctx, { ...facts, level: file.level, reason: grounds, detail }))
    return { id: made.id, customer: file.id, until }
  })
}

function inMinutes(from: number, minutes: number): string {
  return new Date(from + minutes * 60_000).toISOString()
}

/** For people of the business in person, who read files of their own: officers, keys and who has no role are never let in. */
async function refuseUnentitled(ctx: Context): Promise<void> {
  const { id, token, roles } = ctx.actor
  const keys = ctx.actor.reach(ctx.type(customer.name), 'read')
  const key = id && (await ctx.kernel.principals.keyOf(ctx.db, id))
  const isBusiness = roles.length > 0 && roles.every((code) => ctx.kernel.roles.get(code)?.class === 'business')
  // Who sees all needs none; where the right does not reach what is shared with oneself, none could be given.
  const isReachedByShare = key && keys && (keys.includes(key) || keys.includes(everything))
  if (token || !isBusiness || !isReachedByShare) throw new AppError(403, 'access.forbidden')
  if (!(await readEmergencySetting(ctx.db)).allowed) throw new AppError(403, 'emergency.off')
}

async function refuseBeyondQuota(ctx: Context): Promise<void> {
  const { most, hours } = quota
  const since = inMinutes(ctx.now().getTime(), -hours * 60)
  const { items } = await ctx
    .asSystem(why)
    .records(emergencyAccess)
    .list({
      where: { user: ctx.actor.id ?? '', from: { gt: since } },
      sort: '-from',
      limit: most,
      uncounted: true,
      fields: ['from'],
    })
  const first = items[most - 1]
  if (!first) return
  const seconds = Math.ceil((Date.parse(String(first.values.from)) - Date.parse(since)) / 1_000)
  throw new AppError(429, 'emergency.quota', { params: { most, hours, seconds: Math.max(seconds, 1) } })
}

/**
 * A number that is not there, a level above the own clearance and a file in the recycle bin are one question with one answer,
 * so that nothing is learnt from the difference.
 */
async function findFile(ctx: Context, number: string): Promise<EmergencyFile> {
  const [found] = await filesOf(ctx, number)
  const own = { where: { id: found?.id ?? randomUUID() }, limit: 1, uncounted: true, fields: ['level'] }
  const seen = await ctx.records(customer).list(own)
  if (seen.items.length) throw new AppError(409, 'emergency.not_needed')
  if (!found) throw new AppError(404, 'request.not_found')
  const { unit, level } = found.values
  return { id: found.id, unit: typeof unit === 'string' ? unit : null, level: Number(level ?? 1) }
}

async function filesOf(ctx: Context, number: string) {
  const above = (['1', '2', '3'] as const).filter((level) => Number(level) > ctx.actor.clearance)
  const { items } = await ctx
    .asSystem(why)
    .records(customer)
    .list({
      where: { archiveNumber: number, ...(above.length ? { level: { notIn: above } } : {}) },
      limit: 1,
      uncounted: true,
      fields: ['unit', 'level'],
    })
  return items
}
