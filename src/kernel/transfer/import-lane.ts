import type { FieldError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { type Created, type CreateOptions, createMany, type NewRecord } from '../record/create.ts'
import { prefixed, type RowInput } from './import-row.ts'
import { keepTroubles } from './import-troubles.ts'
import type { ImportCounts } from './imports.ts'
import { type NameCache, resolver } from './resolve-names.ts'
import type { TableRow } from './table.ts'

export type Entry = { row: TableRow; input: RowInput }

export type Outcome = { row: TableRow; parent: Created; errors: FieldError[]; proposed: boolean }

export type Lane<Kind extends Entry = Entry> = { importId: string; names: NameCache; entries: readonly Kind[] }

/** How what a list brings is read. */
export function readingOf(names: NameCache): CreateOptions {
  return { lenient: true, past: true, resolve: resolver(names), reason: 'import' }
}

/** Makes a record of each row, with what the row brings for its file. */
export async function importLane(
  ctx: Context,
  type: ObjectType,
  { importId, names, entries }: Lane,
): Promise<{ counts: Partial<ImportCounts>; outcomes: readonly Outcome[] }> {
  const read = readingOf(names)
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
  const troubled = outcomes.filter(({ errors, row }) => errors.length || row.troubles.length)
  await keepTroubles(
    ctx,
    importId,
    troubled.map(({ row, parent, errors }) =>
      parent.errors.length
        ? { row, state: 'failed', record: null, errors }
        : { row, state: 'incomplete', record: parent.id, errors },
    ),
  )
  const made = outcomes.filter(({ parent }) => !parent.errors.length && !parent.proposed)
  const counts = {
    created: made.length,
    proposed: outcomes.filter(({ proposed }) => proposed).length,
    failed: outcomes.filter(({ parent }) => parent.errors.length).length,
    incomplete: made.filter(({ errors }) => errors.length).length,
  }
  return { counts, outcomes }
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
