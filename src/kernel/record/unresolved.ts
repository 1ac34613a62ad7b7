import type { ErrorCode } from '#shared/error-codes'
import type { UnresolvedWire } from '#shared/wire'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import type { Draft } from './create.ts'

/** Keeps the original text of values that could not be read; through the codec, like any value outside its record. */
export async function insertUnresolved(ctx: Context, type: ObjectType, drafts: readonly Draft[]): Promise<void> {
  const rows = drafts.flatMap(({ id, unread }) =>
    unread.map(({ path, code, original }) => ({
      record: id,
      field: path,
      code,
      original: `\\x${ctx.kernel.codec.seal(original, { object: type.name, record: id, field: path, level: 3 }).toString('hex')}`,
    })),
  )
  if (!rows.length) return
  await ctx.db.rows(sql`
    insert into unresolved (object, record, field, code, original)
    select ${type.name}, record, field, code, original
    from json_to_recordset(${JSON.stringify(rows)}::json) as rows(record uuid, field text, code text, original bytea)`)
}

export async function unresolvedOf(ctx: Context, type: ObjectType, record: string): Promise<UnresolvedWire[]> {
  const rows = await ctx.db.rows<{ field: string; code: ErrorCode; original: Buffer }>(
    sql`select field, code, original from unresolved where object = ${type.name} and record = ${record}::uuid order by field`,
  )
  return rows.map(({ field, code, original }) => ({
    field,
    code,
    original: ctx.kernel.codec.open(original, { object: type.name, record, field, level: 3 }),
  }))
}

/** A field that somebody has filled or emptied on purpose is settled. */
export async function settle(ctx: Context, type: ObjectType, record: string, fields: readonly string[]): Promise<void> {
  await ctx.db.rows(
    sql`delete from unresolved where object = ${type.name} and record = ${record}::uuid and field = any(${fields as string[]}::text[])`,
  )
}
