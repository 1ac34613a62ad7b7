import type { Context } from '../context.ts'
import { keyedFields, likeRows } from '../duplicates/keys.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { locks } from '../query/locks.ts'
import { name, sql } from '../query/sql.ts'
import { insertLookups, lookupRows } from '../record/lookups.ts'
import { decodeRows, selectList } from '../record/row-codec.ts'
import type { Walked } from './seal-records.ts'

const batchSize = 500

/** Objects whose values are found by hash. */
export function hashedTypes(ctx: Context): ObjectType[] {
  return [...ctx.kernel.registry.objects.values()].filter((type) => hashedFields(type).length > 0)
}

export async function countHashed(ctx: Context): Promise<number> {
  let total = 0
  for (const { table } of hashedTypes(ctx)) {
    const [row] = await ctx.db.rows<{ count: number }>(sql`select count(*)::integer as count from ${name(table)}`)
    total += row?.count ?? 0
  }
  return total
}

/**
 * Writes the hashes of an object's next records under the key of the moment, and takes away all others that they had. They are
 * locked, so that nobody's change is lost; one whose keys are destroyed meanwhile gets none.
 */
export async function hashAnew(ctx: Context, type: ObjectType, after: string): Promise<Walked> {
  const fields = hashedFields(type)
  await ctx.db.rows(sql`select pg_advisory_xact_lock_shared(${locks.shreds})`)
  const owner = name(type.table, type.parent?.column ?? 'id')
  const rows = await ctx.db.tuples(sql`
    select ${owner}, exists (select from shred_ledger where owner in (${owner}, ${name(type.table, 'id')})),
      ${selectList(ctx, type, fields)} from ${name(type.table)}
    where id > ${after}::uuid order by id limit ${batchSize} for update`)
  const open = rows.filter(([, destroyed]) => !destroyed)
  const records = await decodeRows(
    ctx,
    type,
    open.map((row) => row.slice(2)),
    fields,
  )
  const ids = rows.map((row) => String(row[2]))
  await ctx.db.rows(sql`delete from lookup where record_id = any(${ids}::uuid[]) and object = ${type.name}`)
  await insertLookups(
    ctx,
    records.flatMap((record, at) => [
      ...lookupRows(type, { ...record, owner: String(open[at]?.[0]) }, fields),
      ...likeRows(ctx, type, record),
    ]),
  )
  return { after: rows.length === batchSize ? (ids.at(-1) ?? null) : null, count: rows.length }
}

function hashedFields(type: ObjectType): readonly BoundField[] {
  return [...type.stored.filter(({ sealed, kind }) => sealed && kind.lookups), ...keyedFields(type)]
}
