import type { Runner } from '../query/database.ts'

const monthsAhead = 3

/** The trail's partitions, made ahead of time; also run daily, so that no month begins without one. */
export async function ensurePartitions(db: Runner, now: Date): Promise<void> {
  for (let ahead = -1; ahead <= monthsAhead; ahead++) {
    const from = monthStart(now, ahead)
    const name = `audit_event_${from.slice(0, 4)}_${from.slice(5, 7)}`
    await db.text(
      `create table if not exists ${name} partition of audit_event for values from ('${from}') to ('${monthStart(now, ahead + 1)}')`,
    )
  }
}

function monthStart(now: Date, ahead: number): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString()
}
