import { requireDuty } from '../access/duties.ts'
import type { Context } from '../context.ts'
import { all, type Sql, sql } from '../query/sql.ts'
import { auditRow } from './audit-row.ts'

export type TrailItem = {
  id: number
  at: string
  actor: string | null
  action: string
  object: string | null
  record: string | null
  fields: string[] | null
  channel: string
  result: string
  reason: string | null
}

const pageSize = 100

/** Reads the trail, newest first; reading it stands in it. Those with the duty may. */
export async function readTrail(
  ctx: Context,
  query: { object?: string; record?: string; actor?: string; after?: number },
): Promise<{ items: TrailItem[]; next: number | null }> {
  requireDuty(ctx, 'trail')
  const conditions: Sql[] = []
  if (query.object) conditions.push(sql`object = ${query.object}`)
  if (query.record) conditions.push(sql`record = ${query.record}::uuid`)
  if (query.actor) conditions.push(sql`actor = ${query.actor}::uuid`)
  if (query.after) conditions.push(sql`id < ${query.after}`)
  const rows = await ctx.db.rows<TrailItem>(sql`
    select id, at, actor, action, object, record, fields, channel, result, reason from audit_event where ${all(conditions)} order by at desc, id desc limit ${pageSize + 1}`)
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'read', object: 'audit_event', record: query.record }))
  const items = rows.slice(0, pageSize)
  return { items, next: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null }
}
