import { systemActor } from '../access/actor.ts'
import { requireDuty } from '../access/duties.ts'
import { requireFreshProof } from '../access/fresh-proof.ts'
import type { Context } from '../context.ts'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { auditRow, insertAuditRows } from './audit-row.ts'
import { lastSeal } from './seal-store.ts'

export async function retentionMonths(db: Runner): Promise<number> {
  const [row] = await db.rows<{ months: number }>(sql`select months from trail_setting`)
  return row?.months ?? 36
}

/** Only whoever answers for the trail says how long it is kept, and says why. */
export async function setRetention(ctx: Context, months: number, reason: string): Promise<void> {
  requireDuty(ctx, 'trail')
  requireFreshProof(ctx)
  await ctx.transaction(async (tx) => {
    const detail = { months, before: await retentionMonths(tx.db) }
    await tx.db.rows(sql`update trail_setting set months = ${months}`)
    const row = auditRow(tx, { action: 'configure', object: 'audit_event', fields: ['months'], reason, detail })
    await insertAuditRows(tx.db, [row])
  })
}

type Partition = { name: string; until: string }

/**
 * Removes the months whose time is over, as the tables' owner. A line that says so is written first; the seals and the hashes
 * of the rows stay, so that what is left is proven as before. Answers with the months that went.
 */
export async function removeExpired(owner: Runner, now: Date, request: string): Promise<string[]> {
  const months = await retentionMonths(owner)
  const bound = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1)).toISOString()
  const expired = (await readPartitions(owner)).filter(({ until }) => until <= bound)
  const gone: string[] = []
  for (const { name, until } of expired) {
    if (await hasUnsealed(owner, name)) continue
    const source = {
      actor: systemActor,
      channel: 'job',
      systemReason: 'retention',
      ip: null,
      purpose: null,
      requestId: request,
    } as const
    const detail = { partition: name, months }
    await insertAuditRows(owner, [auditRow(source, { action: 'retain', object: 'audit_event', reason: until, detail })])
    await owner.text(`drop table ${name}`)
    gone.push(name)
  }
  return gone
}

/** The months that there are, by the end of each. */
async function readPartitions(db: Runner): Promise<Partition[]> {
  const rows = await db.rows<{ name: string }>(
    sql`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_event'::regclass order by 1`,
  )
  return rows.flatMap(({ name }) => {
    const [, year, month] = /^audit_event_(\d{4})_(\d{2})$/.exec(name) ?? []
    return year ? [{ name, until: new Date(Date.UTC(Number(year), Number(month), 1)).toISOString() }] : []
  })
}

/** What was never sealed could be removed without a trace. */
async function hasUnsealed(db: Runner, partition: string): Promise<boolean> {
  const last = await lastSeal(db)
  const [row] = await db.rows(
    sql`select 1 from ${sql.id(partition)} where (epoch, xid) >= (${last?.epoch ?? 0}, ${String(last?.x1 ?? 0)}::xid8) limit 1`,
  )
  return row !== undefined
}
