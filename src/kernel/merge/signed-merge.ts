import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import type { Proposal, SignedMerge } from '../proposal/proposal.ts'
import { allTogether, type Choices, choose } from './choices.ts'
import { joinRecords } from './join-records.ts'
import { askOrJoin } from './merge.ts'
import { type Both, loadBoth, planMerge } from './plan-merge.ts'

type Signed = { merge: SignedMerge; parts: readonly Proposal[]; reason: string }

/**
 * Makes a merge exactly as it was signed: of the same versions, with the same value for each field; what would come out otherwise by now
 * is outdated.
 */
export async function mergeAsSigned(ctx: Context, type: ObjectType, { merge, parts, reason }: Signed): Promise<void> {
  const both = await loadBoth(ctx, type, merge)
  const choices = await stillChosen(ctx, type, both, merge.choices)
  const plan = await planMerge(ctx, type, both, { choices, own: parts.map(({ id }) => id) })
  const signed = parts.map(({ record, version, values }) => ({ record, version, values }))
  const now = plan.parts.map(({ change: { id, version, values } }) => ({ record: id, version, values }))
  const chosen = Object.fromEntries(plan.fields.map(({ field, from }) => [field, from]))
  // What was signed has been text since.
  const isSame = isDeepStrictEqual(JSON.parse(JSON.stringify([now, chosen])), [signed, merge.choices])
  if (!isSame) throw new AppError(409, 'record.stale', { params: { fields: [] } })
  await joinRecords(ctx, type, both, { ...plan, reason })
}

/** The same merge once more, on what stands now. Returns the new request, or nothing where none is needed any longer. */
export async function mergeAgain(ctx: Context, type: ObjectType, merge: SignedMerge): Promise<string | null> {
  const both = await loadStill(ctx, type, merge)
  const choices = await stillChosen(ctx, type, both, merge.choices)
  return (await askOrJoin(ctx, type, both, await planMerge(ctx, type, both, { choices }))).proposed
}

/** Without one of its records it would be another merge. */
async function loadStill(ctx: Context, type: ObjectType, merge: SignedMerge): Promise<Both> {
  try {
    return await loadBoth(ctx, type, merge)
  } catch (error) {
    if (!(error instanceof AppError) || error.status !== 404) throw error
    throw new AppError(409, 'merge.records_gone', { cause: error })
  }
}

/** What of choices that were made once is still to be chosen; everything else goes as it would by itself, as lists that come together do. */
async function stillChosen(ctx: Context, type: ObjectType, both: Both, choices: Choices): Promise<Choices> {
  const fields = await choose(ctx, type, both, {})
  const open = fields.flatMap(({ field, isOpen }) => (isOpen ? [[field, choices[field]] as const] : []))
  return Object.fromEntries(
    open.flatMap(([field, from]) => (from && from !== allTogether ? [[field, from] as const] : [])),
  )
}
