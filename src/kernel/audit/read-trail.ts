import { requireDuty } from '../access/duties.ts'
import type { Context } from '../context.ts'
import { encodeCursor } from '../query/cursor.ts'
import { all, sql } from '../query/sql.ts'
import { auditRow } from './audit-row.ts'
import { behind, type TrailQuery, trailConditions } from './trail-query.ts'
import { trailTitles } from './trail-titles.ts'

type TrailItem = {
  id: number
  at: string
  actor: string | null
  session: string | null
  action: string
  object: string | null
  record: string | null
  owner: string | null
  /** How many records the line names. */
  records: number
  level: number | null
  fields: string[] | null
  purpose: string | null
  rule: string | null
  reason: string | null
  channel: string
  result: string
  ip: string | null
  request: string | null
}

export type TrailPage = { items: TrailItem[]; next: string | null; titles: Record<string, string> }

const defaultLimit = 100

const itemColumns = sql.raw(
  `id, at, actor, session, action, object, record, owner, coalesce(cardinality(records), 0) as records, level, fields, purpose, rule, reason,
   channel, result, ip, request, at::text as place`,
)

/**
 * Reads the trail, newest first. Whoever has the duty sees every line: nobody's filter or scope narrows it.
 * Reading stands in it too.
 */
export async function readTrail(
  ctx: Context,
  { after, limit = defaultLimit, ...query }: TrailQuery & { after?: string; limit?: number },
): Promise<TrailPage> {
  requireDuty(ctx, 'trail')
  const rows = await ctx.db.rows<TrailItem & { place: string }>(sql`
    select ${itemColumns} from audit_event where ${all([...trailConditions(query), ...behind(after)])} order by audit_event.at desc, audit_event.id desc limit ${limit + 1}`)
  await noteReading(ctx, query)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ place: _, ...item }) => item),
    next: rows.length > limit && last ? encodeCursor([last.place, last.id]) : null,
    titles: await trailTitles(ctx, shown),
  }
}

/** Which questions were asked; what was typed as a reason is not repeated. */
export async function noteReading(ctx: Context, query: TrailQuery): Promise<void> {
  const { reason, ...asked } = query
  const detail = Object.fromEntries(
    Object.entries({ ...asked, reason: reason && 'text' }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
  await ctx.kernel.audit.write(
    auditRow(ctx, { action: 'read', object: 'audit_event', record: query.file ?? query.record, detail }),
  )
}
