import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'
import { insertLookups, lookupRows, removeLookups } from '../record/lookups.ts'
import { decodeRows, encodeField, keysFor, type Stored, selectList } from '../record/row-codec.ts'
import { isSealed } from './cipher.ts'

/** How far a walk came; null = it is through. */
export type Walked = { after: string | null; count: number }

const batchSize = 500

type Found = Stored & { owner: string; plain: boolean }

/** Seals the plain values of an object's next records, and finds them by keyed hash from then on. */
export async function sealRecords(ctx: Context, type: ObjectType, after: string): Promise<Walked> {
  const fields = type.stored.filter(({ sealed }) => sealed)
  const records = await nextRecords(ctx, type, fields, after)
  const open = records.filter(({ plain }) => plain)
  await writeSealed(ctx, type, fields, open)
  for (const { id } of open) await removeLookups(ctx, type, id, fields)
  await insertLookups(
    ctx,
    open.flatMap((record) => lookupRows(type, record, fields)),
  )
  const last = records.length === batchSize ? records.at(-1)?.id : undefined
  return { after: last ?? null, count: open.length }
}

/** In the recycle bin or not; locked, so that nobody's change is lost. */
async function nextRecords(
  ctx: Context,
  type: ObjectType,
  fields: readonly BoundField[],
  after: string,
): Promise<Found[]> {
  const columns = list(fields.map(({ columns: [column] }) => name(type.table, column?.name ?? '')))
  const owner = name(type.table, type.parent?.column ?? 'id')
  const rows = await ctx.db.tuples(sql`
    select ${owner}, array[${columns}], ${selectList(ctx, type, fields)} from ${name(type.table)}
    where id > ${after}::uuid order by id limit ${batchSize} for update`)
  const records = await decodeRows(
    ctx,
    type,
    rows.map((row) => row.slice(2)),
    fields,
  )
  return records.map((record, index) => {
    const [holder, sealed] = rows[index] ?? []
    // The select list says what these two are.
    const values = (sealed ?? []) as (Buffer | null)[]
    return { ...record, owner: String(holder), plain: values.some((bytes) => bytes && !isSealed(bytes)) }
  })
}

async function writeSealed(
  ctx: Context,
  type: ObjectType,
  fields: readonly BoundField[],
  records: readonly Found[],
): Promise<void> {
  if (!records.length) return
  const ring = await ctx.kernel.codec.sealing(records.flatMap(({ values, owner }) => keysFor(fields, values, owner)))
  const rows = records.map((record) =>
    Object.fromEntries([
      ['id', record.id],
      ...fields.map((bound) => {
        const [bytes] = encodeField(ring, type, bound, { value: record.values[bound.name], record })
        return [bound.columns[0]?.name, Buffer.isBuffer(bytes) ? `\\x${bytes.toString('hex')}` : null]
      }),
    ]),
  )
  const columns = fields.map(({ columns: [column] }) => column?.name ?? '')
  const settings = columns.map((column): Sql => sql`${name(column)} = ${name('rows', column)}`)
  const shape = columns.map((column): Sql => sql`${name(column)} bytea`)
  await ctx.db.rows(sql`
    update ${name(type.table)} set ${list(settings)}
    from json_to_recordset(${JSON.stringify(rows)}::json) as rows(id uuid, ${list(shape)})
    where ${name(type.table, 'id')} = rows.id`)
}
