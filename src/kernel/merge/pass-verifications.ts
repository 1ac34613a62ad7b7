import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { sql } from '../query/sql.ts'
import type { Choice } from './choices.ts'

/** A value that somebody was sure of is as sure on the file that takes it. */
export async function passVerifications(
  ctx: Context,
  type: ObjectType,
  { to, version, taken }: { to: string; version: number; taken: readonly Pick<Choice, 'field' | 'from'>[] },
): Promise<void> {
  const rows = taken.map(({ field, from }) => ({ id: randomUUIDv7(), field, from }))
  if (!rows.length) return
  await ctx.db.rows(sql`
    insert into verification (id, object, record, field, version, how, unknown, by, at)
    select rows.id, object, ${to}::uuid, rows.field, ${version}, how, unknown, by, at
    from json_to_recordset(${JSON.stringify(rows)}::json) as rows(id uuid, field text, "from" uuid)
      join verification on object = ${type.name} and record = rows."from" and verification.field = rows.field and ended_at is null`)
}

/** What a merge ended stands again with the value that it was given for. */
export async function restoreVerifications(
  ctx: Context,
  type: ObjectType,
  { id, merge, fields }: { id: string; merge: string; fields: readonly string[] },
): Promise<void> {
  await ctx.db.rows(sql`
    update verification set ended_at = null
    where object = ${type.name} and record = ${id}::uuid and field = any(${[...fields]}::text[]) 
      and ended_at = (select at from record_merge where id = ${merge}::uuid)`)
}
