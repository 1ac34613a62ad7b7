import { type Context, deferIndexing } from '#kernel'
import { existingIds } from './existing-ids.ts'
import { largeCustomerId, largeRecord, timeOf } from './large-record.ts'
import { largeStaff } from './large-staff.ts'

/** Larger batches gain nothing more and make a kill undo more. */
const batchSize = 500

type LargeOptions = {
  rows: number
  /** Connections that write at the same time. */
  writers: number
  report(done: number): void
}

/**
 * Brings the database to `rows` customers of the large load, each with a contact, through the record core. A batch is one
 * transaction and always the same one, so a load that was killed goes on with the batches that are missing.
 */
export async function loadLarge(ctx: Context, { rows, writers, report }: LargeOptions): Promise<{ made: number }> {
  const owners = await largeStaff(ctx)
  const firsts = Array.from({ length: Math.ceil(rows / batchSize) }, (_, batch) => batch * batchSize)
  const lasts = firsts.map((first) => Math.min(first + batchSize, rows) - 1)
  const existing = await existingIds(ctx, 'customer', [...firsts, ...lasts].map(largeCustomerId))
  const missing = firsts.filter((_, batch) => !existing.has(largeCustomerId(lasts[batch] ?? 0)))
  let made = 0
  const work = async (): Promise<void> => {
    for (let first = missing.shift(); first !== undefined; first = missing.shift()) {
      // A shorter load before this one may have made the head of its last batch.
      const known = existing.has(largeCustomerId(first)) ? await knownUpTo(ctx, first) : first
      const indexes = range(known, Math.min(first + batchSize, rows))
      await makeBatch(ctx, indexes, owners)
      made += indexes.length
      report(rows - missing.length * batchSize)
    }
  }
  await Promise.all(Array.from({ length: writers }, work))
  return { made }
}

async function knownUpTo(ctx: Context, first: number): Promise<number> {
  const known = await existingIds(ctx, 'customer', range(first, first + batchSize).map(largeCustomerId))
  return first + known.size
}

async function makeBatch(ctx: Context, indexes: readonly number[], owners: readonly string[]): Promise<void> {
  const records = indexes.map((index) => ({ index, ...largeRecord(index, { regions: ctx.kernel.regions, owners }) }))
  const at = new Date(timeOf(indexes.at(-1) ?? 0))
  await ctx.with({ now: () => at }).transaction(async (tx) => {
    await deferIndexing(tx)
    await tx.recordsNamed('customer').createMany(
      records.map(({ index, owner, customer: input }) => ({
        id: largeCustomerId(index),
        input,
        origin: { createdAt: new Date(timeOf(index)).toISOString(), createdBy: owner },
      })),
    )
    await tx.recordsNamed('contact').createMany(
      records.map(({ index, owner, contactId, contact: input }) => ({
        id: contactId,
        input,
        origin: { createdAt: new Date(timeOf(index)).toISOString(), createdBy: owner },
      })),
    )
  })
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
