import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { storedContent } from '../files/files.ts'
import { defineJob } from '../jobs/define-job.ts'
import { importBatch } from './import-batch.ts'
import { findImport, type ImportCounts, type ImportRow, noCounts, noteImport, sumOf, updateImport } from './imports.ts'
import { openTable } from './open-table.ts'
import type { NameCache } from './resolve-names.ts'
import type { Encoding, Table, TableRow } from './table.ts'

type Input = { import: string }
/** Rows done so far; the file is read again from there after a break. */
type Place = { row: number; counts: ImportCounts }

/** More rows in one transaction gain little and lose more when it is cut off. */
const batchSize = 2_000

/** Open files by import, so that a step goes on where the one before left off. */
type Reader = { next: number; rows: AsyncIterator<TableRow>; names: NameCache; ahead: Promise<TableRow[]> }
const readers = new Map<string, Reader>()

export const importJob = defineJob<Input, Place>({
  kind: 'import',
  start: async (ctx, { import: id }) => {
    const facts = await findImport(ctx, id)
    await updateImport(ctx, id, {
      state: 'running',
      settings: { ...facts.settings, total: await countRows(ctx, facts) },
    })
    return { row: 0, counts: noCounts }
  },
  step: async (ctx, { import: id }, place) => {
    const facts = await findImport(ctx, id, { lock: true })
    const reader = readers.get(id)?.next === place.row ? readers.get(id) : await openReader(ctx, facts, place.row)
    if (!reader) throw new Error('a reader has just been opened')
    readers.delete(id)
    const rows = await reader.ahead
    const ahead = take(reader.rows)
    // Whoever needs it will see that it has failed.
    ahead.catch(() => {})
    const made = await importBatch(asStarted(ctx, facts), ctx.type(facts.object), {
      importId: id,
      rows,
      mapping: facts.settings.mapping,
      duplicates: facts.settings.duplicates,
      names: reader.names,
    })
    const counts = sumOf(place.counts, made)
    await updateImport(ctx, id, { state: 'running', counts })
    const finished = rows.length < batchSize
    if (!finished) readers.set(id, { ...reader, next: place.row + rows.length, ahead })
    return { place: { row: place.row + rows.length, counts }, done: counts.rows, total: facts.settings.total, finished }
  },
  ended: async (ctx, { import: id }, state) => {
    readers.delete(id)
    await updateImport(ctx, id, { state })
    await noteImport(ctx, 'import', await findImport(ctx, id))
  },
})

/** The proof that was given at the start holds for the whole list. */
function asStarted(ctx: Context, { settings }: ImportRow): Context {
  const actor = settings.proven ? { ...ctx.actor, provenAt: ctx.now().toISOString() } : ctx.actor
  return ctx.with({ actor, channel: 'import' })
}

async function openFacts(
  ctx: Context,
  { file, fileName, settings: { encoding, delimiter } }: ImportRow,
): Promise<Table> {
  // Both have come out of openTable when the file was first looked at.
  return openTable(await storedContent(ctx, file), { fileName, encoding: encoding as Encoding | undefined, delimiter })
}

/** Reading is far quicker than loading: worth it to show how far the work is. */
async function countRows(ctx: Context, facts: ImportRow): Promise<number> {
  let rows = 0
  for await (const _ of (await openFacts(ctx, facts)).rows()) rows++
  return rows
}

async function openReader(ctx: Context, facts: ImportRow, from: number): Promise<Reader> {
  const rows = (await openFacts(ctx, facts)).rows()[Symbol.asyncIterator]()
  for (let skipped = 0; skipped < from; skipped++) {
    if ((await rows.next()).done) throw new AppError(409, 'transfer.file_changed')
  }
  return { next: from, rows, names: new Map(), ahead: take(rows) }
}

/** The rows of a step; those of the next are read while the database still works for this one. */
async function take(rows: AsyncIterator<TableRow>): Promise<TableRow[]> {
  const taken: TableRow[] = []
  while (taken.length < batchSize) {
    const { done, value } = await rows.next()
    if (done) break
    taken.push(value)
  }
  return taken
}
