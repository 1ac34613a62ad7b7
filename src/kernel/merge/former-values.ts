import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { openChanges } from '../record/history.ts'
import { decodeRows, selectList } from '../record/row-codec.ts'
import type { Part } from './merged.ts'

export type Former = {
  /** What stood before, of the fields that have not been changed since. */
  values: Record<string, unknown>
  changedSince: readonly string[]
  now: Record<string, unknown>
  /** That it has now. */
  version: number
}

type Change = { id: string; field: string; before: Buffer | null; after: Buffer | null; later: boolean }

/** What a merge changed of a record, from its history; undefined where the record is not there any more. */
export async function formerValues(
  ctx: Context,
  type: ObjectType,
  { record, version }: Pick<Part, 'record' | 'version'>,
): Promise<Former | undefined> {
  const tuples = await ctx.db.tuples(
    sql`select ${selectList(ctx, type)} from ${name(type.table)} where id = ${record}::uuid and deleted_at is null`,
  )
  const [stored] = await decodeRows(ctx, type, tuples)
  if (!stored) return undefined
  const rows = await ctx.db.rows<Change>(sql`
    select id, field, before, after, exists (select from field_change later
      where later.object = ${type.name} and later.record = ${record}::uuid and later.field = change.field and later.version > change.version) as later
    from field_change change where object = ${type.name} and record = ${record}::uuid and version = ${version}`)
  const opened = await openChanges(ctx, { object: type.name, record }, rows)
  const known = opened.filter(({ field }) => type.fields.has(field))
  return {
    values: Object.fromEntries(known.filter(({ later }) => !later).map(({ field, before }) => [field, before])),
    changedSince: known.filter(({ later }) => later).map(({ field }) => field),
    now: stored.values,
    version: stored.version,
  }
}
