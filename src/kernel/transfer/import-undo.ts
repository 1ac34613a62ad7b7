import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { defineJob } from '../jobs/define-job.ts'
import type { ObjectType } from '../object/object-type.ts'
import { withdrawImported } from '../proposal/decide.ts'
import { name, sql } from '../query/sql.ts'
import { remove } from '../record/remove.ts'
import { findImport, noteImport, updateImport } from './imports.ts'

type Input = { import: string }
type Place = { done: number; row: number }
type Made = { id: string; row: number }

const batchSize = 200

/**
 * Takes a whole import back: what it asked for is withdrawn, then every record that it made goes to the recycle bin, with all
 * that stands on it. What others have come to name meanwhile stays, and the import says so.
 */
export const importUndoJob = defineJob<Input, Place>({
  kind: 'import_undo',
  start: () => ({ done: 0, row: 0 }),
  step: async (ctx, { import: id }, place) => {
    const { object, counts } = await findImport(ctx, id)
    const total = counts.created + counts.proposed
    const withdrawn = await withdrawImported(ctx, id, batchSize)
    if (withdrawn) {
      const done = place.done + withdrawn
      return { place: { ...place, done }, done, total, finished: false }
    }
    const made = await nextRecords(ctx, { object, import: id, after: place.row })
    let kept = 0
    for (const record of made) kept += (await takeBack(ctx, ctx.type(object), record.id)) ? 0 : 1
    if (kept) await updateImport(ctx, id, { error: { code: 'import.kept', params: {} } })
    const done = place.done + made.length
    const row = made.at(-1)?.row ?? place.row
    return { place: { done, row }, done, total, finished: made.length < batchSize }
  },
  ended: async (ctx, { import: id }, state) => {
    await updateImport(ctx, id, { state: state === 'done' ? 'undone' : 'done' })
    await noteImport(ctx, 'undo', await findImport(ctx, id))
  },
})

// A refusal comes before anything is written, so the others of the batch go on.
async function takeBack(ctx: Context, type: ObjectType, id: string): Promise<boolean> {
  try {
    const { proposed } = await remove(ctx, type, id, { reason: 'import undone' })
    return proposed === null
  } catch (error) {
    if (error instanceof AppError && [403, 409].includes(error.status)) return false
    throw error
  }
}

async function nextRecords(
  ctx: Context,
  { object, import: id, after }: { object: string; import: string; after: number },
): Promise<Made[]> {
  return ctx.db.rows<Made>(sql`
    select id, import_row as row from ${name(ctx.type(object).table)}
    where import_id = ${id}::uuid and import_row > ${after} and deleted_at is null order by import_row limit ${batchSize}`)
}
