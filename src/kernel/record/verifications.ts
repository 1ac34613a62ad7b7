import { type PastVerification, type VerificationWire, verificationWays } from '#shared/verification'
import { isHiddenNamed } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { any, sql } from '../query/sql.ts'
import { since } from '../query/verified-at.ts'
import { markRecords } from './mark-incomplete.ts'
import { withoutWaiting } from './transaction.ts'

type Row = { id: string; field: string; how: string; by: string | null; at: string; ended: string | null }

/** What stands of the fields that are to be verified; asked only of objects that have some. */
export async function verificationsOf(ctx: Context, type: ObjectType, id: string): Promise<VerificationWire[]> {
  const rules = new Map(
    type.verified.flatMap(({ name: field, field: { verify } }) =>
      verify && !isHiddenNamed(ctx, type, field) ? [[field, verify] as const] : [],
    ),
  )
  if (!rules.size) return []
  const rows = await ctx.db.rows<Row>(sql`
    select id, field, how, by, at, ended_at as ended from verification
    where record = ${id}::uuid and object = ${type.name} and ended_at is null and field = any(${[...rules.keys()]}::text[])
    order by field`)
  return rows.flatMap((row) => {
    const { days } = rules.get(row.field) ?? {}
    const told = wayOf(row)
    if (days === undefined || !told) return []
    const after = (share: number): string => new Date(Date.parse(row.at) + days * share * 86_400_000).toISOString()
    return [{ ...told, ageing: after(1 - ctx.kernel.settings.completion.ageing / 100), due: after(1) }]
  })
}

const mostTold = 100

/** Those that stood and stand, newest first. */
export async function pastVerifications(ctx: Context, type: ObjectType, id: string): Promise<PastVerification[]> {
  const rows = await ctx.db.rows<Row>(sql`
    select id, field, how, by, at, ended_at as ended from verification
    where record = ${id}::uuid and object = ${type.name} order by id desc limit ${mostTold}`)
  return rows
    .filter(({ field }) => !isHiddenNamed(ctx, type, field))
    .flatMap((row) => {
      const told = wayOf(row)
      return told ? [{ ...told, id: row.id, endedAt: row.ended }] : []
    })
}

function wayOf({ field, by, at, how }: Row): Omit<VerificationWire, 'ageing' | 'due'> | undefined {
  const way = verificationWays.find((one) => one === how)
  return way && { field, how: way, by, at: new Date(at).toISOString() }
}

/** Another value is not the one that somebody was sure of. */
export async function endVerifications(
  ctx: Context,
  type: ObjectType,
  id: string,
  fields: readonly string[],
): Promise<void> {
  // Nobody is sure of what a request says: it changes by its course alone.
  if (!type.guarded || type.definition.custody.type === 'about' || !fields.length) return
  await withoutWaiting(
    ctx,
    ctx.db.rows(
      sql`update verification set ended_at = ${ctx.now().toISOString()}::timestamptz
      where record = ${id}::uuid and object = ${type.name} and ended_at is null and field = any(${fields as string[]}::text[])`,
      { steady: true },
    ),
  )
}

const atOnce = 1_000

/** What could not be found out is asked for again after its time; answers how many records it concerns, at most a batch. */
export async function reopenUnknown(ctx: Context, type: ObjectType): Promise<number> {
  const tooOld = type.verified.flatMap(({ name: field, field: { verify } }) =>
    verify ? [sql`(field = ${field} and at <= ${since(ctx.now(), verify.days)}::timestamptz)`] : [],
  )
  if (!tooOld.length) return 0
  const ended = await ctx.db.rows<{ record: string }>(sql`
    update verification set ended_at = ${ctx.now().toISOString()}::timestamptz where id in (
      select id from verification where object = ${type.name} and ended_at is null and unknown and ${any(tooOld)} limit ${atOnce}
    ) returning record`)
  await markRecords(ctx, type, [...new Set(ended.map(({ record }) => record))])
  return ended.length
}
