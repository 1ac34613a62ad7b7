import type { Context } from '../context.ts'
import { defineJob } from '../jobs/define-job.ts'
import { withdrawImported } from '../proposal/decide.ts'
import { name, sql } from '../query/sql.ts'
import { takeChanges } from './import-changes.ts'
import { findImport, noteImport, updateImport } from './imports.ts'
import { revertChange, takeBack } from './revert-change.ts'

type Input = { import: string }
type Place = { done: number; row: number }
type Made = { id: string; row: number }

const batchSize = 200

/**
 * Takes a whole import back: what it asked for is withdrawn, then every record that it made goes to the recycle bin, with all
 * that stands on it, and what it changed becomes what it was. What others have come to name or change meanwhile stays, and the import says so.
 */
export const importUndoJob = defineJob<Input, Place>({
  kind: 'import_undo',
  start: () => ({ done: 0, row: 0 }),
  step: async (ctx, { import: id }, place) => {
    const { object, counts } = await findImport(ctx, id)
    const total = counts.created + counts.proposed + counts.updated
    const withdrawn = await withdrawImported(ctx, id, batchSize)
    if (withdrawn) {
      const done = place.done + withdrawn
      return { place: { ...place, done }, done, total, finished: false }
    }
    const made = await nextRecords(ctx, { object, import: id, after: place.row })
    let kept = 0
    for (const record of made) kept += (await takeBack(ctx, ctx.type(object), record.id)) ? 0 : 1
    const taken = made.length < batchSize ? await takeChanges(ctx, id, batchSize) : []
    for (const change of taken) kept += (await revertChange(ctx, change)) ? 0 : 1
    if (kept) await updateImport(ctx, id, { error: { code: 'import.kept', params: {} } })
    const done = place.done + made.length + taken.length
    const row = made.at(-1)?.row ?? place.row
    const finished = made.length < batchSize && taken.length < batchSize
    return { place: { done, row }, done, total, finished }
  },
  ended: async (ctx, { import: id }, state) => {
    await updateImport(ctx, id, { state: state === 'done' ? 'undone' : 'done' })
    await noteImport(ctx, 'undo', await findImport(ctx, id))
  },
})

async function nextRecords(
  ctx: Context,
  { object, import: id, after }: { object: string; import: string; after: number },
): Promise<Made[]> {
  return ctx.db.rows<Made>(sql`
    select id, import_row as row from ${name(ctx.type(object).table)}
    where import_id = ${id}::uuid and import_row > ${after} and deleted_at is null order by import_row limit ${batchSize}`)
}
