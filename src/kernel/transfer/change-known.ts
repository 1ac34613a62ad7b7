import { AppError, type FieldError } from '#shared/app-error'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { createMany } from '../record/create.ts'
import { databaseError } from '../record/database-error.ts'
import { load } from '../record/load.ts'
import { isPast } from '../record/normalise.ts'
import { inSavepoint } from '../record/transaction.ts'
import { update } from '../record/update.ts'
import { type ImportChange, keepChanges } from './import-changes.ts'
import { type Entry, readingOf } from './import-lane.ts'
import { prefixed, type RowInput } from './import-row.ts'
import { readRow } from './read-row.ts'
import type { NameCache } from './resolve-names.ts'

type Known = { importId: string; names: NameCache; way: 'update' | 'propose'; entry: Entry; record: string }

export type KnownResult = {
  /** Whether the row is told of. */
  state: 'failed' | 'incomplete' | null
  isChanged: boolean
  isAsked: boolean
  errors: readonly FieldError[]
}

type Work = Known & {
  /** Whom a change is suggested to instead of being made. */
  people: readonly string[] | undefined
  changes: ImportChange[]
  errors: FieldError[]
}

/** Changes a record to what a row says of it, as its importer would by hand; what is refused is that row's trouble alone. */
export async function changeKnown(ctx: Context, type: ObjectType, known: Known): Promise<KnownResult | 'same'> {
  try {
    return await inSavepoint(ctx, () => change(ctx, type, known))
  } catch (thrown) {
    const error = databaseError(thrown)
    if (!(error instanceof AppError) || error.status >= 500 || error.code === 'access.proof_needed') throw error
    const { code, params, errors } = error
    const reasons = errors.length ? errors : [{ path: type.definition.title, code, params }]
    return { state: 'failed', isChanged: false, isAsked: false, errors: reasons }
  }
}

async function change(ctx: Context, type: ObjectType, known: Known): Promise<KnownResult | 'same'> {
  const { importId, way, entry, record } = known
  const people = way === 'propose' ? await holderOf(ctx, type, record) : undefined
  const work: Work = { ...known, people, changes: [], errors: [...(entry.input.parent.unread ?? [])] }
  await changeOne(ctx, type, work, { id: record, input: entry.input.parent.input, prefix: '' })
  for (const child of entry.input.children) await changeOnFile(ctx, work, child)
  const { changes, errors } = work
  await keepChanges(ctx, { importId, row: entry.row.row }, changes)
  const isTold = errors.length > 0 || entry.row.troubles.length > 0
  if (!changes.length && !isTold) return 'same'
  return {
    state: isTold ? 'incomplete' : null,
    isChanged: changes.some(({ act }) => act !== 'asked'),
    isAsked: changes.some(({ act }) => act === 'asked'),
    errors,
  }
}

/** Whoever has the record is asked; who has it themselves needs to ask nobody. */
async function holderOf(ctx: Context, type: ObjectType, id: string): Promise<readonly string[] | undefined> {
  const { custody } = type.definition
  const holder = custody.type === 'own' ? (await load(ctx, type, id)).values[custody.owner] : undefined
  if (holder === ctx.actor.id) return undefined
  return typeof holder === 'string' ? [holder] : []
}

async function changeOne(
  ctx: Context,
  type: ObjectType,
  { importId, names, entry, people, changes, errors }: Work,
  { id, input, prefix }: { id: string; input: Readonly<Record<string, unknown>>; prefix: string },
): Promise<void> {
  const { values, unread } = readRow(ctx, type, input, names)
  errors.push(...prefixed(unread, prefix))
  // What the record is called by, and what the product keeps of its past, is the record's own.
  const given = Object.entries(values).filter(([field]) => {
    const bound = type.fields.get(field)
    return bound && !bound.kind.allocated && !isPast(bound)
  })
  const { version } = await load(ctx, type, id)
  const { changed, proposed } = await update(ctx, type, id, Object.fromEntries(given), {
    version,
    reason: 'import',
    suggestTo: people,
    import: { id: importId, row: entry.row.row },
  })
  if (proposed) changes.push({ object: type.name, record: id, act: 'asked', request: proposed })
  else if (changed.length) changes.push({ object: type.name, record: id, act: 'changed', version: version + 1 })
}

/** Somebody whom the row brings and who stands on the file by that name is changed; anybody else is new there. */
async function changeOnFile(
  ctx: Context,
  work: Work,
  { type, record: brought }: RowInput['children'][number],
): Promise<void> {
  const { names, record: file, people, changes, errors } = work
  const prefix = `${type.name}.`
  const { values } = readRow(ctx, type, brought.input, names)
  const there = await namedOn(ctx, type, { file, title: values[type.definition.title] })
  const [id] = there
  if (id !== undefined) {
    if (there.length === 1) await changeOne(ctx, type, work, { id, input: brought.input, prefix })
    return
  }
  if (people) {
    errors.push({ path: prefix + type.definition.title, code: 'transfer.not_suggested', params: {} })
    return
  }
  const input = { ...brought.input, [type.parent?.field ?? '']: file }
  const [made] = await createMany(ctx, type, [{ ...brought, input }], readingOf(names))
  if (!made) throw new Error('createMany answers for every record')
  errors.push(...prefixed([...made.errors, ...made.unread], prefix))
  if (made.proposed) changes.push({ object: type.name, record: made.id, act: 'asked', request: made.proposed })
  else if (!made.errors.length) changes.push({ object: type.name, record: made.id, act: 'made' })
}

async function namedOn(
  ctx: Context,
  type: ObjectType,
  { file, title }: { file: string; title: unknown },
): Promise<string[]> {
  const column = type.fields.get(type.definition.title)?.columns[0]?.name
  if (!column || !type.parent) return []
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select id from ${name(type.table)} where ${name(type.parent.column)} = ${file}::uuid and deleted_at is null
      and ${name(column)} = ${title} and ${scope(ctx, type, 'read')} limit 2`)
  return rows.map(({ id }) => id)
}
