import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { type Demand, isByItself } from '../proposal/demand.ts'
import { faceOf } from '../proposal/proposal.ts'
import { approvalOf, type Proposed } from '../proposal/propose.ts'
import type { Gathered } from '../proposal/together.ts'
import { name, sql } from '../query/sql.ts'
import { changedFields } from '../record/changed-fields.ts'
import { fileOf } from '../record/file-of.ts'
import { loadFor } from '../record/load.ts'
import type { Stored } from '../record/row-codec.ts'
import { type Choice, type Choices, choose, patchOf } from './choices.ts'
import { refuseMerged } from './refuse-merged.ts'

export type MergeInput = {
  kept: string
  joined: readonly string[]
  choices?: Choices
  /** Those that somebody has looked at; absent for a preview. */
  versions?: Readonly<Record<string, number>>
}

export type Both = { kept: Stored; joined: readonly Stored[] }

export type MergePlan = {
  fields: readonly Choice[]
  patch: Readonly<Record<string, unknown>>
  /** The change of the kept record, and the deletion of each joined one: with whom each would have to wait for. */
  parts: readonly Gathered[]
  /** Somebody makes alone what two should. */
  alone: boolean
}

const mostJoined = 10

/** Locked in the order of their ids, so that two who merge the same wait for each other. */
export async function loadBoth(ctx: Context, type: ObjectType, { kept, joined }: MergeInput): Promise<Both> {
  if (!type.definition.duplicates) throw new AppError(404, 'request.not_found')
  const ids = [...new Set([kept, ...joined])]
  if (!joined.length || joined.length > mostJoined || ids.length !== joined.length + 1)
    throw new AppError(400, 'request.invalid', { params: { detail: 'kept, joined' } })
  const records = new Map<string, Stored>()
  for (const id of ids.sort()) records.set(id, await loadOne(ctx, type, id, id === kept ? 'update' : 'delete'))
  const all = [kept, ...joined].flatMap((id) => records.get(id) ?? [])
  if (all.some(({ destroyed }) => destroyed)) throw new AppError(409, 'record.destroyed')
  const [first, ...others] = all
  if (!first) throw new AppError(404, 'request.not_found')
  return { kept: first, joined: others }
}

async function loadOne(ctx: Context, type: ObjectType, id: string, operation: 'update' | 'delete'): Promise<Stored> {
  try {
    return await loadFor(ctx, type, id, operation)
  } catch (error) {
    if (error instanceof AppError && error.status === 404) await refuseMerged(ctx, type, id)
    throw error
  }
}

type Choosing = {
  choices?: Choices
  /** Requests that are no reason to wait: the merge's own. */
  own?: readonly string[]
}

export async function planMerge(
  ctx: Context,
  type: ObjectType,
  both: Both,
  { choices = {}, own = [] }: Choosing,
): Promise<MergePlan> {
  const fields = await choose(ctx, type, both, choices)
  const patch = patchOf(type, both, fields)
  await refuseOpenRequests(ctx, { joined: both.joined.map(({ id }) => id), own })
  return { fields, patch, ...(await partsIn(ctx, type, both, patch)) }
}

/** What somebody signs names the record that it was asked for: it is decided on, or taken back, before that one goes. */
async function refuseOpenRequests(
  ctx: Context,
  { joined, own }: { joined: readonly string[]; own: readonly string[] },
): Promise<void> {
  const { type: face, fields } = faceOf(ctx)
  const state = name('face', fieldOf(face, fields.state).columns[0]?.name ?? '')
  const open = await ctx.asSystem('merge').transaction((system) =>
    system.db.rows(sql`
      select from proposal join ${name(face.table)} as face on face.id = proposal.id
      where proposal.owner = any(${[...joined]}::uuid[]) and not proposal.id = any(${[...own]}::uuid[]) and ${state} = 'pending' limit 1`),
  )
  if (open.length) throw new AppError(409, 'merge.requests_open')
}

/** Refused where a part is decided on by itself: that part is asked for first. */
async function partsIn(
  ctx: Context,
  type: ObjectType,
  { kept, joined }: Both,
  patch: Readonly<Record<string, unknown>>,
): Promise<Pick<MergePlan, 'parts' | 'alone'>> {
  const after = { ...kept.values, ...patch }
  const fields = changedFields(type, kept.values, after).map((bound) => bound.name)
  const values = Object.fromEntries(fields.map((field) => [field, after[field]]))
  const based = (record: Stored) => ({ id: record.id, version: record.version, owner: fileOf(type, record) })
  const changes: Proposed[] = [
    { operation: 'update', ...based(kept), before: kept.values, after, fields, values },
    ...joined.map(
      (record): Proposed => ({
        operation: 'delete',
        ...based(record),
        before: record.values,
        after: null,
        fields: [],
        values: {},
      }),
    ),
  ]
  const asked: { change: Proposed; demand: Demand | 'alone' | null }[] = []
  for (const change of changes) {
    // Where nothing of the kept record changes, nobody is asked.
    const isWrite = change.operation === 'delete' || fields.length > 0
    asked.push({ change, demand: isWrite ? await approvalOf(ctx, type, change) : null })
  }
  const parts = asked.map(({ change, demand }) => ({ type, change, demand: demand === 'alone' ? null : demand }))
  if (parts.some(({ demand }) => demand && isByItself(demand))) throw new AppError(409, 'merge.needs_approval')
  return { parts, alone: asked.some(({ demand }) => demand === 'alone') }
}
