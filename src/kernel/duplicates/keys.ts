import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { locks } from '../query/locks.ts'
import { name, sql } from '../query/sql.ts'
import { insertLookups, type LookupRow } from '../record/lookups.ts'
import { decodeRows, selectList } from '../record/row-codec.ts'

/** Name under which what alike values of a field have in common is hashed; undefined = it leads to none. */
export function likeKey(type: ObjectType, { name: field, kind, sealed }: BoundField): string | undefined {
  // Sealed values are found already: by the hash of the whole.
  if (sealed) return kind.lookups && kind.likeness && kind.name
  const isEvidence = type.definition.duplicates?.some(({ fields }) => fields.includes(field))
  return kind.likeness?.key && isEvidence ? `${kind.name}.like` : undefined
}

/** The text that is hashed of a value; what is alike has it in common. */
export function likeText(ctx: Context, { kind, sealed }: BoundField, value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  return sealed ? kind.lookups?.(value).equal : kind.likeness?.key?.(value, ctx.kernel)
}

/** Plain fields of whose values there are keys, written behind the answer. */
export function keyedFields(type: ObjectType): readonly BoundField[] {
  return type.stored.filter((bound) => !bound.sealed && likeKey(type, bound))
}

export function likeRows(
  ctx: Context,
  type: ObjectType,
  record: { id: string; values: Readonly<Record<string, unknown>> },
): LookupRow[] {
  return keyedFields(type).flatMap((bound) => {
    const kind = likeKey(type, bound)
    const text = likeText(ctx, bound, record.values[bound.name])
    if (!kind || !text) return []
    return [{ kind, text, object: type.name, field: bound.name, record_id: record.id, owner_id: record.id }]
  })
}

/** Writes the keys of records anew where they are not what they should be; what is destroyed keeps none. */
export async function writeKeys(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<void> {
  const fields = keyedFields(type)
  if (!fields.length || !ids.length) return
  await ctx.db.rows(sql`select pg_advisory_xact_lock_shared(${locks.shreds})`)
  const rows = await ctx.db.tuples(sql`
    select ${selectList(ctx, type, fields)} from ${name(type.table)}
    where id = any(${[...ids]}::uuid[]) and not exists (select from shred_ledger where owner = ${name(type.table, 'id')})`)
  const records = await decodeRows(ctx, type, rows, fields)
  const wanted = records.flatMap((record) => likeRows(ctx, type, record))
  const names = fields.map((field) => field.name)
  const there = await ctx.db.rows<{ record: string; field: string; kind: string; hash: Buffer }>(sql`
    select record_id as record, field, kind, hash from lookup
    where record_id = any(${[...ids]}::uuid[]) and object = ${type.name} and field = any(${names}::text[])`)
  const key = ctx.kernel.codec.index()
  const said = (row: { record: string; field: string; kind: string; hash: Buffer }): string =>
    [row.record, row.field, row.kind, row.hash.toString('hex')].join()
  const asWanted = new Map(
    wanted.map((row) => [said({ ...row, record: row.record_id, hash: key.hash(row.kind, row.text) }), row]),
  )
  const before = Map.groupBy(there, ({ record }) => record)
  const after = Map.groupBy(asWanted, ([, row]) => row.record_id)
  const changed = ids.filter((id) => {
    const [old, next] = [before.get(id) ?? [], after.get(id) ?? []]
    return old.length !== next.length || !old.every((row) => asWanted.has(said(row)))
  })
  if (!changed.length) return
  await ctx.db.rows(sql`
    delete from lookup where record_id = any(${changed}::uuid[]) and object = ${type.name} and field = any(${names}::text[])`)
  await insertLookups(
    ctx,
    changed.flatMap((id) => (after.get(id) ?? []).map(([, row]) => row)),
  )
}
