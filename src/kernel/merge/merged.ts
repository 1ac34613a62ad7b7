import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, type Sql, sql } from '../query/sql.ts'

export type Part = {
  role: 'kept' | 'joined' | 'child' | 'reference'
  object: string
  record: string
  /** The one that the merge led to; null where it wrote no field. */
  version: number | null
  /** What the joined file was called by. */
  number?: string | null
  /** Totals that are not worked out from children alone, as they stood; of a child, the file that it came `from`. */
  past?: Readonly<Record<string, unknown>> | null
}

export type Merge = { id: string; object: string; kept: string; at: string; by: string | null; undone: string | null }

export async function keepMerge(ctx: Context, merge: Omit<Merge, 'undone'>, parts: readonly Part[]): Promise<void> {
  const { id, object, kept, at, by } = merge
  await ctx.db.rows(sql`
    insert into record_merge (id, object, kept, at, by)
    values (${id}::uuid, ${object}, ${kept}::uuid, ${at}::timestamptz, ${by}::uuid)`)
  await ctx.db.rows(sql`
    insert into record_merge_part (merge, role, object, record, version, number, past)
    select ${id}::uuid, role, object, record, version, number, past from json_to_recordset(${JSON.stringify(parts)}::json)
      as rows(role text, object text, record uuid, version integer, number text, past jsonb)`)
}

/** `lock`: nobody else takes it back meanwhile. */
export async function findMerge(ctx: Context, id: string, { lock = false } = {}): Promise<Merge | undefined> {
  const [row] = await ctx.db.rows<Merge>(sql`
    select id, object, kept, at, by, undone_at as undone from record_merge where id = ${id}::uuid ${lock ? sql`for update` : sql``}`)
  return row
}

export function partsOf(ctx: Context, merge: string): Promise<Part[]> {
  return ctx.db.rows<Part>(sql`
    select role, object, record, version, number, past from record_merge_part where merge = ${merge}::uuid order by role, object, record`)
}

export async function noteUndone(ctx: Context, merge: string, at: string): Promise<void> {
  await ctx.db.rows(
    sql`update record_merge set undone_at = ${at}::timestamptz, undone_by = ${ctx.actor.id}::uuid where id = ${merge}::uuid`,
  )
}

/** The record that stands for one that was joined, over however many merges; undefined = it was not. */
export async function keptInstead(ctx: Context, type: ObjectType, id: string): Promise<string | undefined> {
  if (!type.definition.duplicates) return undefined
  const [row] = await ctx.db.rows<{ kept: string }>(sql`
    with recursive way as (${joinedInto(type, sql`part.record = ${id}::uuid`, sql`1`)}
      union all select next.kept, step + 1 from way cross join lateral (${joinedInto(type, sql`part.record = way.kept`, sql`1`)}) as next (kept, one)
    ) select kept from way order by step desc limit 1`)
  return row?.kept
}

function joinedInto(type: ObjectType, which: Sql, step: Sql): Sql {
  return sql`select merge.kept, ${step} as step from record_merge_part part join record_merge merge on merge.id = part.merge
    where part.role = 'joined' and part.object = ${type.name} and merge.undone_at is null and ${which}`
}

/** All records that were joined into one and stay so, and what into those. */
export async function joinedTo(ctx: Context, type: ObjectType, kept: string): Promise<string[]> {
  if (!type.definition.duplicates) return []
  const rows = await ctx.db.rows<{ record: string }>(sql`
    with recursive way as (select ${kept}::uuid as record
      union select part.record from way join record_merge merge on merge.kept = way.record and merge.undone_at is null
        join record_merge_part part on part.merge = merge.id and part.role = 'joined'
      where merge.object = ${type.name}
    ) select record from way where record <> ${kept}::uuid`)
  return rows.map(({ record }) => record)
}

/** Ids of the records that stand for one with such a number, as SQL for a search. */
export function keptByNumber(type: ObjectType, number: string): Sql {
  return sql`select ${name(type.table, 'id')} as id, 0 as rank from record_merge_part part
    join record_merge merge on merge.id = part.merge and merge.undone_at is null
    join ${name(type.table)} on ${name(type.table, 'id')} = merge.kept
    where part.role = 'joined' and part.object = ${type.name} and lower(part.number) = ${number}`
}
