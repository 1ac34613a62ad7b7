import type { FieldError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { type Entry as Compared, type Comparison, comparisonFor, type Entered } from '../duplicates/equals.ts'
import { writeKeys } from '../duplicates/keys.ts'
import type { ObjectType } from '../object/object-type.ts'
import { changeKnown } from './change-known.ts'
import { touchedBy } from './import-changes.ts'
import { type Entry, importLane, type Lane } from './import-lane.ts'
import { keepTroubles, type Trouble } from './import-troubles.ts'
import { type DuplicateWay, type ImportCounts, noCounts, sumOf } from './imports.ts'
import { readRow } from './read-row.ts'

type Way = Exclude<DuplicateWay, 'create'>
type Judged = Entry & { compared: Compared }

/**
 * Rows that surely are a record which is there, within the importer's sight, are left out or change it; all others are made. Of rows
 * that are the same the first counts: the others are left out, unless the first has failed.
 */
export async function importJudged(
  ctx: Context,
  type: ObjectType,
  { importId, names, way, entries }: Lane & { way: Way },
): Promise<ImportCounts> {
  const comparison = comparisonFor(ctx, type)
  let counts = noCounts
  let left = entries.map((entry): Judged => {
    const { parent, children } = entry.input
    const entered: Entered = new Map([
      [type, readRow(ctx, type, parent.input, names).values],
      ...children.map((child) => [child.type, readRow(ctx, child.type, child.record.input, names).values] as const),
    ])
    return { ...entry, compared: comparison.entry(entered) }
  })
  while (left.length) {
    const known = await settleKnown(ctx, type, { importId, names, way, comparison, entries: left })
    const firsts = comparison.firsts(known.fresh.map(({ compared }) => compared))
    const made = await importFirsts(ctx, type, {
      importId,
      names,
      entries: known.fresh.filter((_, at) => firsts[at] === undefined),
    })
    const again: Judged[] = []
    const same: Trouble[] = []
    known.fresh.forEach((entry, at) => {
      const first = firsts[at] === undefined ? undefined : known.fresh[firsts[at]]
      const became = first && made.became.get(first.row.row)
      if (became) same.push(skipped(type, entry, { record: became.waits ? null : became.id, row: first.row.row }))
      else if (first) again.push(entry)
    })
    await keepTroubles(ctx, importId, same)
    counts = sumOf(sumOf(sumOf(counts, known.counts), made.counts), { skipped: same.length })
    left = again
  }
  return counts
}

type Became = { id: string; waits: boolean }

/** What could not be made is not among what they became. */
async function importFirsts(
  ctx: Context,
  type: ObjectType,
  lane: Lane,
): Promise<{ counts: Partial<ImportCounts>; became: ReadonlyMap<number, Became> }> {
  if (!lane.entries.length) return { counts: {}, became: new Map() }
  const { counts, outcomes } = await importLane(ctx, type, lane)
  const sound = outcomes.filter(({ parent }) => !parent.errors.length)
  const ids = sound.filter(({ parent }) => !parent.proposed).map(({ parent }) => parent.id)
  // The rows that follow are compared with these: they cannot wait for the job that writes them behind the answer.
  await ctx.asSystem('duplicate check').transaction((system) => writeKeys(system, type, ids))
  const became = sound.map(({ row, parent }) => [row.row, { id: parent.id, waits: parent.proposed !== null }] as const)
  return { counts, became: new Map(became) }
}

async function settleKnown(
  ctx: Context,
  type: ObjectType,
  { importId, names, way, comparison, entries }: Lane<Judged> & { way: Way; comparison: Comparison },
): Promise<{ counts: Partial<ImportCounts>; fresh: readonly Judged[] }> {
  const stored = await comparison.stored(
    ctx,
    entries.map(({ compared }) => compared),
  )
  const touched = await touchedBy(ctx, type, importId, [...new Set(stored.flat())])
  const counts = { updated: 0, skipped: 0, proposed: 0, failed: 0, incomplete: 0 }
  const fresh: Judged[] = []
  const troubles: Trouble[] = []
  for (const [at, entry] of entries.entries()) {
    const same = stored[at] ?? []
    const before = same.find((id) => touched.has(id))
    const [record] = before === undefined ? same : [before]
    // Which of several it is nobody can tell: it is made, and the groups of duplicates show it with them.
    if (record === undefined || (before === undefined && way !== 'skip' && same.length > 1)) {
      fresh.push(entry)
      continue
    }
    const isLeft = way === 'skip' || before !== undefined
    const result = isLeft ? 'same' : await changeKnown(ctx, type, { importId, names, way, entry, record })
    if (result === 'same') {
      counts.skipped++
      troubles.push(skipped(type, entry, { record }))
      continue
    }
    if (result.state === 'failed') counts.failed++
    else touched.add(record)
    if (result.isChanged) counts.updated++
    if (result.isAsked) counts.proposed++
    if (result.state === 'incomplete') counts.incomplete++
    if (result.state) {
      const isFailed = result.state === 'failed'
      troubles.push({
        row: entry.row,
        state: result.state,
        record: isFailed ? null : record,
        errors: result.errors,
      })
    }
  }
  await keepTroubles(ctx, importId, troubles)
  return { counts, fresh }
}

/** A row that is left out, with what it is the same as: a record, or a row before it that itself still waits. */
function skipped(type: ObjectType, { row }: Entry, same: { record: string | null; row?: number }): Trouble {
  const error: FieldError =
    same.row === undefined
      ? { path: type.definition.title, code: 'transfer.same_as_record', params: {} }
      : { path: type.definition.title, code: 'transfer.same_as_row', params: { row: same.row } }
  return { row, state: 'skipped', record: same.record, errors: [error] }
}
