import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import { isUnknown, type VerificationWay } from '#shared/verification'
import { isHiddenNamed } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType, unknownField } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { circleOf } from './circle.ts'
import { fileOf } from './file-of.ts'
import { fieldsChangedSince } from './history.ts'
import { passIncomplete } from './incomplete.ts'
import { loadFor } from './load.ts'
import { refuseStale } from './refuse-change.ts'
import { isEmpty } from './requirements.ts'
import type { Stored } from './row-codec.ts'
import { eventsByCircle, writeTrail } from './trail.ts'
import { endVerifications } from './verifications.ts'

/** `version`: that whose value was looked at. */
export type VerifyRequest = {
  field: string
  how: VerificationWay
  version: number
  /** On whose behalf it was made sure of: what they entered themselves is their own as well. */
  askedBy?: string
}

/**
 * Keeps that somebody has made sure of a value, or that it cannot be found out. The record gets no other version: nothing of it
 * has changed. Whoever may not see the value but change it has had it revealed, or asked the customer.
 */
export async function verify(
  ctx: Context,
  type: ObjectType,
  id: string,
  { field, how, version, askedBy }: VerifyRequest,
): Promise<void> {
  const record = await loadFor(ctx, type, id, 'update')
  const bound = fieldOf(type, field)
  if (isHiddenNamed(ctx, type, field)) throw unknownField(field)
  const params = { field: bound.field.label[ctx.locale] }
  const rule = bound.field.verify
  if (!rule || !type.guarded) throw new AppError(422, 'verification.not_asked', { params })
  if (record.destroyed) throw new AppError(409, 'record.destroyed')
  await refuseOther(ctx, type, record, { field, version })
  const isNothing = isEmpty(record.values[field])
  if (isNothing && !isUnknown(how)) throw new AppError(422, 'verification.empty', { params })
  if (!isNothing && isUnknown(how)) throw new AppError(422, 'verification.has_value', { params })
  if (rule.second && isOwn(await writerOf(ctx, type, record, field), [ctx.actor.id, askedBy]))
    throw new AppError(422, 'verification.own_entry', { params })
  await endVerifications(ctx, type, id, [field])
  await ctx.db.rows(sql`
    insert into verification (id, object, record, field, how, unknown, version, by, at)
    values (${randomUUIDv7()}, ${type.name}, ${id}::uuid, ${field}, ${how}, ${isUnknown(how)}, ${record.version}, ${ctx.actor.id}::uuid, ${ctx.now().toISOString()}::timestamptz)`)
  const owner = fileOf(type, record)
  if (isUnknown(how) && record.incomplete.includes(field)) await answer(ctx, type, { id, owner, field })
  const circle = await circleOf(ctx, type, id)
  await writeTrail(ctx, type.name, {
    audit: [{ action: 'verify', record: id, owner, fields: [field], detail: { how } }],
    events: eventsByCircle('update', [{ id, ...circle }]),
  })
}

/** Who looked at another value has not verified this one. */
async function refuseOther(
  ctx: Context,
  type: ObjectType,
  record: Stored,
  { field, version }: { field: string; version: number },
): Promise<void> {
  if (version === record.version) return
  const changes = await fieldsChangedSince(ctx, type, record.id, version)
  if (version > record.version || changes.some((change) => change.field === field))
    await refuseStale(ctx, type, record, { patch: {}, version, undone: true })
}

/** Nobody's own is what no person of the house has entered, or whom the file is about has confirmed. */
function isOwn(writer: string | null, people: readonly (string | null | undefined)[]): boolean {
  return writer !== null && people.includes(writer)
}

/** Who entered the value that stands. */
async function writerOf(ctx: Context, type: ObjectType, record: Stored, field: string): Promise<string | null> {
  const [last] = await ctx.db.rows<{ by: string | null }>(sql`
    select by from field_change where object = ${type.name} and record = ${record.id}::uuid and field = ${field}
    order by version desc limit 1`)
  return last ? last.by : record.createdBy
}

/** That nobody can find it out settles what was open. */
async function answer(
  ctx: Context,
  type: ObjectType,
  { id, owner, field }: { id: string; owner: string; field: string },
): Promise<void> {
  await ctx.db.rows(
    sql`update ${name(type.table)} set incomplete = array_remove(incomplete, ${field}) where id = ${id}::uuid`,
  )
  if (type.parent) await passIncomplete(ctx, type, [owner])
}
