import { Readable } from 'node:stream'
import { type Context, insertImport, readSettings, startJob, storeFile } from '#kernel'

/** Queues the import of a list of customers, its columns matched by themselves; answers with the import and its stored file. */
export async function queueImport(ctx: Context, list: string): Promise<{ id: string; file: string }> {
  const stored = await storeFile(ctx, Readable.from([Buffer.from(list)]), '名单.csv')
  const settings = await readSettings(ctx, ctx.type('customer'), stored, {})
  const id = await ctx.transaction(async (tx) => {
    const made = await insertImport(tx, tx.type('customer'), {
      file: stored.id,
      fileName: '名单.csv',
      settings,
      state: 'queued',
    })
    await startJob(tx, 'import', { import: made })
    return made
  })
  return { id, file: stored.id }
}
