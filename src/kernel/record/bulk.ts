import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import type { Filter } from '#shared/filter'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, name, sql } from '../query/sql.ts'
import { conditionsOf } from './list.ts'
import { remove } from './remove.ts'
import { update } from './update.ts'

export type Selection = { ids: readonly string[] } | { where: Filter }

export type BulkResult = { changed: number; failed: { id: string; code: ErrorCode }[] }

export const largestBulk = 1_000

/** The same change on many records, in one transaction; records that refuse it are named and the others go through. */
export async function updateMany(
  ctx: Context,
  type: ObjectType,
  selection: Selection,
  options: { patch: Readonly<Record<string, unknown>>; reason?: string },
): Promise<BulkResult> {
  return each(ctx, type, selection, async (tx, { id, version }) => {
    await update(tx, type, id, options.patch, { version, reason: options.reason })
  })
}

export async function removeMany(
  ctx: Context,
  type: ObjectType,
  selection: Selection,
  options: { reason?: string } = {},
): Promise<BulkResult> {
  return each(ctx, type, selection, (tx, { id }) => remove(tx, type, id, options))
}

async function each(
  ctx: Context,
  type: ObjectType,
  selection: Selection,
  work: (tx: Context, record: { id: string; version: number }) => Promise<void>,
): Promise<BulkResult> {
  return ctx.transaction(async (tx) => {
    const records = await select(tx, type, selection)
    const result: BulkResult = { changed: 0, failed: [] }
    for (const record of records) {
      await tx.db.text('savepoint one')
      try {
        await work(tx, record)
        result.changed++
        await tx.db.text('release savepoint one')
      } catch (error) {
        if (!(error instanceof AppError) || error.status >= 500) throw error
        await tx.db.text('rollback to savepoint one')
        result.failed.push({ id: record.id, code: error.code })
      }
    }
    return result
  })
}

async function select(
  ctx: Context,
  type: ObjectType,
  selection: Selection,
): Promise<{ id: string; version: number }[]> {
  const chosen =
    'ids' in selection
      ? all([
          scope(ctx, type, 'read'),
          sql`${name(type.table, 'deleted_at')} is null`,
          sql`id = any(${selection.ids as string[]}::uuid[])`,
        ])
      : all(conditionsOf(ctx, type, selection))
  const rows = await ctx.db.rows<{ id: string; version: number }>(
    sql`select id, version from ${name(type.table)} where ${chosen} order by id limit ${largestBulk + 1} for update`,
  )
  if (rows.length > largestBulk) throw new AppError(413, 'request.too_large', { params: { limit: largestBulk } })
  return rows
}
