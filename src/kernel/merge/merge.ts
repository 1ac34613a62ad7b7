import { AppError } from '#shared/app-error'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { proposeWhole } from '../proposal/together.ts'
import type { Choice } from './choices.ts'
import { joinRecords } from './join-records.ts'
import { type Count, countChildren, countReferences } from './move-references.ts'
import { type Both, loadBoth, type MergeInput, type MergePlan, planMerge } from './plan-merge.ts'

export type MergePreview = {
  fields: readonly Choice[]
  children: readonly Count[]
  references: readonly Count[]
  /** Somebody else signs it first. */
  waits: boolean
}

/** `id`: of the merge that was made; `proposed`: the request that waits instead. */
export type Merged = MergePreview & { id: string | null; proposed: string | null }

/** What a merge would do, as far as whoever asks sees it; refused where the merge would be. */
export async function previewMerge(ctx: Context, type: ObjectType, input: MergeInput): Promise<MergePreview> {
  const preview = await ctx.transaction(async (tx) => {
    const both = await loadBoth(tx, type, input)
    return previewOf(tx, type, both, await planMerge(tx, type, both, input))
  })
  const records = [input.kept, ...input.joined]
  await ctx.kernel.audit.write(
    auditRow(ctx, { action: 'read', object: type.name, records, fields: preview.fields.map(({ field }) => field) }),
  )
  return preview
}

/**
 * Joins records into one: its fields as chosen, what stands on their files, and whatever names them. They go to the recycle bin and lead
 * to the kept one from there. All of it or nothing, by somebody who may change the one and delete the others; where somebody else signs
 * any of it first, all of it waits as one request.
 */
export async function mergeRecords(ctx: Context, type: ObjectType, input: MergeInput): Promise<Merged> {
  return ctx.transaction(async (tx) => {
    const both = await loadBoth(tx, type, input)
    refuseStale(both, input.versions)
    const plan = await planMerge(tx, type, both, input)
    const preview = await previewOf(tx, type, both, plan)
    return { ...preview, ...(await askOrJoin(tx, type, both, plan)) }
  })
}

/** The merge, or the request that stands instead. */
export async function askOrJoin(
  ctx: Context,
  type: ObjectType,
  both: Both,
  plan: MergePlan,
): Promise<Pick<Merged, 'id' | 'proposed'>> {
  const { fields, parts } = plan
  if (!isHeld(plan)) return { id: await joinRecords(ctx, type, both, plan), proposed: null }
  const choices = Object.fromEntries(fields.map(({ field, from }) => [field, from]))
  const merge = { kept: both.kept.id, joined: both.joined.map(({ id }) => id), choices }
  return { id: null, proposed: await proposeWhole(ctx, parts, merge) }
}

function isHeld({ parts }: MergePlan): boolean {
  return parts.some(({ demand }) => demand)
}

async function previewOf(ctx: Context, type: ObjectType, both: Both, plan: MergePlan): Promise<MergePreview> {
  const files = { kept: both.kept.id, joined: both.joined.map(({ id }) => id) }
  const children = await countChildren(ctx, type, files)
  const references = await countReferences(ctx, type, files)
  return { fields: plan.fields, children, references, waits: isHeld(plan) }
}

function refuseStale({ kept, joined }: Both, versions: MergeInput['versions']): void {
  const records = [kept, ...joined]
  if (!versions || records.some(({ id }) => versions[id] === undefined))
    throw new AppError(428, 'record.version_required')
  if (records.some(({ id, version }) => versions[id] !== version))
    throw new AppError(409, 'record.stale', { params: { fields: [] } })
}
