import { z } from 'zod'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/** Up to which transaction the trail has been gone through, and when. */
export const trailPlace = z.object({ epoch: z.number(), xid: z.string(), at: z.string() })
export type TrailPlace = z.infer<typeof trailPlace>

type FileChange = { file: string; actor: string; changes: number }

/** What was done to which file by whom since a place, and how many alarms there were. */
export type ChangesSince = { place: TrailPlace; files: FileChange[]; alarms: number }

const changing = ['create', 'update', 'delete', 'restore']
/** By hand or by program; what the product is filled with at first concerns nobody. */
const channels = ['page', 'api', 'import', 'job']
/** How long before its commit a line may have been written. */
const slackHours = 1

/**
 * Goes on through the trail from a place. Lines are told by the transaction that they are of, and only when each older one has
 * ended, so that none is met twice and none is left out. Without a place, or from one of another epoch, it begins with now.
 */
export async function changesSince(db: Runner, from: TrailPlace | undefined): Promise<ChangesSince> {
  const [now] = await db.rows<TrailPlace>(sql`
    select coalesce((select epoch from audit_event order by at desc, id desc limit 1), 1) as epoch,
      pg_snapshot_xmin(pg_current_snapshot())::text as xid, now() as at`)
  if (!now) throw new Error('A query without a table has one row')
  if (!from || from.epoch !== now.epoch) return { place: now, files: [], alarms: 0 }
  const since = sql`at >= ${from.at}::timestamptz - make_interval(hours => ${slackHours}) and xid >= ${from.xid}::xid8 and xid < ${now.xid}::xid8`
  const files = await db.rows<FileChange>(sql`
    select owner as file, actor, count(*)::integer as changes from audit_event
    where ${since} and action = any(${changing}::text[]) and result = 'done' and channel = any(${channels}::text[])
      and actor is not null and owner is not null
    group by owner, actor`)
  const [told] = await db.rows<{ alarms: number }>(
    sql`select count(*)::integer as alarms from audit_event where ${since} and action = 'alarm'`,
  )
  return { place: now, files, alarms: told?.alarms ?? 0 }
}
