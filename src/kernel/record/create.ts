import { randomUUIDv7 } from 'node:crypto'
import { AppError, type FieldError } from '#shared/app-error'
import { refuseBeyondConsent } from '../access/consent.ts'
import { fillUnits, type Guard, guardsOf, mayHold } from '../access/custody.ts'
import { allows, authorize } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { Later } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'
import { mayAsk } from '../proposal/demand.ts'
import { approvalOf, type Leave, leaveFor } from '../proposal/propose.ts'
import { type Draft, type Origin, ownerOf } from './draft.ts'
import { insertDrafts } from './insert-drafts.ts'
import { levelErrors, raiseLevel } from './level.ts'
import { isPast, isTaken, normalise, type ReadOptions, type Unread, withDefaults } from './normalise.ts'
import { allocateNumbers, claim } from './numbers.ts'
import { unknownReferences } from './references.ts'
import { absolutelyMissing, missingFields, requiredErrors } from './requirements.ts'
import { refuseTaken } from './taken.ts'
import { inSavepoint } from './transaction.ts'

export type CreateOptions = ReadOptions & {
  /** Values that cannot be read leave their field empty and mark the record to be completed, instead of refusing it. */
  lenient?: boolean
  reason?: string
  /** What is missing by its case may follow: somebody sees to that. */
  later?: Later
}

/** What a new record is made of; `unread` are values that were refused before they came here. */
export type NewRecord<Input = Readonly<Record<string, unknown>>> = {
  input: Input
  id?: string
  origin?: Origin
  unread?: readonly Unread[]
  /** Other records come with it and could not wait for it: it is refused where somebody else would have to sign first. */
  brings?: boolean
  /** Who may see it, where the object's own custody does not tell. */
  guard?: Guard
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
  refuseBeyondConsent(ctx, type)
  const drafts = inputs.map((record) => draftOf(ctx, type, record, options))
  for (const draft of drafts) await prepare(ctx, type, draft, options)
  await fillUnits(ctx, type, drafts)
  await checkDrafts(ctx, type, drafts, options)
  if (options.lenient) await refuseTaken(ctx, type, drafts)
  const good = drafts.filter((draft) => !draft.errors.length)
  if (!options.lenient) refuseBad(drafts)
  await guardDrafts(ctx, type, good)
  await askLeave(ctx, type, good, options)
  if (options.later) refuseBad(good)
  const free = good.filter(({ proposed }) => !proposed)
  await numberDrafts(ctx, type, free, options)
  const sound = free.filter((draft) => !draft.errors.length)
  await insertDrafts(ctx, type, sound, options.reason)
  if (options.later) await seeToRest(ctx, type, sound, options.later)
  return drafts.map(({ id, errors, unread, incomplete, proposed }) => ({
    id,
    errors,
    incomplete,
    proposed,
    unread: unread.filter(({ path }) => !isHolder(type, path)),
  }))
}

/** What is lacking of new records that somebody completes later. */
async function seeToRest(ctx: Context, type: ObjectType, drafts: readonly Draft[], later: Later): Promise<void> {
  for (const draft of drafts) if (draft.incomplete.length) await type.hooks.later?.(ctx, draft, later)
}

function draftOf(ctx: Context, type: ObjectType, record: NewRecord, options: CreateOptions): Draft {
  const { input, id = randomUUIDv7(), origin = {}, unread: before = [], brings = false } = record
  const { values: given, unread } = normalise(ctx, type, input, options)
  const values = withDefaults(ctx, type, { ...given })
  raiseLevel(type, values, { given, before: null })
  const draft = {
    id,
    values,
    unread: [...before, ...unread],
    origin,
    errors: [],
    guard: record.guard ?? null,
    incomplete: [],
    brings,
    proposed: null,
    alone: false,
  }
  if (options.lenient) holdByWriter(ctx, type, draft.values)
  return draft
}

/** What a module refuses of one row of a list is that row's trouble alone. */
async function prepare(ctx: Context, type: ObjectType, draft: Draft, { lenient }: CreateOptions): Promise<void> {
  try {
    await type.hooks.prepare?.(ctx, draft.values, null, draft)
  } catch (error) {
    if (!lenient || !(error instanceof AppError) || error.status >= 500 || error.code === 'access.proof_needed')
      throw error
    const { code, params } = error
    draft.errors.push(...(error.errors.length ? error.errors : [{ path: type.definition.title, code, params }]))
  }
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
  { lenient, later }: CreateOptions,
): Promise<void> {
  const references = await unknownReferences(
    ctx,
    type,
    drafts.map(({ values }) => values),
  )
  drafts.forEach((draft, index) => {
    const missing = missingFields(ctx, type, draft.values)
    const unread = draft.unread.filter(({ path }) => !isHolder(type, path)).map(({ path }) => path)
    const fatal = lenient || later ? absolutelyMissing(type, draft.values) : missing
    draft.errors.push(
      ...requiredErrors(
        ctx,
        type,
        fatal.filter((field) => lenient || !unread.includes(field)),
      ),
    )
    if (!lenient) draft.errors.push(...draft.unread)
    draft.errors.push(...(references[index] ?? []), ...levelErrors(ctx, type, draft.values))
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
  const guards = await guardsOf(ctx, type, drafts, { fresh: true })
  drafts.forEach((draft, index) => {
    draft.guard ??= guards[index] ?? null
    if (!mayHold(ctx, type, draft.guard)) throw new AppError(403, 'access.forbidden')
  })
}

async function askLeave(
  ctx: Context,
  type: ObjectType,
  drafts: readonly Draft[],
  { reason, lenient, later }: CreateOptions,
): Promise<void> {
  if (!mayAsk(type, 'create') && !ctx.grounds?.gathered) return
  // What the product keeps and fills is filled again when the record is made.
  const brought = type.stored.filter((bound) => isTaken(ctx, type, bound) || (lenient && isPast(bound)))
  for (const draft of drafts) {
    const { id, values: after, guard, brings, origin, unread } = draft
    const fields = Object.keys(after).filter((field) => after[field] !== null)
    const change = { operation: 'create', id, before: null, after, fields } as const
    // What waits for somebody is made whole or not at all: nobody signs what is not there yet.
    const approval = brings || (later && draft.incomplete.length) ? await approvalOf(ctx, type, change) : null
    if (approval && approval !== 'alone') {
      draft.errors.push({
        path: type.definition.title,
        code: brings ? 'proposal.needed' : 'proposal.complete_first',
        params: {},
      })
      continue
    }
    const values = Object.fromEntries(
      brought.filter(({ name }) => after[name] !== null).map(({ name }) => [name, after[name]]),
    )
    const arrival = lenient ? { origin, unread } : undefined
    const what = { ...change, values, arrival, version: 0, reason, owner: ownerOf(draft), guard }
    const leave = lenient ? await leaveOfRow(ctx, type, what, draft) : await leaveFor(ctx, type, what)
    if (!leave) continue
    draft.proposed = leave.proposed
    draft.alone = leave.alone
  }
}

/** What nobody could sign of one row of a list is that row's trouble alone. */
async function leaveOfRow(
  ctx: Context,
  type: ObjectType,
  what: Parameters<typeof leaveFor>[2],
  draft: Draft,
): Promise<Leave | undefined> {
  try {
    return await inSavepoint(ctx, () => leaveFor(ctx, type, what))
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'proposal.no_signer_by_rule') throw error
    draft.errors.push({ path: type.definition.title, code: error.code, params: {} })
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
