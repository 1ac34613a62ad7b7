import { AppError } from '#shared/app-error'
import type { Filter } from '#shared/filter'
import type { RecordAnswer } from '#shared/wire'
import { type RevealRequest, reveal } from '../access/reveal.ts'
import type { Context } from '../context.ts'
import { checkDuplicates } from '../duplicates/check.ts'
import type { ObjectType } from '../object/object-type.ts'
import { type BulkResult, removeMany, type Selection, updateMany } from './bulk.ts'
import { type Created, type CreateOptions, createMany, type NewRecord } from './create.ts'
import { answerOf, type GetOptions, get } from './get.ts'
import { type GroupQuery, type Groups, groupBy } from './groups.ts'
import { type History, history } from './history.ts'
import { once } from './idempotency.ts'
import { type ListQuery, list, type Page } from './list.ts'
import { load } from './load.ts'
import { type Measured, measure } from './measure.ts'
import { type Removed, remove, restore } from './remove.ts'
import { restoreValue } from './restore-value.ts'
import { type Timeline, timeline } from './timeline.ts'
import { beyondSight } from './transaction.ts'
import { type UpdateOptions, update } from './update.ts'
import { type VerifyRequest, verify } from './verify.ts'

/** The one way to the records of an object: page, API, import, job and seed all come through here. */
export type Records<Patch = Record<string, unknown>, Where = Filter> = {
  type: ObjectType
  list(query?: Omit<ListQuery, 'where'> & { where?: Where }): Promise<Page>
  /** How many could be exported, up to a bound, and the highest of their levels. */
  measure(query: Omit<ListQuery, 'where'> & { where?: Where }, most: number): Promise<Measured>
  get(id: string, options?: GetOptions): Promise<RecordAnswer>
  /** `check`: the answer says which records it may be already. */
  create(input: Patch, options?: CreateOptions & { idempotencyKey?: string; check?: boolean }): Promise<RecordAnswer>
  createMany(inputs: readonly NewRecord<Patch>[], options?: CreateOptions): Promise<readonly Created[]>
  update(id: string, patch: Patch, options?: UpdateOptions): Promise<RecordAnswer>
  remove(id: string, options?: { reason?: string }): Promise<Removed>
  restore(id: string): Promise<RecordAnswer>
  updateMany(selection: Selection, options: { patch: Patch; reason?: string }): Promise<BulkResult>
  removeMany(selection: Selection, options?: { reason?: string }): Promise<BulkResult>
  /** By the values of a field; undefined: all in one group. */
  groupBy(field: string | undefined, query?: GroupQuery<Where>): Promise<Groups>
  reveal(id: string, request: RevealRequest): Promise<unknown>
  history(id: string, after?: string): Promise<History>
  restoreValue(id: string, options: { change: string; version: number }): Promise<RecordAnswer>
  timeline(id: string, query?: { after?: string; types?: readonly string[] }): Promise<Timeline>
  /** Somebody has made sure of a value, or cannot find it out. */
  verify(id: string, request: VerifyRequest): Promise<RecordAnswer>
}

export function recordsOf<Patch = Record<string, unknown>, Where = Filter>(
  ctx: Context,
  type: ObjectType,
): Records<Patch, Where> {
  // Patches and filters are typed by the object's fields outside and checked field by field inside.
  const input = (patch: Patch): Readonly<Record<string, unknown>> => patch as Readonly<Record<string, unknown>>
  const filter = (where: Where | undefined): Filter | undefined => where as Filter | undefined
  const answer = async (tx: Context, id: string): Promise<RecordAnswer> => answerOf(tx, type, await load(tx, type, id))
  /** Who hands a record over may have moved it out of the own sight: the answer then says just that it was done. */
  const answerAfter = async (tx: Context, id: string): Promise<RecordAnswer> => {
    try {
      return await answer(tx, id)
    } catch (error) {
      if (!(error instanceof AppError) || error.status !== 404) throw error
      return {
        ...(await beyondSight(tx, () => answer(tx.asSystem('handed over'), id))),
        ...emptyOf(type),
        titles: {},
        unresolved: [],
        can: [],
      }
    }
  }
  return {
    type,
    list: (query = {}) => list(ctx, type, { ...query, where: filter(query.where) }),
    measure: (query, most) => measure(ctx, type, { ...query, where: filter(query.where) }, most),
    get: (id, options) => get(ctx, type, id, options),
    create: (patch, { idempotencyKey, check, ...options } = {}) =>
      once(ctx, idempotencyKey, {
        request: JSON.stringify([type.name, patch]),
        ownerOf: (made) => String(type.parent ? made[type.parent.field] : made.id),
        work: async (tx) => {
          const duplicates = check && (await checkDuplicates(tx, type, input(patch), { isMade: true }))
          const [created] = await createMany(tx, type, [{ input: input(patch) }], options)
          if (created?.proposed) return { ...unmade(tx, type, created.id, input(patch)), proposed: created.proposed }
          const made = await answer(tx, created?.id ?? '')
          return duplicates && (duplicates.records.length || duplicates.hidden) ? { ...made, duplicates } : made
        },
      }),
    createMany: (inputs, options) =>
      ctx.transaction((tx) =>
        createMany(
          tx,
          type,
          inputs.map((each) => ({ ...each, input: input(each.input) })),
          options,
        ),
      ),
    update: (id, patch, options) =>
      ctx.transaction(async (tx) => {
        const { proposed } = await update(tx, type, id, input(patch), options)
        if (!proposed) await verifyGiven(tx, type, id, options?.verified)
        return withProposal(await answerAfter(tx, id), proposed)
      }),
    remove: (id, options) => ctx.transaction((tx) => remove(tx, type, id, options)),
    restore: (id) =>
      ctx.transaction(async (tx) => {
        const { proposed } = await restore(tx, type, id)
        return proposed
          ? { ...(await answerOf(tx, type, await load(tx, type, id, { deleted: true }))), proposed }
          : answer(tx, id)
      }),
    updateMany: (selection, { patch, reason }) => updateMany(ctx, type, selection, { patch: input(patch), reason }),
    removeMany: (selection, options) => removeMany(ctx, type, selection, options),
    groupBy: (field, query = {}) => groupBy(ctx, type, field, { ...query, where: filter(query.where) }),
    reveal: (id, request) => reveal(ctx, type, id, request),
    history: (id, after) => ctx.transaction((tx) => history(tx, type, id, after)),
    restoreValue: (id, options) =>
      ctx.transaction(async (tx) => {
        const { proposed } = await restoreValue(tx, type, id, options)
        return withProposal(await answer(tx, id), proposed)
      }),
    timeline: (id, query) => timeline(ctx, type, id, query),
    verify: (id, request) =>
      ctx.transaction(async (tx) => {
        await verify(tx, type, id, request)
        return answer(tx, id)
      }),
  }
}

/** A writer who says how they made sure of a value verifies it with the change. */
async function verifyGiven(
  ctx: Context,
  type: ObjectType,
  id: string,
  given: UpdateOptions['verified'] = {},
): Promise<void> {
  for (const [field, how] of Object.entries(given)) {
    const { version } = await load(ctx, type, id)
    await verify(ctx, type, id, { field, how, version })
  }
}

function withProposal(record: RecordAnswer, proposed: string | null): RecordAnswer {
  return proposed ? { ...record, proposed } : record
}

/** Stands for a record that is there once somebody else has signed it: its id, and nothing yet. */
function unmade(ctx: Context, type: ObjectType, id: string, input: Readonly<Record<string, unknown>>): RecordAnswer {
  const at = ctx.now().toISOString()
  const by = ctx.actor.id
  const parent = type.parent ? { [type.parent.field]: input[type.parent.field] } : {}
  return {
    id,
    version: 0,
    createdAt: at,
    createdBy: by,
    updatedAt: at,
    updatedBy: by,
    deletedAt: null,
    ...emptyOf(type),
    ...parent,
    titles: {},
    unresolved: [],
    can: [],
  }
}

/** Every field empty: what a reader sees of a record that is out of sight. */
function emptyOf(type: ObjectType): Record<string, null> {
  return Object.fromEntries([...type.fields.keys()].map((field) => [field, null]))
}
