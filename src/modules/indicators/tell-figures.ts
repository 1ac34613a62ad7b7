import { auditRow, authorize, type Context, peopleInReach } from '#kernel'
import { AppError } from '#shared/app-error'
import { periodNamed } from '#shared/calendar-period'
import { type Figures, figuresIn, type ToldFigures } from '#shared/figures'
import { hashOf } from './close-periods.ts'
import { countFigures } from './count-figures.ts'
import { indicatorScore } from './indicator-score.ts'

/** The figures of a period, of whom the reader may see: one's own, and for who leads a unit those of its people. */
export async function tellFigures(ctx: Context, name: string): Promise<ToldFigures> {
  const type = ctx.type(indicatorScore.name)
  authorize(ctx, type, 'read')
  const period = periodNamed(name) ?? refuse(name)
  const people = await peopleInReach(ctx, type)
  const kept = await ctx
    .asSystem('figures of a period')
    .records(indicatorScore)
    .list({ where: { period: period.name }, limit: 1, uncounted: true })
  const { from, until } = period
  const closed = kept.items.length > 0
  const { figures, sound } = closed
    ? await keptOf(ctx, period.name)
    : { figures: await countFigures(ctx, period), sound: true }
  const told = people.flatMap((person) => {
    const own = figures.get(person.id)
    return own ? [{ ...person, ...own }] : []
  })
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'group', object: type.name, detail: { period: period.name } }))
  return { period: period.name, from, until, closed, sound, people: told }
}

/** Through the reader's own sight, as any list of records. */
async function keptOf(ctx: Context, period: string) {
  const figures = new Map<string, Figures>()
  let sound = true
  let after: string | undefined
  do {
    const page = await ctx.records(indicatorScore).list({ where: { period }, limit: 200, uncounted: true, after })
    for (const { values } of page.items) {
      const owner = String(values.owner)
      const counted = figuresIn(values)
      figures.set(owner, counted)
      if (hashOf({ period, owner, figures: counted }) !== values.hash) sound = false
    }
    after = page.next ?? undefined
  } while (after)
  return { figures, sound }
}

function refuse(period: string): never {
  throw new AppError(400, 'request.invalid', { params: { detail: `period ${period}` } })
}
