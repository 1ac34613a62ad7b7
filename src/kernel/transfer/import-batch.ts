import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FieldError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { KeyOwner } from '../crypto/codec.ts'
import type { ObjectType } from '../object/object-type.ts'
import { mayAsk } from '../proposal/demand.ts'
import { sql } from '../query/sql.ts'
import { type Created, createMany, type NewRecord } from '../record/create.ts'
import { type Mapping, prefixed, type RowInput, rowInput } from './import-row.ts'
import { peopleOn } from './import-targets.ts'
import { importKey } from './imports.ts'
import { type NameCache, resolveNames, resolver } from './resolve-names.ts'
import { cellsLevel, rowPlace } from './row-place.ts'
import type { TableRow } from './table.ts'

/** `proposed`: rows that wait, whole or in part, for somebody else to sign. */
export type BatchCounts = { created: number; proposed: number; failed: number; incomplete: number }

type Outcome = { row: TableRow; parent: Created; errors: FieldError[]; proposed: boolean }

type Batch = { importId: string; rows: readonly TableRow[]; mapping: Mapping; names: NameCache }

/** Small enough that there are several in a batch, large enough that a statement is worth its way. */
const laneRows = 250

/** So many that the database always has something to do, and no more: what waits longer than that costs memory alone. */
const lanesAtOnce = 3

/**
 * Loads some rows of a list, in the caller's transaction; rows with trouble are kept with their reasons. The rows go in
 * lanes over one connection: while the database works for one, the values of the next are read.
 */
export async function importBatch(ctx: Context, type: ObjectType, batch: Batch): Promise<BatchCounts> {
  const counts = { created: 0, proposed: 0, failed: 0, incomplete: 0 }
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
      const made = await importLane(ctx, type, { ...batch, entries })
      counts.created += made.created
      counts.proposed += made.proposed
      counts.failed += made.failed
      counts.incomplete += made.incomplete
    }
  }
  // What asks for a signature is kept with wider sight, which must not fall on the lanes beside it.
  const asking = [type, ...peopleOn(ctx, type)].some((each) => mayAsk(each, 'create'))
  const lanes = Array.from({ length: asking ? 1 : lanesAtOnce }, work)
  // None may still be sending when another has failed and the transaction is taken back.
  await Promise.allSettled(lanes)
  await Promise.all(lanes)
  return counts
}

type Entry = { row: TableRow; input: RowInput }

async function importLane(
  ctx: Context,
  type: ObjectType,
  { importId, names, entries }: { importId: string; names: NameCache; entries: readonly Entry[] },
): Promise<BatchCounts> {
  const read = { lenient: true, past: true, resolve: resolver(names), reason: 'import' }
  const parents = await createMany(
    ctx,
    type,
    entries.map(({ input }) => input.parent),
    read,
  )
  const outcomes = entries.map(({ row }, index): Outcome => {
    const parent = parents[index]
    if (!parent) throw new Error('createMany answers for every record')
    return { row, parent, errors: [...parent.errors, ...parent.unread], proposed: parent.proposed !== null }
  })
  for (const [child, group] of Map.groupBy(childInputs(entries, outcomes), (each) => each.type)) {
    const made = await createMany(
      ctx,
      child,
      group.map(({ record }) => record),
      read,
    )
    made.forEach(({ errors, unread, proposed }, index) => {
      const outcome = group[index]?.outcome
      outcome?.errors.push(...prefixed([...errors, ...unread], `${child.name}.`))
      if (outcome && proposed) outcome.proposed = true
    })
  }
  await keepTroubles(ctx, importId, outcomes)
  const made = outcomes.filter(({ parent }) => !parent.errors.length && !parent.proposed)
  return {
    created: made.length,
    proposed: outcomes.filter(({ proposed }) => proposed).length,
    failed: outcomes.filter(({ parent }) => parent.errors.length).length,
    incomplete: made.filter(({ errors }) => errors.length).length,
  }
}

function childInputs(
  entries: readonly Entry[],
  outcomes: readonly Outcome[],
): { type: ObjectType; record: NewRecord; outcome: Outcome }[] {
  return entries.flatMap(({ input: { children } }, index) => {
    const outcome = outcomes[index]
    if (!outcome || outcome.parent.errors.length || outcome.parent.proposed) return []
    return children.map(({ type, record }) => ({
      type,
      record: { ...record, input: { ...record.input, [type.parent?.field ?? '']: outcome.parent.id } },
      outcome,
    }))
  })
}

/** The rows of the error file: their cells through the codec, their reasons as codes. */
async function keepTroubles(ctx: Context, importId: string, outcomes: readonly Outcome[]): Promise<void> {
  const troubled = outcomes
    .filter(({ errors, row }) => errors.length || row.troubles.length)
    .map((outcome) => ({ ...outcome, key: keyOf(importId, outcome) }))
  const ring = await ctx.kernel.codec.sealing(troubled.map(({ key }) => key))
  const rows = troubled.map(({ row, parent, errors, key }) => ({
    row: row.row,
    state: parent.errors.length ? 'failed' : 'incomplete',
    cells: `\\x${ring.seal(JSON.stringify(row.cells), rowPlace(importId, row.row), key).toString('hex')}`,
    errors: errors.map(({ path, code, params = {} }) => ({ path, code, params: withoutInput(params) })),
    record: parent.errors.length ? null : parent.id,
  }))
  if (!rows.length) return
  await ctx.db.rows(sql`
    insert into import_row (import, row, state, cells, errors, record)
    select ${importId}::uuid, row, state, cells, errors, record
    from json_to_recordset(${JSON.stringify(rows)}::json) as rows(row integer, state text, cells bytea, errors jsonb, record uuid)`)
}

/** A row that became a record goes with that record's keys; one that failed with the import's. */
function keyOf(importId: string, { parent }: Outcome): KeyOwner {
  return parent.errors.length ? importKey(importId, cellsLevel) : { owner: parent.id, level: cellsLevel }
}

/** What was typed stands in the sealed cells; the reason alone needs no copy of it. */
function withoutInput({ input: _, ...params }: Record<string, unknown>): Record<string, unknown> {
  return params
}
