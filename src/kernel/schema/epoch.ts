import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/**
 * A database that was restored from a dump, or moved to a new server, may count its transactions from a lower number than
 * its seals name. From then on rows belong to a new epoch; the sealer closes the old one and signs the new one.
 */
export async function ensureEpoch(db: Runner, now: Date): Promise<void> {
  const [row] = await db.rows<{ epoch: number; behind: boolean }>(sql`
    select latest.epoch, latest.xid > pg_snapshot_xmax(pg_current_snapshot())::text::bigint as behind from (
      (select epoch, x1 as xid from audit_seal order by no desc limit 1)
      union all (select epoch, xid::text::bigint from audit_event order by epoch desc, xid desc limit 1)
    ) as latest order by latest.epoch desc, latest.xid desc limit 1`)
  if (!row?.behind) return
  const epoch = row.epoch + 1
  await db.text(`alter table audit_event alter column epoch set default ${epoch}`)
  const facts = { action: 'configure', object: 'audit_event', channel: 'setup', result: 'done', reason: 'epoch' }
  await db.rows(sql`
    insert into audit_event (at, channel, action, object, result, reason, body) values (${now.toISOString()}::timestamptz, ${facts.channel},
      ${facts.action}, ${facts.object}, ${facts.result}, ${facts.reason}, ${JSON.stringify({ ...facts, detail: { epoch } })})`)
}
