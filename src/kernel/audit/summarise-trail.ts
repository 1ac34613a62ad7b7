import { requireDuty } from '../access/duties.ts'
import type { Context } from '../context.ts'
import { all, type Sql, sql } from '../query/sql.ts'
import { noteReading } from './read-trail.ts'
import { type TrailQuery, trailConditions } from './trail-query.ts'
import { trailTitles } from './trail-titles.ts'

export const summaryKinds = ['actor', 'file', 'action', 'day', 'hour'] as const
export type SummaryKind = (typeof summaryKinds)[number]

/** `value`: who, which file, what act, or the day or hour in the company's time. */
type SummaryGroup = {
  value: string | null
  object: string | null
  count: number
  refused: number
  first: string
  last: string
}

export type TrailSummary = { groups: SummaryGroup[]; titles: Record<string, string> }

const mostGroups = 1_000
/** Without a beginning a sum would read the trail of all years. */
const daysByDefault = 30

/** Who looked at it, what did this person look at, when: counts of the lines that a question finds. */
export async function summariseTrail(ctx: Context, by: SummaryKind, query: TrailQuery): Promise<TrailSummary> {
  requireDuty(ctx, 'trail')
  const from = query.from ?? new Date(Date.now() - daysByDefault * 86_400_000).toISOString()
  const { value: grouped, condition = [] } = groupings(ctx.kernel.settings.timeZone)[by]
  const rows = await ctx.db.rows<SummaryGroup & { child: string | null }>(sql`
    select ${grouped} as value, max(object) filter (where owner is null or owner = record) as object, max(object) as child, count(*) as count, count(*) filter (where result <> 'done') as refused, min(at) as first, max(at) as last
    from audit_event where ${all([...trailConditions({ ...query, from }), ...condition])}
    group by 1 order by ${by === 'day' || by === 'hour' ? sql`1 desc` : sql`count(*) desc, 1`} limit ${mostGroups}`)
  await noteReading(ctx, { ...query, from })
  const none = { actor: null, object: null, record: null, owner: null }
  const groups = rows.map(({ child, ...group }) => {
    const parent = child ? ctx.kernel.registry.objects.get(child)?.parent?.object : undefined
    return { ...group, object: by === 'file' ? (group.object ?? parent ?? null) : null }
  })
  const named = groups.map(({ value, object }) => {
    if (by === 'actor') return { ...none, actor: value }
    return by === 'file' ? { ...none, object, record: value } : none
  })
  return { groups, titles: await trailTitles(ctx, named) }
}

type Grouping = { value: Sql; condition?: Sql[] }

function groupings(zone: string): Readonly<Record<SummaryKind, Grouping>> {
  const local = (format: string): Sql => sql`to_char(at at time zone ${zone}, ${sql.lit(format)})`
  return {
    actor: { value: sql`actor::text` },
    action: { value: sql`action` },
    day: { value: local('YYYY-MM-DD') },
    hour: { value: local('YYYY-MM-DD"T"HH24') },
    // Lines of what stands on a file count for the file.
    file: {
      value: sql`coalesce(owner, record)::text`,
      condition: [sql`coalesce(owner, record) is not null`],
    },
  }
}
