import { auditRow, authorize, type Context, peopleInReach, type Stored, survey, systemActor } from '#kernel'
import { unit, user } from '#objects'
import { mondayOf, reportsDue } from './rhythm.ts'
import { workReport } from './work-report.ts'

/** How somebody's report of a week stands; `away`: not asked for, as somebody else stood in for them on the day on which it was due. */
export type HandedIn = {
  id: string
  name: string
  unitName: string | null
  state: 'missing' | 'away' | 'submitted' | 'answered'
  report: string | null
}

/** Whose reports of a week are there and whose are not, of those whom the reader leads; a draft is its author's alone and not there yet. */
export async function reportsOfWeek(ctx: Context, day: string): Promise<{ week: string; people: HandedIn[] }> {
  const type = ctx.type(workReport.name)
  authorize(ctx, type, 'read')
  const week = mondayOf(day)
  const house = ctx.with({ actor: systemActor, systemReason: 'whose reports are there' })
  const [asked, led] = [await askedFor(house, week), await peopleInReach(ctx, type)]
  const people = led.flatMap(({ id, name, unitName }): HandedIn[] => {
    const known = asked.get(id)
    return known ? [{ id, name, unitName, state: known.state, report: known.report }] : []
  })
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'group', object: type.name, detail: { week } }))
  return { week, people }
}

type Asked = Pick<HandedIn, 'state' | 'report'> & { superior: string | null }

/** All who are led by somebody and so write a report each week, and who else has written one, with how that of a week stands. */
export async function askedFor(ctx: Context, week: string): Promise<ReadonlyMap<string, Asked>> {
  const due = reportsDue(ctx.kernel.settings.calendar, week)
  const reports = await whole(ctx, workReport.name, { week, state: { ne: 'draft' } }, ['author', 'state'])
  const known = new Map(reports.map((report) => [String(report.values.author), report]))
  const away = due ? await awayOn(ctx, due) : new Set<string>()
  const superiors = await superiorsOf(ctx)
  return new Map(
    [...new Set([...superiors.keys(), ...known.keys()])].map((id): [string, Asked] => {
      const report = known.get(id)
      const superior = superiors.get(id) ?? null
      if (report)
        return [
          id,
          { superior, report: report.id, state: report.values.state === 'answered' ? 'answered' : 'submitted' },
        ]
      return [id, { superior, report: null, state: away.has(id) ? 'away' : 'missing' }]
    }),
  )
}

/** Those for whom somebody stands in at noon of a day. */
async function awayOn(ctx: Context, day: string): Promise<ReadonlySet<string>> {
  const noon = `${day} 12:00`
  const absent = await whole(ctx, 'delegation', { from: { lte: noon }, until: { gt: noon } }, ['absent'])
  return new Set(absent.map(({ values }) => String(values.absent)))
}

/** Who leads each person: the manager of their unit, or of the first one above it that somebody else leads. */
async function superiorsOf(ctx: Context): Promise<ReadonlyMap<string, string>> {
  const people = await whole(ctx, user.name, { active: true }, ['unit'])
  const active = new Set(people.map(({ id }) => id))
  const units = new Map((await whole(ctx, unit.name, {}, ['parent', 'manager'])).map(({ id, values }) => [id, values]))
  const led = people.flatMap(({ id, values }): [string, string][] => {
    const seen = new Set<unknown>()
    for (let at = values.unit; typeof at === 'string' && !seen.has(at); at = units.get(at)?.parent) {
      const manager = units.get(at)?.manager
      if (typeof manager === 'string' && manager !== id && active.has(manager)) return [[id, manager]]
      seen.add(at)
    }
    return []
  })
  return new Map(led)
}

async function whole(
  ctx: Context,
  object: string,
  where: Record<string, unknown>,
  fields: readonly string[],
): Promise<Stored[]> {
  const found: Stored[] = []
  for (let after: string | undefined; ; ) {
    const some = await survey(ctx, ctx.type(object), { where, fields, after })
    found.push(...some)
    after = some.at(-1)?.id
    if (!after) return found
  }
}
