import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/app-error'
import { systemActor } from '../access/actor.ts'
import { requireDuty } from '../access/duties.ts'
import { requireFreshProof } from '../access/fresh-proof.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { defineJob, type Step } from '../jobs/define-job.ts'
import { startJob } from '../jobs/jobs.ts'
import { locks, takeTurn } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { countHashed, hashAnew, hashedTypes } from './hash-anew.ts'
import { checkOf, readIndexKeys, secretOf } from './index-keys.ts'
import { voidSheets } from './key-file.ts'
import { type Rotation, runningRotation } from './rotation.ts'

/** `source`: whose records are walked, and `after`: how far. */
type Place = {
  stage: 'announce' | 'exchange' | 'walk' | 'drop'
  source: number
  after: string
  done: number
  total: number
}

const kind = 'rotate_index_key'
const firstId = '00000000-0000-0000-0000-000000000000'

/** By then every process knows the new key: they look each second. */
const announcedSeconds = 5

/**
 * A new key for the index, while work goes on. It is announced, so that everybody finds by it too; it is exchanged, and nobody
 * writes under the old one any more; every record's hashes are written anew; then the old key goes with whatever is left
 * under it, which belongs to no record. After a kill the work goes on behind its last whole step.
 */
export const indexRotationJob = defineJob<Record<string, never>, Place>({
  kind,
  start: async (ctx) => ({ stage: 'announce', source: 0, after: firstId, done: 0, total: await countHashed(ctx) }),
  step: (ctx, _, place) => stages[place.stage](ctx, place),
  ended: async (ctx, _, state) => {
    await ctx.kernel.audit.write(
      auditRow(ctx, { action: 'rotate', object: 'index_key', result: state === 'done' ? 'done' : 'failed' }),
    )
  },
})

const stages: Record<Place['stage'], (ctx: Context, place: Place) => Promise<Step<Place>>> = {
  announce: async (ctx, place) => {
    await announce(ctx)
    return { ...at(place, { stage: 'exchange' }), pause: announcedSeconds }
  },
  exchange: async (ctx, place) => {
    const pause = await secondsToWait(ctx)
    if (pause > 0) return { ...at(place, {}), pause }
    await exchange(ctx)
    return at(place, { stage: 'walk' })
  },
  walk: async (ctx, place) => {
    const type = hashedTypes(ctx)[place.source]
    if (!type) {
      await clear(ctx)
      return at(place, { stage: 'drop' })
    }
    const { after, count } = await hashAnew(ctx, type, place.after)
    const next = after === null ? { source: place.source + 1, after: firstId } : { after }
    return at(place, { ...next, done: place.done + count })
  },
  drop: async (ctx, place) => {
    await dropSecrets(ctx)
    return { ...at(place, {}), finished: true }
  },
}

function at(before: Place, change: Partial<Place>): Step<Place> {
  const place = { ...before, ...change }
  return { place, done: place.done, total: place.total, finished: false }
}

/**
 * The file holds the new key before the database knows of it. One that a kill left in the file without the database knowing
 * was never used, and goes.
 */
async function announce(ctx: Context): Promise<void> {
  const { keys } = ctx.kernel
  const rows = await readIndexKeys(ctx.db)
  if (rows.some(({ announced }) => announced)) return
  const secret = randomBytes(32)
  await keys.changeSecrets((now) => {
    const known = rows.flatMap((row) => secretOf(now, row) ?? [])
    return { ...now, index: [...known, secret], ...voidSheets }
  })
  await ctx.db.rows(sql`insert into index_key (keyed_check) values (${checkOf(secret, keys.house)})`)
  refreshAfter(ctx)
}

/** A worker that starts anew goes on at once, and the others may not have heard yet. */
async function secondsToWait(ctx: Context): Promise<number> {
  const [row] = await ctx.db.rows<{ seconds: number }>(sql`
    select ceil(${announcedSeconds} - extract(epoch from clock_timestamp() - created_at))::integer as seconds
    from index_key where used_from is null`)
  return row?.seconds ?? 0
}

/** Waits for those who are writing. What counts searches stays counted; what was searched can no longer be compared. */
async function exchange(ctx: Context): Promise<void> {
  await ctx.db.rows(sql`select pg_advisory_xact_lock(${locks.indexKey})`)
  await ctx.db.rows(sql`update index_key set retired_at = now() where used_from is not null and retired_at is null`)
  await ctx.db.rows(sql`update index_key set used_from = now() where used_from is null`)
  await ctx.db.rows(sql`update sealed_search set text = uuid_send(gen_random_uuid())`)
  refreshAfter(ctx)
}

async function clear(ctx: Context): Promise<void> {
  await ctx.db.rows(sql`delete from lookup where index_key in (select id from index_key where retired_at is not null)`)
  await ctx.db.rows(sql`update index_key set emptied_at = now() where retired_at is not null and emptied_at is null`)
  refreshAfter(ctx)
}

/** The file loses what the database has no use for any more; what the recovery sheets said of the index is void with it. */
async function dropSecrets(ctx: Context): Promise<void> {
  const rows = await readIndexKeys(ctx.db)
  await ctx.kernel.keys.changeSecrets((now) => {
    return { ...now, index: rows.flatMap((row) => secretOf(now, row) ?? []), ...voidSheets }
  })
}

function refreshAfter({ tx, kernel }: Context): void {
  tx?.committed.push(() => kernel.keys.index.refresh())
}

/** Starts the exchange of the index key; answers with the work, also where it is running already. The house itself is behind it from then on. */
export async function startIndexRotation(ctx: Context): Promise<string> {
  requireDuty(ctx, 'keys')
  requireFreshProof(ctx)
  if (await ctx.kernel.keys.plain()) throw new AppError(409, 'keys.still_sealing')
  return ctx.transaction(async (tx) => {
    await takeTurn(tx.db, kind)
    const running = await runningIndexRotation(tx)
    if (running) return running.id
    await tx.kernel.audit.write(auditRow(tx, { action: 'rotate', object: 'index_key' }))
    return startJob(tx.with({ actor: systemActor }), kind, {})
  })
}

export function runningIndexRotation(ctx: Context): Promise<Rotation | undefined> {
  return runningRotation(ctx, kind)
}
