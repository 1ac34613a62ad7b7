import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'

export type LookupRow = {
  kind: string
  hash: string
  object: string
  field: string
  record: string
  owner: string | null
}

/** Hashes under which a record's sealed values are found: whole, and by their tail where the kind has one. */
export function lookupRows(
  ctx: Context,
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
      hash: `\\x${ctx.kernel.codec.hash(kind, text).toString('hex')}`,
      object: type.name,
      field: bound.name,
      record: record.id,
      owner: record.owner,
    })
    return [row(bound.kind.name, texts.equal), ...(texts.tail ? [row(`${bound.kind.name}.tail`, texts.tail)] : [])]
  })
}

export async function insertLookups(ctx: Context, rows: readonly LookupRow[]): Promise<void> {
  if (!rows.length) return
  await ctx.db.rows(
    sql`
    insert into lookup (kind, hash, object, field, record_id, owner_id)
    select kind, hash, object, field, record, owner
    from json_to_recordset(${JSON.stringify(rows)}::json) as rows(kind text, hash bytea, object text, field text, record uuid, owner uuid)`,
    { steady: true },
  )
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
