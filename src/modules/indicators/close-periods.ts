import { createHash } from 'node:crypto'
import { localDate } from '#field-types'
import { type Context, peopleInReach, takeTurn } from '#kernel'
import { type CalendarPeriod, periodBefore, periodLengths, periodOf } from '#shared/calendar-period'
import { countNames, type Figures } from '#shared/figures'
import { countFigures } from './count-figures.ts'
import { indicatorScore } from './indicator-score.ts'

/** A house that stood still for a while catches up with so many. */
const mostBehind = 3

/** Freezes the figures of periods that are over, each once. */
export async function closePeriods(ctx: Context): Promise<void> {
  const today = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  for (const length of periodLengths) {
    let period = periodOf(length, today)
    for (let behind = 0; behind < mostBehind; behind++) {
      period = periodBefore(period)
      const over = period
      await ctx.transaction((tx) => closePeriod(tx, over))
    }
  }
}

async function closePeriod(ctx: Context, period: CalendarPeriod): Promise<void> {
  await takeTurn(ctx.db, `figures of ${period.name}`)
  const scores = ctx.records(indicatorScore)
  if ((await scores.list({ where: { period: period.name }, limit: 1, uncounted: true })).items.length) return
  const figures = await countFigures(ctx, period)
  const units = new Map((await peopleInReach(ctx, ctx.type(indicatorScore.name))).map(({ id, unit }) => [id, unit]))
  const { name, length, from, until } = period
  const inputs = [...figures].map(([owner, counted]) => {
    const unit = units.get(owner) ?? null
    const input = { period: name, length, from, until, owner, unit, ...counted }
    return { input: { ...input, hash: hashOf({ period: name, owner, figures: counted }) } }
  })
  if (inputs.length) await scores.createMany(inputs)
}

/** Of what was counted for whom: a figure that somebody changes in the database no longer fits it. */
export function hashOf({ period, owner, figures }: { period: string; owner: string; figures: Figures }): string {
  const told = hashed.map((name) => [name, figures[name]])
  return createHash('sha256')
    .update(JSON.stringify([period, owner, told]))
    .digest('hex')
}

/** In the order in which the first period was hashed. */
const hashed = [...countNames.slice(0, -1), 'age', 'work'] as const
