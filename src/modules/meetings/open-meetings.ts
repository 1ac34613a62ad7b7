import { localDate } from '#field-types'
import { type Context, type Follower, peopleByIds, takeTurn, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import { agendaItem } from './agenda-item.ts'
import { meeting } from './meeting.ts'
import { regularMeeting } from './regular-meeting.ts'
import { daysAfter, heldOn, nextNamed, rhythmOf } from './rhythm.ts'

const why = 'call for a meeting'
/** People are asked to come so many days before, and can put something up. */
const daysAhead = 7
const clock = /^([01]\d|2[0-3]):[0-5]\d$/

/** Says for which day a series next calls. Not in the past, and not beside a meeting that was called for already. */
export async function prepareSeries(
  ctx: Context,
  values: Values,
  before: Values | null,
  { id }: { id: string },
): Promise<void> {
  const { time, startOn, active } = values
  if (typeof time === 'string' && !clock.test(time))
    throw new AppError(422, 'meeting.time', { errors: [{ path: 'time', code: 'meeting.time', params: {} }] })
  const moved = ['rhythm', 'startOn', 'active'].some((field) => values[field] !== before?.[field])
  if (before && !moved) return
  const called = before ? await lastCalled(ctx, id) : undefined
  const after = [daysAfter(today(ctx), -1), called ?? ''].sort().at(-1) ?? ''
  values.nextOn =
    active === true && typeof startOn === 'string' ? nextNamed(rhythmOf(values.rhythm), startOn, after) : null
}

async function lastCalled(ctx: Context, series: string): Promise<string | undefined> {
  const last = await lastMeeting(ctx, series)
  return last && localDate(new Date(String(last.startsAt)), ctx.kernel.settings.timeZone)
}

async function lastMeeting(ctx: Context, series: string): Promise<{ id: string; startsAt: unknown } | undefined> {
  const { items } = await ctx
    .asSystem(why)
    .records(meeting)
    .list({ where: { series, state: { ne: 'cancelled' } }, sort: '-startsAt', limit: 1, uncounted: true })
  const [last] = items
  return last && { id: last.id, startsAt: last.values.startsAt }
}

/** A series that is new or held otherwise calls at once for what is near. */
export const followSeries: Follower = {
  fields: ['active', 'rhythm', 'startOn'],
  follow: async (ctx, { action, records }) => {
    if (action === 'delete') return
    for (const { id } of records) await callFor(ctx, id)
  },
}

/** Calls for the meetings of all series that are near. */
export async function callForMeetings(ctx: Context): Promise<void> {
  if (ctx.type(regularMeeting.name).off) return
  const where = { active: true, nextOn: { lte: daysAfter(today(ctx), daysAhead) } }
  const { items } = await ctx.records(regularMeeting).list({ where, limit: 200, uncounted: true })
  for (const { id } of items) await ctx.transaction((tx) => callFor(tx, id))
}

async function callFor(ctx: Context, id: string): Promise<void> {
  await takeTurn(ctx.db, `meetings of ${id}`)
  const all = ctx.asSystem(why).records(regularMeeting)
  for (;;) {
    const series = await all.get(id)
    const { nextOn, startOn } = series
    if (!series.active || typeof nextOn !== 'string' || nextOn > daysAfter(today(ctx), daysAhead)) return
    // What nobody leads any more waits for another chair.
    if (!(await peopleByIds(ctx, [String(series.chair)])).length) return
    const rhythm = rhythmOf(series.rhythm)
    const day = heldOn(ctx.kernel.settings.calendar, { rhythm, start: String(startOn), named: nextOn })
    if (day && day >= today(ctx)) await call(ctx, series, day)
    const after = [nextOn, daysAfter(today(ctx), -1)].sort().at(-1) ?? nextOn
    await all.update(id, { nextOn: nextNamed(rhythm, String(startOn), after) })
  }
}

async function call(ctx: Context, series: Values & { id: string }, day: string): Promise<void> {
  const system = ctx.asSystem(why)
  const last = await lastMeeting(ctx, series.id)
  const { id } = await system.recordsNamed(meeting.name).create({
    name: `${String(series.name)} ${day}`,
    series: series.id,
    startsAt: `${day} ${String(series.time ?? '09:30')}`,
    place: series.place,
    chair: series.chair,
    recorder: series.recorder,
    participants: series.participants,
    unit: series.unit,
  })
  const standing = String(series.agenda ?? '')
    .split('\n')
    .map((line) => line.trim().slice(0, 200))
    .filter((line) => line)
    .map((title, at) => ({ title, proposer: String(series.chair), position: (at + 1) * 10 }))
  const carried = last ? await postponed(ctx, last.id) : []
  const inputs = [...standing, ...carried].map((item) => ({ input: { ...item, meeting: id } }))
  if (inputs.length) await system.recordsNamed(agendaItem.name).createMany(inputs)
}

/** What the last meeting left for this one. */
async function postponed(ctx: Context, last: string): Promise<Values[]> {
  const { items } = await ctx
    .asSystem(why)
    .records(agendaItem)
    .list({ where: { meeting: last, state: 'postponed' }, sort: 'position', limit: 200, uncounted: true })
  return items.map(({ values: { title, details, proposer, position } }) => ({ title, details, proposer, position }))
}

function today(ctx: Context): string {
  return localDate(ctx.now(), ctx.kernel.settings.timeZone)
}
