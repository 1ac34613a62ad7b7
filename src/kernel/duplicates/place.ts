import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import { type TrailPlace, trailNow } from './changed-files.ts'

/** Up to where the changes of an object's records are gone through. Where the trail has begun anew, from there on; what was before is walked through. */
export async function placeOf(ctx: Context, type: ObjectType): Promise<TrailPlace> {
  const now = await trailNow(ctx)
  const [kept] = await ctx.db.rows<{ place: TrailPlace }>(
    sql`select place from duplicate_place where object = ${type.name}`,
  )
  if (kept?.place.epoch === now.epoch) return kept.place
  const place = { ...now, round: null }
  await ctx.db.rows(sql`
    insert into duplicate_place (object, place) values (${type.name}, ${JSON.stringify(place)}::jsonb)
    on conflict (object) do update set place = excluded.place, walked_at = null`)
  return place
}

export async function keepPlace(ctx: Context, type: ObjectType, place: TrailPlace): Promise<void> {
  await ctx.db.rows(sql`update duplicate_place set place = ${JSON.stringify(place)}::jsonb where object = ${type.name}`)
}

export async function noteWalked(ctx: Context, type: ObjectType): Promise<void> {
  await ctx.db.rows(
    sql`update duplicate_place set walked_at = ${ctx.now().toISOString()}::timestamptz where object = ${type.name}`,
  )
}

const night = { from: 1, to: 5 }

/** Between one and five, once a night. Where nobody lets the house run by night, every third day. */
export async function walkIsDue(ctx: Context, type: ObjectType): Promise<boolean> {
  const now = ctx.now().toISOString()
  const hour = sql`extract(hour from ${now}::timestamptz at time zone ${ctx.parseEnv().timeZone})`
  const due = await ctx.db.rows(sql`
    select from duplicate_place where object = ${type.name} and (
      ${hour} >= ${night.from} and ${hour} < ${night.to}
        and (walked_at is null or walked_at < ${now}::timestamptz - interval '20 hours')
      or coalesce(walked_at, begun_at) < ${now}::timestamptz - interval '3 days')`)
  return due.length > 0
}
