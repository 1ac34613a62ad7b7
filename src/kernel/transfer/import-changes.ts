import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'

/** What a list has done beside making records: changed one up to a version, made one on a file that was there, or asked for either. */
export type ImportChange = { object: string; record: string } & (
  | { act: 'changed'; version: number }
  | { act: 'made' }
  | { act: 'asked'; request: string }
)

export async function keepChanges(
  ctx: Context,
  { importId, row }: { importId: string; row: number },
  changes: readonly ImportChange[],
): Promise<void> {
  if (!changes.length) return
  await ctx.db.rows(sql`
    insert into import_change (import, row, object, record, act, version, request)
    select ${importId}::uuid, ${row}, object, record, act, version, request
    from json_to_recordset(${JSON.stringify(changes)}::json)
      as rows(object text, record uuid, act text, version integer, request uuid)`)
}

/** Those of them that the list has made, changed or asked to change. */
export async function touchedBy(
  ctx: Context,
  type: ObjectType,
  importId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select id from ${name(type.table)} where id = any(${[...ids]}::uuid[]) and import_id = ${importId}::uuid
    union select record from import_change
      where import = ${importId}::uuid and object = ${type.name} and record = any(${[...ids]}::uuid[])`)
  return new Set(rows.map(({ id }) => id))
}

/** Takes some out of what is kept, the latest first: whoever takes them back does so once. */
export async function takeChanges(ctx: Context, importId: string, most: number): Promise<readonly ImportChange[]> {
  return ctx.db.rows<ImportChange>(sql`
    delete from import_change where import = ${importId}::uuid and (object, record) in (
      select object, record from import_change where import = ${importId}::uuid order by row desc limit ${most})
    returning object, record, act, version, request`)
}
