import { requireDuty } from '../access/duties.ts'
import { requireFreshProof } from '../access/fresh-proof.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { defineJob } from '../jobs/define-job.ts'
import { startJob } from '../jobs/jobs.ts'
import { takeTurn } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { NotSealedHere } from './cipher.ts'
import type { Level } from './codec.ts'
import { dataMeaning } from './data-keys.ts'
import { addLevelKey, levels } from './level-keys.ts'
import { type Rotation, runningRotation } from './rotation.ts'
import { unwrapKey, wrapKey } from './wrap-key.ts'

type Place = { after: number; done: number; total: number }

const kind = 'rotate_level_keys'
const batchSize = 1_000

/**
 * New keys for all levels: every data key is wrapped anew, none is changed, and no value is touched. Work goes on meanwhile,
 * as a data key says which level key wraps it. The old ones are emptied when nothing needs them any more.
 */
export const rotationJob = defineJob<Record<string, never>, Place>({
  kind,
  start: async (ctx) => {
    const { keys } = ctx.kernel
    await keys.reread()
    const year = ctx.now().getUTCFullYear()
    for (const level of levels)
      await addLevelKey(ctx.db, keys.house, { level, year, masters: keys.levelKeys.masters() })
    const [row] = await ctx.db.rows<{ total: number }>(
      sql`select count(*) as total from data_key where wrapped is not null`,
    )
    return { after: 0, done: 0, total: row?.total ?? 0 }
  },
  step: async (ctx, _, { after, done, total }) => {
    const rows = await nextKeys(ctx, after)
    const last = rows.at(-1)
    if (!last) {
      await emptyRetired(ctx)
      return { place: { after, done, total }, done, total, finished: true }
    }
    await rewrap(ctx, rows)
    const place = { after: last.id, done: done + rows.length, total }
    return { place, done: place.done, total, finished: false }
  },
  ended: async (ctx, _, state) => {
    await ctx.kernel.audit.write(
      auditRow(ctx, { action: 'rotate', object: 'level_key', result: state === 'done' ? 'done' : 'failed' }),
    )
  },
})

type Row = { id: number; owner: string; level: Level; level_key: number; wrapped: Buffer }

function nextKeys(ctx: Context, after: number): Promise<Row[]> {
  return ctx.db.rows<Row>(sql`
    select id, owner, level, level_key, wrapped from data_key
    where id > ${after} and wrapped is not null and level_key in (select id from level_key where retired_at is not null)
    order by id limit ${batchSize} for update`)
}

async function rewrap(ctx: Context, rows: readonly Row[]): Promise<void> {
  const { house, levelKeys } = ctx.kernel.keys
  // The first step of this run has made them, perhaps in another process.
  await levelKeys.refresh(ctx.db)
  const changed = rows.map(({ id, owner, level, level_key, wrapped }) => {
    const old = levelKeys.find(level_key)
    if (!old) throw new NotSealedHere()
    const meaning = dataMeaning(house, owner, level)
    const under = levelKeys.current(level)
    const again = wrapKey(unwrapKey(wrapped, old, meaning), under.key, meaning)
    return { id, key: under.id, wrapped: `\\x${again.toString('hex')}` }
  })
  await ctx.db.rows(sql`
    update data_key set level_key = rows.key, wrapped = rows.wrapped
    from json_to_recordset(${JSON.stringify(changed)}::json) as rows(id bigint, key integer, wrapped bytea) where data_key.id = rows.id`)
}

/** Level keys that wrap nothing any more. */
async function emptyRetired(ctx: Context): Promise<void> {
  await ctx.db.rows(sql`
    update level_key set wrapped = null where retired_at is not null and wrapped is not null
      and not exists (select from data_key where data_key.level_key = level_key.id and data_key.wrapped is not null)`)
}

/** Starts a rotation; answers with the job, also where one is running already. */
export async function startRotation(ctx: Context): Promise<string> {
  requireDuty(ctx, 'keys')
  requireFreshProof(ctx)
  return ctx.transaction(async (tx) => {
    await takeTurn(tx.db, kind)
    const running = await runningLevelRotation(tx)
    if (running) return running.id
    await tx.kernel.audit.write(auditRow(tx, { action: 'rotate', object: 'level_key' }))
    return startJob(tx, kind, {})
  })
}

export function runningLevelRotation(ctx: Context): Promise<Rotation | undefined> {
  return runningRotation(ctx, kind)
}

/** A new year has new keys. */
export async function rotateWhenDue(ctx: Context): Promise<void> {
  const [row] = await ctx.db.rows<{ year: number }>(
    sql`select min(year)::integer as year from level_key where retired_at is null`,
  )
  if (row && row.year < ctx.now().getUTCFullYear()) await startRotation(ctx)
}
