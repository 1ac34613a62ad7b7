import type { Context } from '../context.ts'
import { defineJob } from '../jobs/define-job.ts'
import { name, sql } from '../query/sql.ts'
import { remove } from '../record/remove.ts'
import { findImport, noteImport, updateImport } from './imports.ts'

type Input = { import: string }
type Place = { done: number }

const batchSize = 200

/** Takes a whole import back: every record that it made goes to the recycle bin, with all that stands on it. */
export const importUndoJob = defineJob<Input, Place>({
  kind: 'import_undo',
  start: () => ({ done: 0 }),
  step: async (ctx, { import: id }, place) => {
    const facts = await findImport(ctx, id)
    const ids = await nextRecords(ctx, facts.object, id)
    for (const record of ids) await remove(ctx, ctx.type(facts.object), record, { reason: 'import undone' })
    const done = place.done + ids.length
    return { place: { done }, done, total: facts.counts.created, finished: ids.length < batchSize }
  },
  ended: async (ctx, { import: id }, state) => {
    await updateImport(ctx, id, { state: state === 'done' ? 'undone' : 'done' })
    await noteImport(ctx, 'undo', await findImport(ctx, id))
  },
})

async function nextRecords(ctx: Context, object: string, id: string): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select id from ${name(ctx.type(object).table)} where import_id = ${id}::uuid and deleted_at is null order by import_row limit ${batchSize}`)
  return rows.map((row) => row.id)
}
