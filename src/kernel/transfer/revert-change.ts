import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { formerValues } from '../merge/former-values.ts'
import type { ObjectType } from '../object/object-type.ts'
import { faceOf } from '../proposal/proposal.ts'
import { name, sql } from '../query/sql.ts'
import { load } from '../record/load.ts'
import { isTaken } from '../record/normalise.ts'
import { remove } from '../record/remove.ts'
import { inSavepoint } from '../record/transaction.ts'
import { update } from '../record/update.ts'
import type { ImportChange } from './import-changes.ts'

const reason = 'import undone'

/** False where anything stays: it has changed since, somebody has granted it, or whoever takes it back may not. */
export async function revertChange(ctx: Context, change: ImportChange): Promise<boolean> {
  if (change.act === 'asked') return !(await isGranted(ctx, change.request))
  const type = ctx.type(change.object)
  if (!(await isThere(ctx, type, change.record))) return true
  if (change.act === 'made') return takeBack(ctx, type, change.record)
  const { record, version } = change
  return attempt(ctx, () => revert(ctx, type, { record, version }))
}

/** A record that the list has made goes to the recycle bin. */
export function takeBack(ctx: Context, type: ObjectType, id: string): Promise<boolean> {
  return attempt(ctx, async () => (await remove(ctx, type, id, { reason })).proposed === null)
}

/** What is refused stays, and the others go on. */
async function attempt(ctx: Context, work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await inSavepoint(ctx, work)
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return false
    throw error
  }
}

async function revert(
  ctx: Context,
  type: ObjectType,
  { record, version }: { record: string; version: number },
): Promise<boolean> {
  const now = await load(ctx, type, record)
  const former = await formerValues(ctx, type, { record, version })
  if (!former) return false
  // What the product works out of other values follows them.
  const own = Object.entries(former.values).filter(([field]) => {
    const bound = type.fields.get(field)
    return bound && isTaken(ctx, type, bound)
  })
  const { proposed } = await update(ctx, type, record, Object.fromEntries(own), {
    version: now.version,
    restores: true,
    reason,
  })
  return proposed === null && !former.changedSince.length
}

/** Beyond the sight of whoever takes it back: what is in the recycle bin needs nothing, what is out of sight stays. */
async function isThere(ctx: Context, type: ObjectType, id: string): Promise<boolean> {
  const rows = await ctx
    .asSystem('undo of an import')
    .transaction((system) =>
      system.db.rows(sql`select from ${name(type.table)} where id = ${id}::uuid and deleted_at is null`),
    )
  return rows.length > 0
}

async function isGranted(ctx: Context, request: string): Promise<boolean> {
  const { type, fields } = faceOf(ctx)
  const record = await ctx.asSystem('undo of an import').recordsNamed(type.name).get(request)
  return record[fields.state] === 'approved'
}
