import { randomUUIDv7 } from 'node:crypto'
import { AppError, type FieldError } from '#shared/app-error'
import { fillUnits, type Guard, guardsOf, mayHold } from '../access/custody.ts'
import { keepHolders } from '../access/holders.ts'
import { allows, authorize } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { Ring } from '../crypto/codec.ts'
import { bindFiles, filesIn } from '../files/files.ts'
import { type ObjectType, systemColumns } from '../object/object-type.ts'
import { approvalOf, leaveFor } from '../proposal/propose.ts'
import { type RowArrays, rowArrays } from '../query/row-arrays.ts'
import { searchTexts } from '../query/search-text.ts'
import { name, sql } from '../query/sql.ts'
import { passIncomplete } from './incomplete.ts'
import { insertLookups, lookupRows } from './lookups.ts'
import { normalise, type ReadOptions, type Unread, withDefaults } from './normalise.ts'
import { allocateNumbers, claim } from './numbers.ts'
import { unknownReferences } from './references.ts'
import { absolutelyMissing, missingFields, requiredErrors } from './requirements.ts'
import { refreshRollups } from './rollups.ts'
import { encodeField, keysFor } from './row-codec.ts'
import { eventsByCircle, writeTrail } from './trail.ts'
import { insertUnresolved, originalLevel } from './unresolved.ts'

/** What only imports and seeds bring: the record's own past. */
type Origin = { createdAt?: string; createdBy?: string; import?: { id: string; row: number } }

export type CreateOptions = ReadOptions & {
  /** Values that cannot be read leave their field empty and mark the record to be completed, instead of refusing it. */
  lenient?: boolean
  reason?: string
}

/** What a new record is made of; `unread` are values that were refused before they came here. */
export type NewRecord<Input = Readonly<Record<string, unknown>>> = {
  input: Input
  id?: string
  origin?: Origin
  unread?: readonly Unread[]
  /** Who may see it, where the object's own custody does not tell. */
  guard?: Guard
}

export type Draft = {
  id: string
  values: Record<string, unknown>
  unread: Unread[]
  origin: Origin
  errors: FieldError[]
  guard: Guard | null
  incomplete: string[]
  /** The proposal that stands instead of it. */
  proposed: string | null
  /** Made without the second person that it would need. */
  alone: boolean
}

export type Created = {
  id: string
  errors: readonly FieldError[]
  unread: readonly Unread[]
  incomplete: readonly string[]
  /** A proposal has been made instead: somebody else signs first. */
  proposed: string | null
}

/**
 * Creates n records, one statement per table. Without `lenient` the first record that fails refuses all; with it each answers for itself.
 * Runs in the caller's transaction.
 */
export async function createMany(
  ctx: Context,
  type: ObjectType,
  inputs: readonly NewRecord[],
  options: CreateOptions = {},
): Promise<readonly Created[]> {
  authorize(ctx, type, 'create')
  const drafts = inputs.map((record) => draftOf(ctx, type, record, options))
  for (const draft of drafts) await type.hooks.prepare?.(ctx, draft.values, null, draft)
  await fillUnits(ctx, type, drafts)
  await checkDrafts(ctx, type, drafts, options)
  const good = drafts.filter((draft) => !draft.errors.length)
  if (!options.lenient) refuseBad(drafts)
  await guardDrafts(ctx, type, good)
  await askLeave(ctx, type, good, options)
  const free = good.filter(({ proposed }) => !proposed)
  await numberDrafts(ctx, type, free, options)
  const sound = free.filter((draft) => !draft.errors.length)
  await insertDrafts(ctx, type, sound, options.reason)
  return drafts.map(({ id, errors, unread, incomplete, proposed }) => ({
    id,
    errors,
    incomplete,
    proposed,
    unread: unread.filter(({ path }) => !isHolder(type, path)),
  }))
}

function draftOf(ctx: Context, type: ObjectType, record: NewRecord, options: CreateOptions): Draft {
  const { input, id = randomUUIDv7(), origin = {}, unread: before = [] } = record
  const { values, unread } = normalise(ctx, type, input, options)
  const draft = {
    id,
    values: withDefaults(ctx, type, values),
    unread: [...before, ...unread],
    origin,
    errors: [],
    guard: record.guard ?? null,
    incomplete: [],
    proposed: null,
    alone: false,
  }
  if (options.lenient) holdByWriter(ctx, type, draft.values)
  return draft
}

/** A record that a list brings without a known owner is its importer's, not nobody's. */
function holdByWriter(ctx: Context, type: ObjectType, values: Record<string, unknown>): void {
  const { custody } = type.definition
  if (custody.type === 'own' && !values[custody.owner]) values[custody.owner] = ctx.actor.id
}

async function checkDrafts(
  ctx: Context,
  type: ObjectType,
  drafts: readonly Draft[],
  { lenient }: CreateOptions,
): Promise<void> {
  const references = await unknownReferences(
    ctx,
    type,
    drafts.map(({ values }) => values),
  )
  drafts.forEach((draft, index) => {
    const missing = missingFields(ctx, type, draft.values)
    const unread = draft.unread.filter(({ path }) => !isHolder(type, path)).map(({ path }) => path)
    const fatal = lenient ? absolutelyMissing(type, draft.values) : missing
    draft.errors.push(
      ...requiredErrors(
        ctx,
        type,
        fatal.filter((field) => lenient || !unread.includes(field)),
      ),
    )
    if (!lenient) draft.errors.push(...draft.unread)
    draft.errors.push(...(references[index] ?? []))
    draft.incomplete = [...new Set([...missing, ...unread])]
    if (!allows(ctx, type, 'create', draft.values)) throw new AppError(403, 'access.forbidden')
  })
}

/** An owner who is not known here has been replaced by the importer; the name is kept and nothing is left open. */
function isHolder({ definition: { custody } }: ObjectType, field: string): boolean {
  return custody.type === 'own' && field === custody.owner
}

function refuseBad(drafts: readonly Draft[]): void {
  const [bad] = drafts.filter(({ errors }) => errors.length)
  const [first] = bad?.errors ?? []
  if (bad && first) {
    const errors = bad.errors.map(({ path, code, params }) => ({ path, code, params }))
    throw new AppError(422, first.code, { params: first.params, errors })
  }
}

async function guardDrafts(ctx: Context, type: ObjectType, drafts: readonly Draft[]): Promise<void> {
  const guards = await guardsOf(ctx, type, drafts)
  drafts.forEach((draft, index) => {
    draft.guard ??= guards[index] ?? null
    if (!mayHold(ctx, type, draft.guard)) throw new AppError(403, 'access.forbidden')
  })
}

async function askLeave(
  ctx: Context,
  type: ObjectType,
  drafts: readonly Draft[],
  { reason, lenient }: CreateOptions,
): Promise<void> {
  if (!type.hooks.approval) return
  for (const draft of drafts) {
    const { id, values: after, guard } = draft
    const fields = Object.keys(after).filter((field) => after[field] !== null)
    const change = { operation: 'create', id, before: null, after, fields } as const
    const approval = lenient ? await approvalOf(ctx, type, change) : null
    if (approval && approval !== 'alone') {
      draft.errors.push({ path: type.definition.title, code: 'proposal.needed', params: {} })
      continue
    }
    const values = Object.fromEntries(fields.map((field) => [field, after[field]]))
    const leave = await leaveFor(ctx, type, { ...change, values, version: 0, reason, owner: ownerOf(draft), guard })
    draft.proposed = leave.proposed
    draft.alone = leave.alone
  }
}

async function numberDrafts(
  ctx: Context,
  type: ObjectType,
  drafts: readonly Draft[],
  { lenient }: CreateOptions,
): Promise<void> {
  for (const bound of type.stored.filter(({ kind }) => kind.allocated)) {
    const taken = await claim(ctx, type, bound, drafts)
    for (const draft of drafts.filter(({ id }) => taken.has(id))) {
      const params = { field: bound.field.label[ctx.locale], value: String(draft.values[bound.name]) }
      draft.errors.push({ path: bound.name, code: 'field.number_taken', params })
    }
    if (!lenient) refuseBad(drafts)
    await allocateNumbers(
      ctx,
      type,
      bound,
      drafts.filter(({ values, errors }) => !values[bound.name] && !errors.length),
    )
  }
}

async function insertDrafts(ctx: Context, type: ObjectType, drafts: readonly Draft[], reason?: string): Promise<void> {
  if (!drafts.length) return
  const ring = await ringFor(ctx, type, drafts)
  const { names, values, source } = arraysOf(type)
  const rows = source(drafts.map((draft) => rowOf(ctx, type, draft, ring)))
  await ctx.db.rows(sql`insert into ${name(type.table)} (${names}) select ${values} from ${rows}`, { steady: true })
  await insertLookups(
    ctx,
    drafts.flatMap((draft) => lookupRows(ctx, type, { ...draft, owner: ownerOf(draft) })),
  )
  await insertUnresolved(ctx, type, { drafts: drafts.map((draft) => ({ ...draft, owner: ownerOf(draft) })), ring })
  for (const draft of drafts)
    await bindFiles(
      ctx,
      { object: type.name, record: draft.id, owner: ownerOf(draft) },
      filesIn(type.stored, draft.values),
    )
  await writeTrail(ctx, type.name, {
    audit: drafts.map((draft) => ({
      action: 'create',
      record: draft.id,
      owner: ownerOf(draft),
      level: draft.guard?.level ?? null,
      fields: Object.keys(draft.values).filter((field) => draft.values[field] !== null),
      reason,
      ...(draft.alone ? { detail: { alone: true } } : {}),
    })),
    events: eventsByCircle(
      'create',
      drafts.map(({ id, guard }) => ({ id, acl: guard?.read ?? null, level: guard?.level ?? null })),
    ),
  })
  await refreshRollups(ctx, type, (via) =>
    drafts.flatMap(({ values }) => (typeof values[via] === 'string' ? [values[via]] : [])),
  )
  await passIncomplete(
    ctx,
    type,
    drafts.flatMap(({ guard, incomplete }) => (incomplete.length && guard?.owner ? [guard.owner] : [])),
  )
  await keepHolders(ctx, type, drafts)
  await type.hooks.written?.(ctx, { ids: drafts.map(({ id }) => id), action: 'create' })
}

/** The file that a record lives on; its own for what is held by persons. */
function ownerOf(draft: Draft): string {
  return draft.guard?.owner ?? draft.id
}

/** The keys of all that is sealed of new records. */
function ringFor(ctx: Context, type: ObjectType, drafts: readonly Draft[]): Promise<Ring> {
  return ctx.kernel.codec.sealing(
    drafts.flatMap((draft) => {
      const owner = ownerOf(draft)
      const originals = draft.unread.length ? [{ owner, level: originalLevel } as const] : []
      return [...keysFor(type.stored, draft.values, owner), ...originals]
    }),
  )
}

const arrays = new WeakMap<ObjectType, RowArrays>()

/** What stands in every insert of a type, written out once. */
function arraysOf(type: ObjectType): RowArrays {
  const known = arrays.get(type)
  if (known) return known
  const made = rowArrays([...systemColumns(type), ...type.stored.flatMap((field) => field.columns)])
  arrays.set(type, made)
  return made
}

/** One row of the insert; most fields of most records are empty. */
function rowOf(ctx: Context, type: ObjectType, draft: Draft, ring: Ring): Record<string, unknown> {
  const now = ctx.now().toISOString()
  const { origin, guard } = draft
  const row: Record<string, unknown> = {
    ...arraysOf(type).blank,
    id: draft.id,
    version: 1,
    created_at: origin.createdAt ?? now,
    created_by: origin.createdBy ?? ctx.actor.id,
    updated_at: now,
    updated_by: origin.createdBy ?? ctx.actor.id,
    import_id: origin.import?.id ?? null,
    import_row: origin.import?.row ?? null,
  }
  if (guard) {
    row.acl_read = guard.read
    row.acl_write = guard.write
    row.acl_level = guard.level
    row.incomplete = draft.incomplete
    if (type.definition.team) row.acl_work = guard.work
  }
  if (type.searchable.length) {
    const { text, latin } = searchTexts(ctx, type, draft.values)
    row.search_text = text
    row.search_latin = latin
  }
  const record = { id: draft.id, owner: ownerOf(draft) }
  for (const bound of type.stored) {
    const value = draft.values[bound.name]
    if (value === null || value === undefined) continue
    const encoded = encodeField(ring, type, bound, { value, record })
    bound.columns.forEach((column, index) => {
      row[column.name] = encoded[index]
    })
  }
  return row
}
