import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import type { Filter } from '#shared/filter'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, name, sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'
import { databaseError } from './database-error.ts'
import { conditionsOf } from './list.ts'
import { remove } from './remove.ts'
import { inSavepoint } from './transaction.ts'
import { update } from './update.ts'

export type Selection = { ids: readonly string[] } | { where: Filter }

/** `proposed`: how many wait for somebody else instead. */
export type BulkResult = { changed: number; proposed: number; failed: { id: string; code: ErrorCode }[] }

export const largestBulk = 1_000

/** The same change on many records, in one transaction; records that refuse it are named and the others go through. */
export async function updateMany(
  ctx: Context,
  type: ObjectType,
  selection: Selection,
  options: { patch: Readonly<Record<string, unknown>>; reason?: string },
): Promise<BulkResult> {
  return each(ctx, type, selection, async (tx, { id, version }) => {
    return update(tx, type, id, options.patch, { version, reason: options.reason })
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
  work: (tx: Context, record: { id: string; version: number }) => Promise<{ proposed: string | null }>,
): Promise<BulkResult> {
  return ctx.transaction(async (inside) => {
    // A file proves one request: what needs one is changed by itself.
    const tx = inside.with({ grounds: inside.grounds && { ...inside.grounds, files: [] } })
    const records = await select(tx, type, selection)
    const result: BulkResult = { changed: 0, proposed: 0, failed: notThere(selection, records) }
    for (const record of records) {
      try {
        const { proposed } = await inSavepoint(tx, () => work(tx, record))
        if (proposed) result.proposed++
        else result.changed++
      } catch (thrown) {
        const error = databaseError(thrown)
        if (!(error instanceof AppError) || error.status >= 500 || isAskedFirst(tx, error)) throw error
        result.failed.push({ id: record.id, code: error.code })
      }
    }
    return result
  })
}

/** What one answer gives for all of them. */
function isAskedFirst({ grounds }: Context, { code, errors }: AppError): boolean {
  const isMissing = code === 'proposal.grounds_needed' && !errors.some(({ path }) => path === 'grounds.files')
  return isMissing && grounds?.asks === true
}

/** Ids out of the writer's sight, or of nothing at all: who asks cannot tell one from the other. */
function notThere(selection: Selection, records: readonly { id: string }[]): BulkResult['failed'] {
  if (!('ids' in selection)) return []
  const found = new Set(records.map(({ id }) => id))
  return [...new Set(selection.ids)].flatMap((id) =>
    found.has(id.toLowerCase()) ? [] : [{ id, code: 'request.not_found' as const }],
  )
}

async function select(
  ctx: Context,
  type: ObjectType,
  selection: Selection,
): Promise<{ id: string; version: number }[]> {
  if ('ids' in selection && selection.ids.length > largestBulk) throw tooMany()
  const chosen =
    'ids' in selection
      ? all([
          scope(ctx, type, 'read'),
          sql`${name(type.table, 'deleted_at')} is null`,
          sql`id = any(${selection.ids.filter(isUuid)}::uuid[])`,
        ])
      : all(conditionsOf(ctx, type, selection))
  const rows = await ctx.db.rows<{ id: string; version: number }>(
    sql`select id, version from ${name(type.table)} where ${chosen} order by id limit ${largestBulk + 1} for update`,
  )
  if (rows.length > largestBulk) throw tooMany()
  return rows
}

function tooMany(): AppError {
  return new AppError(413, 'request.too_large', { params: { limit: largestBulk } })
}
