import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import type { Filter } from '#shared/filter'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { mostInWhole, proposeTogether } from '../proposal/together.ts'
import { all, name, sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'
import { databaseError } from './database-error.ts'
import { conditionsOf } from './list.ts'
import { remove } from './remove.ts'
import { inSavepoint } from './transaction.ts'
import { update } from './update.ts'

export type Selection = { ids: readonly string[] } | { where: Filter }

/** `proposed`: how many wait for somebody else instead. */
export type BulkResult = {
  changed: number
  proposed: number
  failed: { id: string; code: ErrorCode }[]
  /** The one request that all that wait have become. */
  request?: string
}

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

type Row = { id: string; version: number }
type Work = (tx: Context, record: Row) => Promise<{ proposed: string | null }>

async function each(ctx: Context, type: ObjectType, selection: Selection, work: Work): Promise<BulkResult> {
  return ctx.transaction(async (inside) => {
    const records = await select(inside, type, selection)
    const failed = notThere(selection, records)
    if (inside.grounds?.together) {
      const tried = { result: blank(failed) }
      const whole = await proposeTogether(inside, async (gathering) => {
        tried.result = await through(gathering, { records, failed, work })
      })
      if (whole) return { changed: 0, proposed: whole.parts, failed: tried.result.failed, request: whole.request }
    }
    // What proves one request proves no other: what needs a proof is changed by itself, or as one request.
    const grounds = inside.grounds && { ...inside.grounds, ...(records.length > 1 ? { files: [], linked: [] } : {}) }
    return through(inside.with({ grounds }), { records, failed, work })
  })
}

const blank = (failed: BulkResult['failed']): BulkResult => ({ changed: 0, proposed: 0, failed: [...failed] })

type Through = { records: readonly Row[]; failed: BulkResult['failed']; work: Work }

async function through(tx: Context, { records, failed, work }: Through): Promise<BulkResult> {
  const result = blank(failed)
  for (const record of records) {
    try {
      const { proposed } = await inSavepoint(tx, () => work(tx, record))
      if (proposed) result.proposed++
      else result.changed++
    } catch (thrown) {
      const error = databaseError(thrown)
      if (!(error instanceof AppError) || error.status >= 500) throw error
      if (isAskedFirst(tx, error, records.length)) throw askedOfAll(error, records.length)
      result.failed.push({ id: record.id, code: error.code })
    }
  }
  return result
}

const mayBeOne = (count: number): boolean => count > 1 && count <= mostInWhole

/** What one answer gives for all of them; a proof, where they become one request. */
function isAskedFirst({ grounds }: Context, { code, errors }: AppError, count: number): boolean {
  const wantsProof = errors.some(({ path }) => proofs.includes(path))
  return code === 'proposal.grounds_needed' && grounds?.asks === true && (count === 1 || mayBeOne(count) || !wantsProof)
}

/** The question says whether all of it can be one request. */
function askedOfAll({ status, code, params, errors, details }: AppError, count: number): AppError {
  const told = count === 1 ? details : mayBeOne(count) ? { together: count } : {}
  return new AppError(status, code, { params, errors, details: told })
}

const proofs = ['grounds.files', 'grounds.proof']

/** Ids out of the writer's sight, or of nothing at all: who asks cannot tell one from the other. */
function notThere(selection: Selection, records: readonly { id: string }[]): BulkResult['failed'] {
  if (!('ids' in selection)) return []
  const found = new Set(records.map(({ id }) => id))
  return [...new Set(selection.ids)].flatMap((id) =>
    found.has(id.toLowerCase()) ? [] : [{ id, code: 'request.not_found' as const }],
  )
}

async function select(ctx: Context, type: ObjectType, selection: Selection): Promise<Row[]> {
  if ('ids' in selection && selection.ids.length > largestBulk) throw tooMany()
  const chosen =
    'ids' in selection
      ? all([
          scope(ctx, type, 'read'),
          sql`${name(type.table, 'deleted_at')} is null`,
          sql`id = any(${selection.ids.filter(isUuid)}::uuid[])`,
        ])
      : all(conditionsOf(ctx, type, selection))
  const rows = await ctx.db.rows<Row>(
    sql`select id, version from ${name(type.table)} where ${chosen} order by id limit ${largestBulk + 1} for update`,
  )
  if (rows.length > largestBulk) throw tooMany()
  return rows
}

function tooMany(): AppError {
  return new AppError(413, 'request.too_large', { params: { limit: largestBulk } })
}
