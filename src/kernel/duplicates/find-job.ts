import { systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import { defineJob } from '../jobs/define-job.ts'
import { startUnlessWaiting } from '../jobs/jobs.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, name, sql } from '../query/sql.ts'
import { hashedFields, insertLookups, lookupRows } from '../record/lookups.ts'
import { decodeRows, selectList } from '../record/row-codec.ts'
import { findPairs } from './pairs.ts'

/** All records of an object, or those that an import has made. */
type Input = { object: string; import?: string }
type Place = { after: string; done: number; total: number }

export const findDuplicatesKind = 'find_duplicates'
const firstId = '00000000-0000-0000-0000-000000000000'
const batchSize = 500

/** Goes through the records for such as are one, behind the last whole step after a kill. */
export const findDuplicatesJob = defineJob<Input, Place>({
  kind: findDuplicatesKind,
  start: async (ctx, input) => {
    const type = ctx.type(input.object)
    const [row] = await ctx.db.rows<{ count: number }>(
      sql`select count(*)::integer as count from ${name(type.table)} where ${meant(type, input)}`,
    )
    return { after: firstId, done: 0, total: row?.count ?? 0 }
  },
  step: async (ctx, input, { after, done, total }) => {
    const type = ctx.type(input.object)
    const rows = await ctx.db.rows<{ id: string }>(sql`
      select id from ${name(type.table)} where ${meant(type, input)} and id > ${after}::uuid order by id limit ${batchSize}`)
    const ids = rows.map(({ id }) => id)
    await keyUnkeyed(ctx, type, ids)
    await findPairs(ctx, type, ids)
    const place = { after: ids.at(-1) ?? after, done: done + ids.length, total }
    return { place, done: place.done, total, finished: ids.length < batchSize }
  },
})

function meant(type: ObjectType, { import: list }: Input) {
  return all([
    sql`${name(type.table, 'deleted_at')} is null`,
    ...(list === undefined ? [] : [sql`${name(type.table, 'import_id')} = ${list}::uuid`]),
  ])
}

/** Records from before there were such keys. */
async function keyUnkeyed(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<void> {
  const fields = hashedFields(type).filter(({ sealed }) => !sealed)
  const rows = await ctx.db.tuples(sql`
    select ${selectList(ctx, type, fields)} from ${name(type.table)}
    where id = any(${[...ids]}::uuid[]) and not exists (
      select from lookup where record_id = ${name(type.table, 'id')} and object = ${type.name} and field = any(${fields.map((field) => field.name)}::text[])
    ) for update`)
  const records = await decodeRows(ctx, type, rows, fields)
  await insertLookups(
    ctx,
    records.flatMap((record) => lookupRows(ctx, type, { ...record, owner: record.id }, fields)),
  )
}

/** The house itself is behind it: it goes through what no one person sees. */
export function startFinding(ctx: Context, input: Input): Promise<void> {
  return startUnlessWaiting(ctx.with({ actor: systemActor }), findDuplicatesKind, input)
}
