import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { faceOf } from '../proposal/proposal.ts'
import { approvalOf } from '../proposal/propose.ts'
import { name, sql } from '../query/sql.ts'
import { changedFields } from '../record/changed-fields.ts'
import { loadFor } from '../record/load.ts'
import { remove } from '../record/remove.ts'
import type { Stored } from '../record/row-codec.ts'
import { writeTrail } from '../record/trail.ts'
import { update } from '../record/update.ts'
import { type Choice, type Choices, choose, patchOf } from './choices.ts'
import { keepMerge, type Part } from './merged.ts'
import { moveChildren } from './move-children.ts'
import { type Count, countChildren, countReferences, moveReferences } from './move-references.ts'
import { passVerifications } from './pass-verifications.ts'
import { pastTotals } from './past-totals.ts'
import { refuseMerged } from './refuse-merged.ts'

export type MergeInput = {
  kept: string
  joined: readonly string[]
  choices?: Choices
  /** Those that somebody has looked at; absent for a preview. */
  versions?: Readonly<Record<string, number>>
}

export type MergePreview = { fields: readonly Choice[]; children: readonly Count[]; references: readonly Count[] }

export type Merged = MergePreview & { id: string }

type Both = { kept: Stored; joined: readonly Stored[] }

const mostJoined = 10

/** What a merge would do, as far as whoever asks sees it; refused where the merge would be. */
export async function previewMerge(ctx: Context, type: ObjectType, input: MergeInput): Promise<MergePreview> {
  const preview = await ctx.transaction(async (tx) => {
    const both = await loadBoth(tx, type, input)
    return (await plan(tx, type, both, input)).preview
  })
  const records = [input.kept, ...input.joined]
  await ctx.kernel.audit.write(
    auditRow(ctx, { action: 'read', object: type.name, records, fields: preview.fields.map(({ field }) => field) }),
  )
  return preview
}

/**
 * Joins records into one: its fields as chosen, what stands on their files, and whatever names them. They go to the recycle bin and lead
 * to the kept one from there. All of it or nothing, by somebody who may change the one and delete the others.
 */
export async function mergeRecords(ctx: Context, type: ObjectType, input: MergeInput): Promise<Merged> {
  return ctx.transaction(async (tx) => {
    const both = await loadBoth(tx, type, input)
    refuseStale([both.kept, ...both.joined], input.versions)
    const { preview, patch, alone } = await plan(tx, type, both, input)
    const at = tx.now()
    const id = randomUUIDv7()
    const parts = await tx
      .asSystem('merge')
      .with({ now: () => at })
      .transaction((system) => join(system, type, both, { patch, choices: preview.fields }))
    const { kept, joined } = both
    await keepMerge(tx, { id, object: type.name, kept: kept.id, at: at.toISOString(), by: tx.actor.id }, parts)
    await writeTrail(tx, type.name, {
      audit: [
        {
          action: 'merge',
          record: kept.id,
          owner: kept.id,
          records: joined.map((record) => record.id),
          fields: Object.keys(patch),
          detail: { merge: id, ...(alone ? { alone } : {}) },
        },
      ],
      events: [],
    })
    return { id, ...preview }
  })
}

/** Locked in the order of their ids, so that two who merge the same wait for each other. */
async function loadBoth(ctx: Context, type: ObjectType, { kept, joined }: MergeInput): Promise<Both> {
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

function refuseStale(records: readonly Stored[], versions: MergeInput['versions']): void {
  if (!versions || records.some(({ id }) => versions[id] === undefined))
    throw new AppError(428, 'record.version_required')
  if (records.some(({ id, version }) => versions[id] !== version))
    throw new AppError(409, 'record.stale', { params: { fields: [] } })
}

type Plan = { preview: MergePreview; patch: Record<string, unknown>; alone: boolean }

async function plan(ctx: Context, type: ObjectType, both: Both, { choices = {} }: MergeInput): Promise<Plan> {
  const fields = await choose(ctx, type, both, choices)
  const patch = patchOf(type, both, fields)
  const { kept, joined } = both
  const files = { kept: kept.id, joined: joined.map(({ id }) => id) }
  await refuseOpenRequests(ctx, files.joined)
  const alone = await refuseUnsigned(ctx, type, both, patch)
  const preview = {
    fields,
    children: await countChildren(ctx, type, files),
    references: await countReferences(ctx, type, files),
  }
  return { preview, patch, alone }
}

/** What somebody signs names the record that it was asked for: it is decided on, or taken back, before that one goes. */
async function refuseOpenRequests(ctx: Context, joined: readonly string[]): Promise<void> {
  const { type: face, fields } = faceOf(ctx)
  const state = name('face', fieldOf(face, fields.state).columns[0]?.name ?? '')
  const open = await ctx.asSystem('merge').transaction((system) =>
    system.db.rows(sql`
      select from proposal join ${name(face.table)} as face on face.id = proposal.id
      where proposal.owner = any(${[...joined]}::uuid[]) and ${state} = 'pending' limit 1`),
  )
  if (open.length) throw new AppError(409, 'merge.requests_open')
}

/** A merge waits for nobody: where a part of it would need a second person, that part is asked for first. True where it is made alone. */
async function refuseUnsigned(
  ctx: Context,
  type: ObjectType,
  { kept, joined }: Both,
  patch: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const after = { ...kept.values, ...patch }
  const changed = changedFields(type, kept.values, after).map((bound) => bound.name)
  const change = { operation: 'update', id: kept.id, before: kept.values, after, fields: changed } as const
  const asked = changed.length ? [await approvalOf(ctx, type, change)] : []
  for (const { id, values } of joined)
    asked.push(await approvalOf(ctx, type, { operation: 'delete', id, before: values, after: null, fields: [] }))
  if (asked.some((demand) => demand !== null && demand !== 'alone')) throw new AppError(409, 'merge.needs_approval')
  return asked.includes('alone')
}

/** With the sight of the system: what nobody who merges sees goes along too. */
async function join(
  ctx: Context,
  type: ObjectType,
  { kept, joined }: Both,
  { patch, choices }: { patch: Readonly<Record<string, unknown>>; choices: readonly Choice[] },
): Promise<Part[]> {
  const past = await pastTotals(ctx, type, kept.id)
  const { changed } = await update(ctx, type, kept.id, patch)
  const taken = choices.filter(({ field, from }) => changed.includes(field) && joined.some(({ id }) => id === from))
  await passVerifications(ctx, type, { to: kept.id, version: kept.version + 1, taken })
  const references = await moveReferences(ctx, type, { kept: kept.id, joined: joined.map(({ id }) => id) })
  const parts: Part[] = [
    { role: 'kept', object: type.name, record: kept.id, version: changed.length ? kept.version + 1 : null, past },
  ]
  const number = type.stored.find(({ kind }) => kind.allocated)?.name
  for (const { id, values, version } of joined) {
    const children = await moveChildren(ctx, type, { from: id, to: kept.id })
    await remove(ctx, type, id)
    const called = number && values[number]
    parts.push(...children, {
      role: 'joined',
      object: type.name,
      record: id,
      version: version + 1,
      number: typeof called === 'string' ? called : null,
    })
  }
  return [...parts, ...references]
}
