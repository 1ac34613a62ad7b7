import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'
import { keyedSources, type Line } from './evidence.ts'

/** What more records than these have in common tells nothing of them: a name that everybody bears, the number of a switchboard. */
const mostSharing = 20

/** Records that share a key with stored ones. */
export async function partnersOf(
  ctx: Context,
  type: ObjectType,
  { lines, ids }: { lines: readonly Line[]; ids: readonly string[] },
): Promise<readonly (readonly [one: string, other: string])[]> {
  const records = [...ids, ...(await childrenOn(ctx, type, { lines, ids }))]
  // Read first and by their records alone: without statistics the planner would rather go through all that stands under the kinds.
  const rows = await ctx.db.rows<{ one: string; other: string }>(sql`
    with mine as materialized (
      select kind, hash, object, field, owner_id from lookup where record_id = any(${records}::uuid[])
    )
    select distinct mine.owner_id as one, near.owner_id as other
    from mine cross join lateral (${sharing(lines, sql`mine.kind`, sql`mine.hash`)}) near
    where ${places(lines, sql`mine`)} and near.sharing <= ${mostSharing + 1} and near.owner_id <> mine.owner_id`)
  return rows.map(({ one, other }) => [one, other])
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
