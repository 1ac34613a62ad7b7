import type { ErrorCode } from '#shared/error-codes'
import type { UnresolvedWire } from '#shared/wire'
import type { Context } from '../context.ts'
import type { KeyOwner, Place, Ring } from '../crypto/codec.ts'
import type { ObjectType } from '../object/object-type.ts'
import { inJson } from '../query/in-json.ts'
import { sql } from '../query/sql.ts'
import type { Draft } from './draft.ts'

/** Nobody knows what stands in a value that could not be read. */
export const originalLevel = 3

export function originalPlace(object: string, record: string, field: string): Place {
  return { object, record, field, copy: 'unresolved' }
}

/** Keeps the original text of values that could not be read; through the codec, like any value outside its record. */
export async function insertUnresolved(
  ctx: Context,
  type: ObjectType,
  { drafts, ring }: { drafts: readonly (Draft & { owner: string })[]; ring: Ring },
): Promise<void> {
  const rows = drafts.flatMap(({ id, owner, unread }) =>
    unread.map(({ path, code, original }) => ({
      record: id,
      field: path,
      code,
      original: `\\x${ring.seal(original, originalPlace(type.name, id, path), { owner, level: originalLevel }).toString('hex')}`,
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
  const ring = await ctx.kernel.codec.opening(
    ctx.db,
    rows.map(({ original }) => original),
  )
  return rows.map(({ field, code, original }) => ({
    field,
    code,
    original: ring.open(original, originalPlace(type.name, record, field)) ?? '',
  }))
}

/** A field that somebody has filled or emptied on purpose is settled. */
export async function settle(ctx: Context, type: ObjectType, record: string, fields: readonly string[]): Promise<void> {
  await ctx.db.rows(
    sql`delete from unresolved where object = ${type.name} and record = ${record}::uuid and field = any(${fields as string[]}::text[])`,
  )
}

/** Originals of records that move to another file, sealed with that one's keys. */
export async function moveOriginals(
  ctx: Context,
  type: ObjectType,
  { ids, owner }: { ids: readonly string[]; owner: string },
): Promise<void> {
  const rows = await ctx.db.rows<{ record: string; field: string; original: Buffer }>(sql`
    select record, field, original from unresolved where object = ${type.name} and record = any(${ids as string[]}::uuid[]) for update`)
  if (!rows.length) return
  const key: KeyOwner = { owner, level: originalLevel }
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    rows.map(({ original }) => original),
  )
  const sealing = await ctx.kernel.codec.sealing([key])
  const moved = rows.map(({ record, field, original }) => {
    const place = originalPlace(type.name, record, field)
    const text = opening.open(original, place) ?? ''
    return { record, field, original: inJson(sealing.seal(text, place, key)) }
  })
  await ctx.db.rows(sql`
    update unresolved set original = rows.original
    from json_to_recordset(${JSON.stringify(moved)}::json) as rows(record uuid, field text, original bytea)
    where unresolved.object = ${type.name} and unresolved.record = rows.record and unresolved.field = rows.field`)
}
