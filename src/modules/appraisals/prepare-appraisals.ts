import { localDate } from '#field-types'
import { type Context, peopleByIds, type Stored, survey, takeTurn, type Values } from '#kernel'
import { indicatorScore } from '#modules/indicators'
import { user } from '#objects'
import { type CalendarPeriod, periodBefore, periodLengths, periodOf } from '#shared/calendar-period'
import { appraisal } from './appraisal.ts'
import { appraisalScheme } from './appraisal-scheme.ts'
import { type Leaders, leadersOf } from './leaders.ts'
import { followFigures } from './low-figures.ts'
import { marksOf } from './marks.ts'
import { totalOf } from './score.ts'

/** Appraises everybody of whose role there is a scheme, once the figures of a period are kept; each once. */
export async function prepareAppraisals(ctx: Context): Promise<void> {
  if (ctx.type(appraisal.name).off || ctx.type(indicatorScore.name).off) return
  await followLeaders(ctx)
  const today = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  for (const length of periodLengths) {
    const period = periodBefore(periodOf(length, today))
    const kept = await keptIn(ctx, period)
    if (!kept.size) continue
    const schemes = await ctx.records(appraisalScheme).list({ where: { active: true, length }, limit: 50 })
    for (const scheme of schemes.items)
      for (const owner of await peopleOf(ctx, scheme, { period, kept }))
        await ctx.transaction((tx) => appraise(tx, { owner, period, scheme, kept: kept.get(owner) }))
  }
}

/** By person. */
async function keptIn(ctx: Context, { name }: CalendarPeriod): Promise<ReadonlyMap<string, Stored>> {
  const fields = Object.keys(indicatorScore.fields)
  const rows = await survey(ctx, ctx.type(indicatorScore.name), { where: { period: name }, fields })
  return new Map(rows.map((row) => [String(row.values.owner), row]))
}

type Kept = { period: CalendarPeriod; kept: ReadonlyMap<string, Stored> }

/** Who came only after the period has no part in it. */
async function peopleOf(ctx: Context, { values }: Stored, { period, kept }: Kept): Promise<string[]> {
  const where = { role: String(values.role), active: true }
  const people = await survey(ctx, ctx.type(user.name), { where, fields: ['name'] })
  return people.filter(({ id, createdAt }) => kept.has(id) || createdAt < period.until).map(({ id }) => id)
}

type One = { owner: string; period: CalendarPeriod; scheme: Stored; kept: Stored | undefined }

/** Once for each person and period; nobody whom nobody leads. */
export async function appraise(ctx: Context, { owner, period, scheme, kept }: One): Promise<void> {
  await takeTurn(ctx.db, `appraisal of ${owner}`)
  const appraisals = ctx.recordsNamed(appraisal.name)
  const where = { owner, period: period.name }
  if ((await appraisals.list({ where, limit: 1, uncounted: true })).items.length) return
  const leaders = await leadersOf(ctx, owner)
  const [person] = await peopleByIds(ctx, [owner])
  if (!leaders || !person) return
  const marks = marksOf(scheme.values, kept?.values)
  const figuresScore = totalOf(marks)
  const { name, length, from, until } = period
  const { id } = await appraisals.create({
    name: `${person.name} ${name}`,
    owner,
    period: name,
    length,
    from,
    until,
    role: String(scheme.values.role),
    ...ledBy(leaders),
    scheme: scheme.id,
    counted: kept?.id ?? null,
    marks,
    figuresScore,
    managerWeight: Number(scheme.values.managerWeight),
    total: figuresScore,
  })
  await followFigures(ctx, { id, owner: person, manager: leaders.manager, period, marks })
}

const ledBy = ({ manager, superior }: Leaders) => ({
  manager: manager.id,
  superior: superior.id,
  unit: manager.unit,
})

/** Whoever leads now goes on with what is open. */
async function followLeaders(ctx: Context): Promise<void> {
  const fields = ['owner', 'state', 'manager', 'superior']
  const open = await survey(ctx, ctx.type(appraisal.name), { where: { state: { ne: 'closed' } }, fields })
  for (const { id, values } of open) {
    const leaders = await leadersOf(ctx, String(values.owner))
    if (!leaders) continue
    const now: Values = values.state === 'writing' ? ledBy(leaders) : { superior: leaders.superior.id }
    if (now.superior === values.superior && (now.manager ?? values.manager) === values.manager) continue
    await ctx.recordsNamed(appraisal.name).update(id, now)
  }
}
