import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, type Sql, sql } from '../query/sql.ts'
import { linesOf } from './evidence.ts'

/**
 * How far the trail is gone through. `seen`: what had been committed when the last round began. `round`: what had been when this one
 * did, and its last line that is through; null between two rounds.
 */
export type TrailPlace = { epoch: number; seen: string; at: string; round: Round | null }

type Round = { snapshot: string; at: string; xid: string; line: string }

/** How long before its commit a line may have been written. */
const slackHours = 1

const changing = ['create', 'update', 'restore']

/** All that is committed now. */
export async function trailNow(ctx: Context): Promise<Omit<TrailPlace, 'round'>> {
  const [now] = await ctx.db.rows<Omit<TrailPlace, 'round'>>(sql`
    select coalesce((select epoch from audit_event order by at desc, id desc limit 1), 1) as epoch,
      pg_current_snapshot()::text as seen, now()::text as at`)
  if (!now) throw new Error('A query without a table has one row')
  return now
}

export async function beginRound(ctx: Context, place: TrailPlace): Promise<TrailPlace> {
  const { seen: snapshot, at } = await trailNow(ctx)
  return { ...place, round: { snapshot, at, xid: '0', line: '0' } }
}

/**
 * The next files of an object of which something that tells one from another was written. Lines are told by their transaction and
 * what was committed when, so that none is met twice and none is left out, in whatever order they were.
 */
export async function nextChanged(
  ctx: Context,
  type: ObjectType,
  { place, limit }: { place: TrailPlace; limit: number },
): Promise<{ ids: string[]; place: TrailPlace }> {
  const { round } = place
  if (!round) return { ids: [], place }
  const rows = await ctx.db.rows<{ file: string; xid: string; line: string }>(sql`
    select owner as file, xid::text as xid, id::text as line from audit_event
    where ${all([unseen(place), telling(ctx, type)])} and (xid, id) > (${round.xid}::xid8, ${round.line}::bigint)
      and xid < pg_snapshot_xmax(${round.snapshot}::pg_snapshot) and pg_visible_in_snapshot(xid, ${round.snapshot}::pg_snapshot)
    order by audit_event.xid, id limit ${limit}`)
  const ids = [...new Set(rows.map(({ file }) => file))]
  const last = rows.at(-1)
  if (last && rows.length === limit) return { ids, place: { ...place, round: { ...round, ...last } } }
  return { ids, place: { ...place, seen: round.snapshot, at: round.at, round: null } }
}

/** How many lines of the kind there are, as far as `most`. */
export async function countChanged(
  ctx: Context,
  type: ObjectType,
  { place, most }: { place: TrailPlace; most: number },
): Promise<number> {
  if (place.round) return most
  const found = await ctx.db.rows(
    sql`select from audit_event where ${all([unseen(place), telling(ctx, type)])} limit ${most}`,
  )
  return found.length
}

function unseen({ epoch, seen, at }: TrailPlace): Sql {
  return sql`epoch = ${epoch} and xid >= pg_snapshot_xmin(${seen}::pg_snapshot) and not pg_visible_in_snapshot(xid, ${seen}::pg_snapshot)
    and at >= ${at}::timestamptz - make_interval(hours => ${slackHours})`
}

function telling(ctx: Context, type: ObjectType): Sql {
  const sources = linesOf(ctx, type).flatMap((line) => line.sources)
  const objects = [...new Set(sources.map(({ owner }) => owner.name))]
  const fields = [...new Set(sources.map(({ bound }) => bound.name))]
  return sql`owner is not null and object = any(${objects}::text[]) and action = any(${changing}::text[]) and result = 'done'
    and (fields is null or fields && ${fields}::text[])`
}
