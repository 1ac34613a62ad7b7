import type { Context } from '../context.ts'
import { underIndexKey, whileInUse } from '../crypto/index-keys.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { rowArrays } from '../query/row-arrays.ts'
import { sql } from '../query/sql.ts'

export type LookupRow = {
  kind: string
  /** What is hashed; it goes no further. */
  text: string
  object: string
  field: string
  record_id: string
  owner_id: string | null
}

/** By what a record's sealed values are found: whole, and by their tail or day of the year where the kind has one. */
export function lookupRows(
  type: ObjectType,
  record: { id: string; owner: string | null; values: Readonly<Record<string, unknown>> },
  fields: readonly BoundField[] = type.stored,
): LookupRow[] {
  return fields.flatMap((bound) => {
    const value = record.values[bound.name]
    const texts = bound.sealed && value !== null && value !== undefined ? bound.kind.lookups?.(value) : undefined
    if (!texts) return []
    const row = (kind: string, text: string): LookupRow => ({
      kind,
      text,
      object: type.name,
      field: bound.name,
      record_id: record.id,
      owner_id: record.owner,
    })
    const { equal, tail, dayOfYear } = texts
    return [
      row(bound.kind.name, equal),
      ...(tail ? [row(`${bound.kind.name}.tail`, tail)] : []),
      ...(dayOfYear ? [row(`${bound.kind.name}.day_of_year`, dayOfYear)] : []),
    ]
  })
}

const { names, values, source } = rowArrays([
  { name: 'kind', type: 'text' },
  { name: 'hash', type: 'bytea' },
  { name: 'object', type: 'text' },
  { name: 'field', type: 'text' },
  { name: 'record_id', type: 'uuid' },
  { name: 'owner_id', type: 'uuid' },
  { name: 'index_key', type: 'integer' },
])

export async function insertLookups(ctx: Context, rows: readonly LookupRow[]): Promise<void> {
  if (!rows.length) return
  await underIndexKey(ctx, async (key) => {
    const hashed = rows.map(({ kind, text, object, field, record_id, owner_id }) => {
      return { kind, hash: key.hash(kind, text), object, field, record_id, owner_id, index_key: key.number }
    })
    const statement = sql`insert into lookup (${names}) select ${values} from ${source(hashed)} where ${whileInUse(key)}`
    return (await ctx.db.count(statement, { steady: true })) > 0
  })
}

export async function removeLookups(
  ctx: Context,
  type: ObjectType,
  record: string,
  fields: readonly BoundField[],
): Promise<void> {
  const sealed = fields.filter((bound) => bound.sealed && bound.kind.lookups).map(({ name }) => name)
  if (!sealed.length) return
  await ctx.db.rows(
    sql`delete from lookup where record_id = ${record}::uuid and object = ${type.name} and field = any(${sealed}::text[])`,
    { steady: true },
  )
}
