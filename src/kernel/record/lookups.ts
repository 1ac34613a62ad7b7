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

/** Name under which what alike values of a field have in common is hashed; undefined = it leads to none. */
export function likeKey(type: ObjectType, { name, kind, sealed }: BoundField): string | undefined {
  if (sealed) return kind.lookups && kind.likeness && kind.name
  return kind.likeness?.key && type.definition.duplicates?.some(({ fields }) => fields.includes(name))
    ? `${kind.name}.like`
    : undefined
}

/** Fields of which hashes are kept. */
export function hashedFields(type: ObjectType, fields: readonly BoundField[] = type.stored): readonly BoundField[] {
  return fields.filter((bound) => (bound.sealed ? bound.kind.lookups : likeKey(type, bound)))
}

/** By what a record's sealed values are found, whole and by their tail or day of the year where the kind has one, and those like it. */
export function lookupRows(
  ctx: Context,
  type: ObjectType,
  record: { id: string; owner: string | null; values: Readonly<Record<string, unknown>> },
  fields: readonly BoundField[] = type.stored,
): LookupRow[] {
  return hashedFields(type, fields).flatMap((bound) => {
    const value = record.values[bound.name]
    if (value === null || value === undefined) return []
    const row = (kind: string, text: string): LookupRow => ({
      kind,
      text,
      object: type.name,
      field: bound.name,
      record_id: record.id,
      owner_id: record.owner,
    })
    if (!bound.sealed) {
      const text = bound.kind.likeness?.key?.(value, ctx.kernel)
      return text ? [row(`${bound.kind.name}.like`, text)] : []
    }
    const { equal = '', tail, dayOfYear } = bound.kind.lookups?.(value) ?? {}
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
  const hashed = hashedFields(type, fields).map(({ name }) => name)
  if (!hashed.length) return
  await ctx.db.rows(
    sql`delete from lookup where record_id = ${record}::uuid and object = ${type.name} and field = any(${hashed}::text[])`,
    { steady: true },
  )
}
