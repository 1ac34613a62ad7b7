import { isDeepStrictEqual } from 'node:util'
import { type Context, everything, type Follower, type Prepared, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import { agendaItem } from './agenda-item.ts'
import { meeting } from './meeting.ts'
import { meetingAction } from './meeting-action.ts'

const why = 'keep minutes'

/** What of a meeting is not for all who come to say. */
const ofChair = ['state', 'startsAt', 'chair', 'recorder', 'participants', 'unit', 'series'] as const

/** All who come write the minutes together; who comes and when, and that the minutes are right, say its chair, its recorder, and those who lead its unit. */
export async function prepareMeeting(ctx: Context, values: Values, before: Values | null): Promise<void> {
  const isSaid = before !== null && ofChair.some((field) => !isDeepStrictEqual(values[field], before[field]))
  if (isSaid && !(await leads(ctx, before))) throw new AppError(403, 'meeting.not_yours')
  const isClosing = values.state === 'closed' && before?.state !== 'closed'
  if (!isClosing) return
  if (!before || Date.parse(String(values.startsAt)) > ctx.now().getTime())
    throw new AppError(422, 'meeting.not_begun', { errors: [{ path: 'state', code: 'meeting.not_begun', params: {} }] })
  values.closedAt = ctx.now().toISOString()
  values.closedBy = ctx.actor.id
}

async function leads(ctx: Context, { chair, recorder, unit }: Values): Promise<boolean> {
  if (ctx.systemReason) return true
  const reach = ctx.actor.reach(ctx.type(meeting.name), 'update') ?? []
  const holders = [chair, recorder, unit].filter((id) => typeof id === 'string')
  const keys = await ctx.kernel.principals.keysOf(ctx.db, holders)
  return reach.includes(everything) || [...keys.values()].some((key) => reach.includes(key))
}

/** With the minutes all that stands in them is final. */
export const followClosing: Follower = {
  fields: ['state'],
  follow: async (ctx, { action, records }) => {
    if (action !== 'update') return
    for (const { id, after } of records) if (after?.state === 'closed') await seal(ctx, id)
  },
}

async function seal(ctx: Context, id: string): Promise<void> {
  const system = ctx.asSystem(why)
  for (const part of [agendaItem, meetingAction]) {
    const records = system.recordsNamed(part.name)
    const open = { meeting: id, sealed: false }
    for (let left = true; left; ) {
      const { items } = await records.list({ where: open, limit: 200, uncounted: true, fields: ['sealed'] })
      for (const item of items) await records.update(item.id, { sealed: true })
      left = items.length === 200
    }
  }
}

/** What comes after the minutes are confirmed is an addition to them, and final at once. */
export async function prepareItem(
  ctx: Context,
  values: Values,
  before: Values | null,
  { returns }: Prepared,
): Promise<void> {
  if (ctx.systemReason || (await meetingOf(ctx, values)).state !== 'closed') return
  if (before || returns) throw new AppError(422, 'meeting.closed')
  values.correction = true
  values.sealed = true
}

export async function prepareAction(ctx: Context, values: Values): Promise<void> {
  const { state, series } = await meetingOf(ctx, values)
  values.series = series ?? null
  if (state === 'closed' && !ctx.systemReason) throw new AppError(422, 'meeting.closed')
}

async function meetingOf(ctx: Context, { meeting: id }: Values): Promise<Values> {
  const { items } = await ctx
    .asSystem(why)
    .records(meeting)
    .list({ where: { id: String(id) }, limit: 1, uncounted: true })
  return items[0]?.values ?? {}
}
