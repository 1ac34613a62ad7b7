import type { Context } from '../context.ts'
import { name, sql } from '../query/sql.ts'
import { changePlace } from '../record/history.ts'
import { answerLevel, answerPlace } from '../record/idempotency.ts'
import { originalLevel, originalPlace } from '../record/unresolved.ts'
import { importKey, importNamePlace } from '../transfer/imports.ts'
import { cellsLevel, rowPlace } from '../transfer/row-place.ts'
import { isSealed } from './cipher.ts'
import { houseOwner, type KeyOwner, type Place } from './codec.ts'
import type { Walked } from './seal-records.ts'

const batchSize = 1_000

/** A plain text with where it stands and whose key it gets. */
type Plain = { bytes: Buffer; place: Place; key: KeyOwner }

/** The same texts sealed, in their order; what is sealed already stays as it is. */
async function sealAll(ctx: Context, plain: readonly (Plain | null)[]): Promise<(Buffer | null)[]> {
  const open = plain.flatMap((each) => (each && !isSealed(each.bytes) ? [each] : []))
  const ring = await ctx.kernel.codec.sealing(open.map(({ key }) => key))
  return plain.map(
    (each) =>
      each && (isSealed(each.bytes) ? each.bytes : ring.seal(each.bytes.toString('utf8'), each.place, each.key)),
  )
}

const hex = (bytes: Buffer | null | undefined): string | null => (bytes ? `\\x${bytes.toString('hex')}` : null)

function walked(rows: readonly unknown[], last: string | undefined): Walked {
  return { after: rows.length === batchSize ? (last ?? null) : null, count: rows.length }
}

type Change = {
  id: string
  object: string
  record: string
  owner: string | null
  field: string
  before: Buffer | null
  after: Buffer | null
}

export async function sealHistory(ctx: Context, from: string): Promise<Walked> {
  const rows = await ctx.db.rows<Change>(sql`
    select id, object, record, owner, field, before, after from field_change
    where id > ${from}::uuid order by id limit ${batchSize} for update`)
  const sealed = await sealAll(
    ctx,
    rows.flatMap((row) => {
      const level = ctx.kernel.registry.objects.get(row.object)?.fields.get(row.field)?.field.level ?? originalLevel
      const key = { owner: row.owner ?? row.record, level }
      return (['before', 'after'] as const).map((copy) => {
        const bytes = row[copy]
        return bytes && { bytes, place: changePlace(row.object, row.record, { ...row, copy }), key }
      })
    }),
  )
  const values = rows.map(({ id }, at) => ({ id, before: hex(sealed[at * 2]), after: hex(sealed[at * 2 + 1]) }))
  await ctx.db.rows(sql`
    update field_change set before = rows.before, after = rows.after
    from json_to_recordset(${JSON.stringify(values)}::json) as rows(id uuid, before bytea, after bytea) where field_change.id = rows.id`)
  return walked(rows, rows.at(-1)?.id)
}

export async function sealOriginals(ctx: Context, from: string): Promise<Walked> {
  const [record = '', field = ''] = from.split(' ')
  const rows = await ctx.db.rows<{ object: string; record: string; field: string; original: Buffer }>(sql`
    select object, record, field, original from unresolved
    where (record, field) > (${record}::uuid, ${field}) order by record, field limit ${batchSize} for update`)
  const owners = await ownersOf(ctx, rows)
  const sealed = await sealAll(
    ctx,
    rows.map((row) => ({
      bytes: row.original,
      place: originalPlace(row.object, row.record, row.field),
      key: { owner: owners.get(row.record) ?? row.record, level: originalLevel },
    })),
  )
  const values = rows.map((row, at) => ({ record: row.record, field: row.field, original: hex(sealed[at]) }))
  await ctx.db.rows(sql`
    update unresolved set original = rows.original
    from json_to_recordset(${JSON.stringify(values)}::json) as rows(record uuid, field text, original bytea)
    where unresolved.record = rows.record and unresolved.field = rows.field`)
  const last = rows.at(-1)
  return walked(rows, last && `${last.record} ${last.field}`)
}

/** Whose file records stand on, where it is not their own. */
async function ownersOf(
  ctx: Context,
  rows: readonly { object: string; record: string }[],
): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>()
  for (const [object, group] of Map.groupBy(rows, (row) => row.object)) {
    const type = ctx.kernel.registry.objects.get(object)
    if (!type?.parent) continue
    const ids = group.map((row) => row.record)
    const found = await ctx.db.rows<{ id: string; owner: string }>(
      sql`select id, ${name(type.parent.column)} as owner from ${name(type.table)} where id = any(${ids}::uuid[])`,
    )
    for (const { id, owner } of found) owners.set(id, owner)
  }
  return owners
}

export async function sealAnswers(ctx: Context, from: string): Promise<Walked> {
  const rows = await ctx.db.rows<{ actor: string; key: string; answer: Buffer | null }>(sql`
    select actor, key, answer from idempotency where actor || ' ' || key > ${from}
    order by actor || ' ' || key limit ${batchSize} for update`)
  for (const { actor, key, answer } of rows) {
    if (!answer || isSealed(answer)) continue
    const owner = { owner: await ownerOfAnswer(ctx, answer), level: answerLevel } as const
    const [sealed] = await sealAll(ctx, [{ bytes: answer, place: answerPlace(actor, key), key: owner }])
    await ctx.db.rows(sql`update idempotency set answer = ${sealed} where actor = ${actor} and key = ${key}`)
  }
  const last = rows.at(-1)
  return walked(rows, last && `${last.actor} ${last.key}`)
}

/** An answer does not say what it is a record of; its id does. */
async function ownerOfAnswer(ctx: Context, answer: Buffer): Promise<string> {
  const { id, ...values }: Record<string, unknown> = JSON.parse(answer.toString('utf8'))
  for (const type of ctx.kernel.registry.objects.values()) {
    const [row] = await ctx.db.rows(sql`select 1 from ${name(type.table)} where id = ${String(id)}::uuid`)
    if (row) return String(type.parent ? values[type.parent.field] : id)
  }
  return houseOwner
}

export async function sealImports(ctx: Context, from: string): Promise<Walked> {
  const rows = await ctx.db.rows<{ id: string; file_name: Buffer }>(
    sql`select id, file_name from import where id > ${from}::uuid order by id limit ${batchSize} for update`,
  )
  for (const { id, file_name: bytes } of rows) {
    const [sealed] = await sealAll(ctx, [{ bytes, place: importNamePlace(id), key: importKey(id, 2) }])
    await ctx.db.rows(sql`update import set file_name = ${sealed} where id = ${id}::uuid`)
  }
  return walked(rows, rows.at(-1)?.id)
}

export async function sealImportRows(ctx: Context, from: string): Promise<Walked> {
  const [after = '', number = '0'] = from.split(' ')
  const rows = await ctx.db.rows<{ import: string; row: number; cells: Buffer; record: string | null }>(sql`
    select import, row, cells, record from import_row where (import, row) > (${after}::uuid, ${Number(number)})
    order by import, row limit ${batchSize} for update`)
  const sealed = await sealAll(
    ctx,
    rows.map(({ import: id, row, cells, record }) => ({
      bytes: cells,
      place: rowPlace(id, row),
      key: record ? { owner: record, level: cellsLevel } : importKey(id, cellsLevel),
    })),
  )
  const values = rows.map((row, at) => ({ import: row.import, row: row.row, cells: hex(sealed[at]) }))
  await ctx.db.rows(sql`
    update import_row set cells = rows.cells
    from json_to_recordset(${JSON.stringify(values)}::json) as rows(import uuid, row integer, cells bytea)
    where import_row.import = rows.import and import_row.row = rows.row`)
  const last = rows.at(-1)
  return walked(rows, last && `${last.import} ${last.row}`)
}
