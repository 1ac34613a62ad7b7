import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { lastSeal } from './seal-store.ts'

/** Whether the sealer keeps up. `late`: rows wait for longer than a minute, or the heartbeat is missing. */
export type SealState = 'good' | 'late'

export type SealStatus = {
  state: SealState
  seals: number
  rows: number
  epoch: number
  lastSeal: string | null
  /** Seconds for which the oldest row without a seal has waited. */
  lag: number
  key: string | null
}

const lateSeconds = 60
/** Two heartbeats and some patience. */
const silentSeconds = 150

export async function readSealStatus(db: Runner, now: number): Promise<SealStatus> {
  const last = await lastSeal(db)
  const [waiting] = await db.rows<{ at: string }>(sql`
    select at from audit_event where (epoch, xid) >= (${last?.epoch ?? 0}, ${String(last?.x1 ?? 0)}::xid8) order by epoch, xid, id limit 1`)
  const since = (at: string | undefined): number => (at ? Math.max(0, Math.round((now - Date.parse(at)) / 1000)) : 0)
  const lag = since(waiting?.at)
  return {
    state: lag > lateSeconds || since(last?.at) > silentSeconds ? 'late' : 'good',
    seals: last?.no ?? 0,
    rows: last?.size ?? 0,
    epoch: last?.epoch ?? 1,
    lastSeal: last?.at ?? null,
    lag,
    key: last?.key ?? null,
  }
}

const keptMs = 5_000
const kept = new WeakMap<Runner, { until: number; state: Promise<SealState> }>()

/** For whoever only wants to know whether it works; asked at most every few seconds. */
export function sealState(db: Runner): Promise<SealState> {
  const known = kept.get(db)
  if (known && known.until > Date.now()) return known.state
  const state = readSealStatus(db, Date.now()).then((status) => status.state)
  kept.set(db, { until: Date.now() + keptMs, state })
  return state
}

/** For each batch the milliseconds from its last row to its seal, and whether rows wait. */
export async function sealLags(db: Runner): Promise<{ lags: number[]; waiting: boolean }> {
  const rows = await db.rows<{ lag: number }>(
    sql`select extract(epoch from at - last) * 1000 as lag from audit_seal where last is not null`,
  )
  const { lag, lastSeal } = await readSealStatus(db, Number.MAX_SAFE_INTEGER)
  return { lags: rows.map((row) => row.lag), waiting: lag > 0 || lastSeal === null }
}
