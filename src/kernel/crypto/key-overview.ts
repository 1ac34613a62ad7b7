import { requireDuty } from '../access/duties.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'
import { indexAlgorithm } from './blind-index.ts'
import type { Level } from './codec.ts'
import { type SheetsDue, sheetsDue } from './keep-sheets.ts'
import { runningIndexRotation } from './rotate-index.ts'
import { runningLevelRotation } from './rotate-keys.ts'
import type { Rotation } from './rotation.ts'

type LevelFacts = { level: Level; year: number; createdAt: string; keys: number; destroyed: number }

export type KeyOverview = {
  master: {
    fingerprint: string
    algorithm: string
    createdAt: string
    sheetShownAt: string | null
    sheetKeptAt: string | null
    /** What is left to do about its recovery sheets. */
    sheetsDue: SheetsDue | null
  }
  levels: LevelFacts[]
  /** Files whose keys have been destroyed. */
  destroyed: number
  /** When the keys of the levels change by themselves. */
  dueAt: string
  rotation: Rotation | null
  /** The key by which sealed values are found. */
  index: { algorithm: string; createdAt: string; rotation: Rotation | null }
  plain: boolean
}

/** What keys there are, how old, and how much each protects. Never what they are. */
export async function keyOverview(ctx: Context): Promise<KeyOverview> {
  requireDuty(ctx, 'keys')
  const { keys } = ctx.kernel
  const [master] = await ctx.db.rows<{ fingerprint: string; algorithm: string; createdAt: string }>(
    sql`select fingerprint, algorithm, created_at as "createdAt" from master_key where retired_at is null`,
  )
  const levels = await ctx.db.rows<LevelFacts>(sql`
    select level_key.level, year, level_key.created_at as "createdAt", coalesce(kept.keys, 0)::integer as keys, coalesce(kept.destroyed, 0)::integer as destroyed
    from level_key left join (
      select level, count(*) filter (where wrapped is not null) as keys, count(*) filter (where wrapped is null) as destroyed from data_key group by level
    ) as kept on kept.level = level_key.level where retired_at is null order by level`)
  const [index] = await ctx.db.rows<{ createdAt: string }>(
    sql`select created_at as "createdAt" from index_key where used_from is not null and retired_at is null`,
  )
  const [ledger] = await ctx.db.rows<{ count: number }>(sql`select count(*)::integer as count from shred_ledger`)
  if (!master || !index) throw new Error('A house has a master key and one for the index')
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'read', object: 'level_key' }))
  const secrets = keys.secrets()
  const { sheetShownAt, sheetKeptAt } = secrets
  return {
    master: { ...master, sheetShownAt, sheetKeptAt, sheetsDue: sheetsDue(secrets) },
    levels,
    destroyed: ledger?.count ?? 0,
    dueAt: new Date(Date.UTC((levels[0]?.year ?? ctx.now().getUTCFullYear()) + 1, 0, 1)).toISOString(),
    rotation: (await runningLevelRotation(ctx)) ?? null,
    index: { algorithm: indexAlgorithm, ...index, rotation: (await runningIndexRotation(ctx)) ?? null },
    plain: await keys.plain(),
  }
}
