import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'
import { keyedSources, type Line } from './evidence.ts'
import { likeText } from './keys.ts'

/** What more records than these have in common tells nothing of them: a name that everybody bears, the number of a switchboard. */
const mostSharing = 20

/** Two records, and the names under which what they have in common is hashed. */
export type Partners = { one: string; other: string; shared: readonly string[] }

/** Records that share a key with stored ones; `behind`: as far as they come before those. */
export async function partnersOf(
  ctx: Context,
  type: ObjectType,
  { lines, ids, behind }: { lines: readonly Line[]; ids: readonly string[]; behind: boolean },
): Promise<readonly Partners[]> {
  const records = [...ids, ...(await childrenOn(ctx, type, { lines, ids }))]
  // Read first and by their records alone: without statistics the planner would rather go through all that stands under the kinds.
  return ctx.db.rows<Partners>(sql`
    with mine as materialized (
      select kind, hash, object, field, owner_id from lookup where record_id = any(${records}::uuid[])
    )
    select least(mine.owner_id, near.owner_id) as one, greatest(mine.owner_id, near.owner_id) as other, array_agg(distinct mine.kind) as shared
    from mine cross join lateral (${sharing(lines, sql`mine.kind`, sql`mine.hash`)}) near
    where ${places(lines, sql`mine`)} and near.sharing <= ${mostSharing + 1}
      and near.owner_id ${behind ? sql`<` : sql`<>`} mine.owner_id
    group by 1, 2`)
}

export type Key = { hashedAs: string; text: string }

/** The same for many entries at once, in their order. */
export async function recordsLikeEach(
  ctx: Context,
  lines: readonly Line[],
  entries: readonly (readonly Key[])[],
): Promise<readonly (readonly string[])[]> {
  const keys = entries.flatMap((some, entry) =>
    some.flatMap(({ hashedAs, text }) =>
      ctx.kernel.codec.hashes(hashedAs, text).map((hash) => ({ entry, hashedAs, hash })),
    ),
  )
  if (!keys.length) return entries.map(() => [])
  const rows = await ctx.db.rows<{ entry: number; id: string }>(sql`
    select distinct mine.entry, near.owner_id as id
    from unnest(${keys.map(({ entry }) => entry)}::integer[], ${keys.map(({ hashedAs }) => hashedAs)}::text[], ${keys.map(({ hash }) => hash)}::bytea[])
        as mine (entry, kind, hash)
      cross join lateral (${sharing(lines, sql`mine.kind`, sql`mine.hash`)}) near
    where near.sharing <= ${mostSharing}`)
  const found = Map.groupBy(rows, ({ entry }) => entry)
  return entries.map((_, entry) => found.get(entry)?.map(({ id }) => id) ?? [])
}

/** Records that share a key with what somebody enters: one statement over the index of hashes. */
export async function recordsLike(
  ctx: Context,
  type: ObjectType,
  { lines, values }: { lines: readonly Line[]; values: Readonly<Record<string, unknown>> },
): Promise<string[]> {
  const keys = keyedSources(lines).flatMap(({ owner, bound, hashedAs }) => {
    const text = owner === type ? likeText(ctx, bound, values[bound.name]) : undefined
    return text ? ctx.kernel.codec.hashes(hashedAs, text).map((hash) => ({ hashedAs, hash })) : []
  })
  if (!keys.length) return []
  const rows = await ctx.db.rows<{ id: string }>(likeSql(lines, keys))
  return rows.map(({ id }) => id)
}

export function likeSql(lines: readonly Line[], keys: readonly { hashedAs: string; hash: Buffer }[]): Sql {
  return sql`
    select distinct near.owner_id as id
    from unnest(${keys.map(({ hashedAs }) => hashedAs)}::text[], ${keys.map(({ hash }) => hash)}::bytea[]) as mine (kind, hash)
      cross join lateral (${sharing(lines, sql`mine.kind`, sql`mine.hash`)}) near
    where near.sharing <= ${mostSharing}`
}

async function childrenOn(
  ctx: Context,
  type: ObjectType,
  { lines, ids }: { lines: readonly Line[]; ids: readonly string[] },
): Promise<string[]> {
  const children = new Set(keyedSources(lines).flatMap(({ owner }) => (owner === type ? [] : [owner])))
  const found: string[] = []
  for (const child of children) {
    const rows = await ctx.db.rows<{ id: string }>(
      sql`select id from ${name(child.table)} where ${name(child.parent?.column ?? '')} = any(${[...ids]}::uuid[])`,
    )
    found.push(...rows.map(({ id }) => id))
  }
  return found
}

/** Few that stand under a key, and whether there are more than tell anything. */
function sharing(lines: readonly Line[], kind: Sql, hash: Sql): Sql {
  return sql`
    select owner_id, count(*) over () as sharing from (
      select distinct owner_id from (
        select owner_id from lookup near where near.kind = ${kind} and near.hash = ${hash} and ${places(lines, sql`near`)}
        limit ${mostSharing * 2}
      ) first
    ) few`
}

/** The same hash of another field, such as a fax, is another matter. */
function places(lines: readonly Line[], table: Sql): Sql {
  const wanted = keyedSources(lines).map(
    ({ hashedAs, owner, bound }): Sql => sql`(${hashedAs}, ${owner.name}, ${bound.name})`,
  )
  return sql`(${table}.kind, ${table}.object, ${table}.field) in (${list(wanted)})`
}
