import { type Context, type Person, survey } from '#kernel'
import type { CalendarPeriod } from '#shared/calendar-period'
import { periodOf } from '#shared/calendar-period'
import type { FigureName } from '#shared/figures'
import { figureLabels } from './figures.ts'
import type { Mark } from './marks.ts'

const object = 'improvement'

type Appraised = { id: string; owner: Person; manager: Person; period: CalendarPeriod; marks: readonly Mark[] }

/**
 * A figure that is worth less than 60 is to be made better by whom it is of, and is checked with that of the next period, which is
 * written beside it; as long as that goes on there is no second one.
 */
export async function followFigures(ctx: Context, appraised: Appraised): Promise<void> {
  if (ctx.type(object).off) return
  for (const mark of appraised.marks) {
    if (mark.value === null) continue
    const going = await openFor(ctx, appraised, mark.figure)
    for (const { id } of going) await ctx.recordsNamed(object).update(id, { after: mark.value })
    if (mark.score !== null && mark.score < 60 && !going.length) await improve(ctx, appraised, mark)
  }
}

function openFor(ctx: Context, { owner, period }: Appraised, figure: FigureName) {
  return survey(ctx, ctx.type(object), {
    where: { owner: owner.id, figure, figureLength: period.length, stage: { notIn: ['closed', 'dropped'] } },
    fields: ['figure'],
  })
}

async function improve(ctx: Context, { id, owner, manager, period, marks: _ }: Appraised, mark: Mark): Promise<void> {
  const next = periodOf(period.length, period.until)
  const named = figureLabels[mark.figure][owner.language]
  const unit = mark.figure === 'age' ? { zh: '天', en: 'days' }[owner.language] : '%'
  await ctx.recordsNamed(object).create({
    title: `${named} ${mark.value} ${unit} · ${period.name}`,
    source: 'figure',
    owner: owner.id,
    unit: owner.unit,
    checker: manager.id,
    dueOn: dayBefore(next.until),
    checkOn: next.until,
    measure: `${named} (${unit})`,
    before: mark.value,
    target: mark.sixty,
    appraisal: id,
    figure: mark.figure,
    figureLength: period.length,
  })
}

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
