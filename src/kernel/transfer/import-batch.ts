import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { mayAsk } from '../proposal/demand.ts'
import { importJudged } from './import-judged.ts'
import { importLane } from './import-lane.ts'
import { type Mapping, rowInput } from './import-row.ts'
import { peopleOn } from './import-targets.ts'
import { type DuplicateWay, type ImportCounts, noCounts, sumOf } from './imports.ts'
import { type NameCache, resolveNames } from './resolve-names.ts'
import type { TableRow } from './table.ts'

type Batch = {
  importId: string
  rows: readonly TableRow[]
  mapping: Mapping
  names: NameCache
  duplicates?: DuplicateWay
}

/** Small enough that there are several in a batch, large enough that a statement is worth its way. */
const laneRows = 250

/** So many that the database always has something to do, and no more: what waits longer than that costs memory alone. */
const lanesAtOnce = 3

/**
 * Loads some rows of a list, in the caller's transaction; rows with trouble are kept with their reasons. The rows go in
 * lanes over one connection: while the database works for one, the values of the next are read.
 */
export async function importBatch(ctx: Context, type: ObjectType, batch: Batch): Promise<ImportCounts> {
  const { duplicates = 'create' } = batch
  let counts: ImportCounts = { ...noCounts, rows: batch.rows.length }
  let begun = 0
  let named = Promise.resolve()
  const work = async (): Promise<void> => {
    for (;;) {
      // What the lane before has to say goes out before the next is read.
      await nextTurn()
      const rows = batch.rows.slice(begun, begun + laneRows)
      if (!rows.length) return
      begun += rows.length
      const entries = rows.map((row) => ({ row, input: rowInput(ctx, type, { ...batch, row }) }))
      const texts = entries.map(({ input }) => input.parent.input)
      // One after the other: a name that is being looked up must not pass for one that was not found.
      named = named.then(() => resolveNames(ctx, type, texts, batch.names))
      await named
      const made =
        duplicates === 'create'
          ? (await importLane(ctx, type, { ...batch, entries })).counts
          : await importJudged(ctx, type, { ...batch, way: duplicates, entries })
      counts = sumOf(counts, made)
    }
  }
  // What asks for a signature is kept with wider sight, which must not fall on the lanes beside it.
  // A row that equals one before it is known by what that one has become.
  const isInTurn = duplicates !== 'create' || [type, ...peopleOn(ctx, type)].some((each) => mayAsk(each, 'create'))
  const lanes = Array.from({ length: isInTurn ? 1 : lanesAtOnce }, work)
  // None may still be sending when another has failed and the transaction is taken back.
  await Promise.allSettled(lanes)
  await Promise.all(lanes)
  return counts
}
