import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import { keepHolders } from '../access/holders.ts'
import type { Context } from '../context.ts'
import { underProof } from '../integrity/under-proof.ts'
import { keptInstead } from '../merge/merged.ts'
import type { ObjectType } from '../object/object-type.ts'
import { type Leave, leaveFor } from '../proposal/propose.ts'
import { name, type Sql, sql } from '../query/sql.ts'
import { circleOf } from './circle.ts'
import { fileOf } from './file-of.ts'
import { follow } from './follow.ts'
import { passIncomplete } from './incomplete.ts'
import { loadFor } from './load.ts'
import { referencesOf } from './references.ts'
import { refreshRollups } from './rollups.ts'
import type { Stored } from './row-codec.ts'
import { eventsByCircle, writeTrail } from './trail.ts'
import { beyondSight } from './transaction.ts'

/** The proposal that stands instead of what was asked for; null = it was done. */
export type Removed = { proposed: string | null }

/** `version`: the one that was looked at, where it must still stand. */
type RemoveOptions = { reason?: string; version?: number }

/** Moves a record, and all that lives on it, to the recycle bin. */
export async function remove(
  ctx: Context,
  type: ObjectType,
  id: string,
  options: RemoveOptions = {},
): Promise<Removed> {
  const record = await loadFor(ctx, type, id, 'delete')
  refuseStale(record, options)
  await beyondSight(ctx, () => refuseInUse(ctx, type, id))
  const leave = await askLeave(ctx, type, record, { operation: 'delete', reason: options.reason })
  if (leave.proposed) return { proposed: leave.proposed }
  const deletion = randomUUIDv7()
  await mark(ctx, type, id, { deletion, at: ctx.now().toISOString() })
  await leaveTrail(ctx, type, record, { action: 'delete', reason: options.reason, alone: leave.alone })
  return { proposed: null }
}

/** Takes a record out of the recycle bin, with what went there together with it. */
export async function restore(
  ctx: Context,
  type: ObjectType,
  id: string,
  options: Pick<RemoveOptions, 'version'> = {},
): Promise<Removed> {
  const record = await loadFor(ctx, type, id, 'delete', { deleted: true })
  refuseStale(record, options)
  if (await keptInstead(ctx, type, id)) throw new AppError(409, 'merge.undo_instead')
  await type.hooks.prepare?.(ctx, { ...record.values }, record.values, { id, returns: true })
  const leave = await askLeave(ctx, type, record, { operation: 'restore' })
  if (leave.proposed) return { proposed: leave.proposed }
  const [row] = await ctx.db.rows<{ deleted_with: string }>(
    sql`select deleted_with from ${name(type.table)} where id = ${id}::uuid`,
  )
  await refuseOrphan(ctx, type, record.values)
  for (const each of [type, ...ctx.kernel.registry.children(type.name)]) {
    const gone = sql`deleted_with = ${row?.deleted_with}::uuid`
    await underProof(ctx, each, gone, () =>
      ctx.db.rows(sql`
        update ${name(each.table)} set deleted_at = null, deleted_with = null, version = version + 1 where ${gone}`),
    )
  }
  await leaveTrail(ctx, type, record, { action: 'restore', alone: leave.alone })
  return { proposed: null }
}

function refuseStale(record: Stored, { version }: RemoveOptions): void {
  if (version !== undefined && version !== record.version)
    throw new AppError(409, 'record.stale', { params: { fields: [] } })
}

function askLeave(
  ctx: Context,
  type: ObjectType,
  { id, version, values }: Stored,
  { operation, reason }: { operation: 'delete' | 'restore'; reason?: string },
): Promise<Leave> {
  const [before, after] = operation === 'delete' ? [values, null] : [null, values]
  const owner = fileOf(type, { id, values })
  return leaveFor(ctx, type, { operation, id, before, after, fields: [], values: {}, version, reason, owner })
}

async function mark(
  ctx: Context,
  type: ObjectType,
  id: string,
  { deletion, at }: { deletion: string; at: string },
): Promise<void> {
  const go = (each: ObjectType, which: Sql): Promise<unknown> =>
    underProof(ctx, each, which, () =>
      ctx.db.rows(sql`
        update ${name(each.table)} set deleted_at = ${at}::timestamptz, deleted_with = ${deletion}::uuid, version = version + 1
        where ${which}`),
    )
  await go(type, sql`id = ${id}::uuid`)
  for (const child of ctx.kernel.registry.children(type.name))
    if (child.parent) await go(child, sql`${name(child.parent.column)} = ${id}::uuid and deleted_at is null`)
}

async function leaveTrail(
  ctx: Context,
  type: ObjectType,
  { id, values }: { id: string; values: Record<string, unknown> },
  { action, reason, alone }: { action: 'delete' | 'restore'; reason?: string; alone: boolean },
): Promise<void> {
  const circle = await circleOf(ctx, type, id)
  await writeTrail(ctx, type.name, {
    audit: [
      {
        action,
        record: id,
        owner: fileOf(type, { id, values }),
        reason,
        ...(alone ? { detail: { alone: true } } : {}),
      },
    ],
    events: eventsByCircle(action, [{ id, ...circle }]),
    reason,
  })
  await refreshRollups(ctx, type, (via) => (typeof values[via] === 'string' ? [values[via]] : []))
  if (type.parent) await passIncomplete(ctx, type, [String(values[type.parent.field])])
  await keepHolders(ctx, type, [{ id, values, deleted: action === 'delete' }])
  const [before, after] = action === 'delete' ? [values, null] : [null, values]
  await follow(ctx, type, { action, records: [{ id, before, after }] })
}

/** Reference data that live records still name stays; what lives on the record itself goes with it. */
async function refuseInUse(ctx: Context, type: ObjectType, id: string): Promise<void> {
  for (const other of ctx.kernel.registry.objects.values()) {
    if (other.parent?.object === type.name) continue
    for (const { bound, target } of referencesOf(ctx, other)) {
      const [column] = bound.columns
      if (target.name !== type.name || column?.type !== 'uuid' || bound.field.options.outlives) continue
      const [row] = await ctx.db.rows(
        sql`select 1 from ${name(other.table)} where ${name(column.name)} = ${id}::uuid and deleted_at is null limit 1`,
      )
      if (row) throw new AppError(409, 'record.in_use', { params: { object: other.definition.label[ctx.locale] } })
    }
  }
}

async function refuseOrphan(ctx: Context, type: ObjectType, values: Record<string, unknown>): Promise<void> {
  if (!type.parent) return
  const parent = ctx.type(type.parent.object)
  const [row] = await ctx.db.rows(
    sql`select 1 from ${name(parent.table)} where id = ${String(values[type.parent.field])}::uuid and deleted_at is null`,
  )
  if (!row) throw new AppError(409, 'record.in_use', { params: { object: parent.definition.label[ctx.locale] } })
}
