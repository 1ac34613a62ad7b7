import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import { defineJob, type Step } from '../jobs/define-job.ts'
import { startUnlessWaiting } from '../jobs/jobs.ts'
import type { ObjectType } from '../object/object-type.ts'
import type { Registry } from '../object/registry.ts'
import { takeTurn } from '../query/locks.ts'
import { name, sql } from '../query/sql.ts'
import { beginRound, countChanged, nextChanged, type TrailPlace, trailNow } from './changed-files.ts'
import { writeKeys } from './keys.ts'
import { findPairs } from './pairs.ts'
import { keepPlace, noteWalked, placeOf, walkIsDue } from './place.ts'
import { tellOfPairs } from './tell-of-pairs.ts'

/** What was written lately, or everything. `import`: the list whose end asked for it. */
type Input = { object: string; import?: string; everything?: true }
/** `isBegun`: a round through the trail has begun since it was asked for. */
type Place = { after: string; isBegun: boolean; done: number; total: number | null }

export const findDuplicatesKind = 'find_duplicates'
const firstId = '00000000-0000-0000-0000-000000000000'
const linesAtOnce = 500
const recordsAtOnce = 1_000

/**
 * Writes the keys of records behind the answer, and finds those that are one. A step's keys, pairs and its place in the trail commit
 * together: after a kill it goes on behind its last whole step, and what was written meanwhile stands in the trail.
 */
export const findDuplicatesJob = defineJob<Input, Place>({
  kind: findDuplicatesKind,
  start: async (ctx, input) => {
    const { table } = ctx.type(input.object)
    const first = { after: firstId, isBegun: false, done: 0 }
    if (!input.everything) return { ...first, total: null }
    // An estimate: to count a million takes longer than many steps.
    const [row] = await ctx.db.rows<{ count: number }>(
      sql`select greatest(reltuples, 0)::integer as count from pg_class where oid = ${table}::regclass`,
    )
    return { ...first, total: row?.count ?? 0 }
  },
  step: async (ctx, input, place) => {
    const type = ctx.type(input.object)
    // Pairs are of two records: no two look for them at once.
    await takeTurn(ctx.db, `${findDuplicatesKind} ${type.name}`)
    return input.everything ? walk(ctx, type, place) : keepUp(ctx, type, place)
  },
})

async function keepUp(ctx: Context, type: ObjectType, before: Place): Promise<Step<Place>> {
  const kept = await placeOf(ctx, type)
  const { count, isThrough } = await goOn(ctx, type, kept)
  // A round that another began may know nothing of what this one was asked for.
  const isBegun = before.isBegun || !kept.round
  const done = before.done + count
  return { place: { ...before, isBegun, done }, done, total: null, finished: isBegun && isThrough }
}

/** The next batch along the trail. */
async function goOn(ctx: Context, type: ObjectType, kept: TrailPlace): Promise<{ count: number; isThrough: boolean }> {
  const { ids, place } = await nextChanged(ctx, type, {
    place: kept.round ? kept : await beginRound(ctx, kept),
    limit: linesAtOnce,
  })
  await writeKeys(ctx, type, ids)
  await tellOfPairs(ctx, type, await findPairs(ctx, type, ids))
  await keepPlace(ctx, type, place)
  return { count: ids.length, isThrough: !place.round }
}

async function walk(ctx: Context, type: ObjectType, before: Place): Promise<Step<Place>> {
  await placeOf(ctx, type)
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select id from ${name(type.table)} where id > ${before.after}::uuid order by id limit ${recordsAtOnce}`)
  const ids = rows.map(({ id }) => id)
  await writeKeys(ctx, type, ids)
  await findPairs(ctx, type, ids, { behind: true })
  const finished = ids.length < recordsAtOnce
  if (finished) await noteWalked(ctx, type)
  const place = { ...before, after: ids.at(-1) ?? before.after, done: before.done + ids.length }
  return { place, done: place.done, total: place.total, finished }
}

/** The house itself is behind it: it goes through what no one person sees. */
export function startFinding(ctx: Context, input: Input): Promise<void> {
  return startUnlessWaiting(ctx.with({ actor: systemActor }), findDuplicatesKind, input)
}

/** What follows from the clock: what was written since the last time; and by night everything, for what the trail tells nothing of. */
export async function findDuplicates(ctx: Context): Promise<void> {
  for (const type of compared(ctx)) {
    const { seen, at } = await trailNow(ctx)
    const place = await placeOf(ctx, type)
    if (await countChanged(ctx, type, { place, most: 1 })) await begin(ctx, { object: type.name })
    // What else was read and written is not looked through again.
    else await keepPlace(ctx, type, { ...place, seen, at })
    if (await walkIsDue(ctx, type)) await begin(ctx, { object: type.name, everything: true })
  }
}

/** From now on the trail is gone through; what was there before waits for the night. */
export async function followTrail(ctx: Context): Promise<void> {
  for (const type of compared(ctx)) await placeOf(ctx, type)
}

/** Not beside one that is under way: that one meets it too. */
async function begin(ctx: Context, input: Input): Promise<void> {
  await ctx.transaction(async (tx) => {
    await takeTurn(tx.db, `start ${findDuplicatesKind}`)
    const running = await tx.db.rows(sql`
      select from job where kind = ${findDuplicatesKind} and input = ${JSON.stringify(input)}::jsonb and state in ('queued', 'running') limit 1`)
    if (!running.length) await startFinding(tx, input)
  })
}

/** Whether a change of an object may tell one record from another: of what is compared, or of what stands on it. */
export function tellsApart({ objects }: Registry, object: string): boolean {
  const type = objects.get(object)
  const file = type?.parent ? objects.get(type.parent.object) : type
  return file?.definition.duplicates !== undefined && !file.off
}

function compared(ctx: Context): ObjectType[] {
  return [...ctx.kernel.registry.objects.values()].filter(({ definition, off }) => definition.duplicates && !off)
}
