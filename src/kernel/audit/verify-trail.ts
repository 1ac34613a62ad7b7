import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import type { Finding, Findings } from './seal-report.ts'
import { openFindings } from './seal-report.ts'
import { type Chain, type ChainSettings, verifyChain } from './verify-chain.ts'
import { verifyRows } from './verify-rows.ts'

export type TrailReport = {
  good: boolean
  seals: number
  rows: number
  /** Rows that retention has removed; their hashes are still sealed. */
  removed: number
  /** Rows behind the last seal: the sealer comes to them within moments. */
  unsealed: number
  unsealedSince: string | null
  lastSeal: string | null
  /** Rows of the sealed range per second. */
  speed: number
  findings: Finding[]
  /** All of them, where there are more than are listed. */
  found: number
}

/** By law half a year at the least. */
const leastMonths = 6

/** Proves that the trail is whole, or names what is not. Reads the rows themselves; trusts the given keys alone. */
export async function verifyTrail(db: Runner, settings: ChainSettings): Promise<TrailReport> {
  const findings = openFindings()
  const chain = await verifyChain(db, settings, findings)
  const removedBefore = await readRetention(db, findings)
  const began = performance.now()
  const { rows, removed } = await verifyRows(db, { chain, removedBefore }, findings)
  const seconds = (performance.now() - began) / 1000
  const tail = await readTail(db, chain, findings)
  return {
    good: findings.total === 0,
    seals: chain.seals,
    rows,
    removed,
    ...tail,
    lastSeal: chain.last?.at ?? null,
    speed: Math.round(rows / seconds),
    findings: findings.list,
    found: findings.total,
  }
}

/** Up to which time the trail itself says that rows were removed. */
async function readRetention(db: Runner, findings: Findings): Promise<string | null> {
  const rows = await db.rows<{ id: number; before: string; early: boolean }>(sql`
    select id, reason as before, reason::timestamptz > at - make_interval(months => ${leastMonths}) + interval '1 day' as early
    from audit_event where action = 'retain' and result = 'done' and reason is not null order by reason`)
  for (const { id, early } of rows) if (early) findings.add({ code: 'retention.early', row: String(id) })
  return rows.at(-1)?.before ?? null
}

async function readTail(
  db: Runner,
  { last }: Chain,
  findings: Findings,
): Promise<{ unsealed: number; unsealedSince: string | null }> {
  const [tail] = await db.rows<{ rows: number; since: string | null; ahead: string | null }>(sql`
    select count(*) as rows, min(at) as since,
      min(id) filter (where epoch = ${last?.epoch ?? 1} and xid >= pg_snapshot_xmax(pg_current_snapshot()))::text as ahead
    from audit_event where (epoch, xid) >= (${last?.epoch ?? 1}, ${String(last?.x1 ?? 0)}::xid8)`)
  if (!last && tail?.rows) findings.add({ code: 'trail.unsealed' })
  if (tail?.ahead) findings.add({ code: 'row.ahead', epoch: last?.epoch, row: tail.ahead })
  return { unsealed: tail?.rows ?? 0, unsealedSince: tail?.since ?? null }
}
