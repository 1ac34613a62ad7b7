import { randomUUIDv7 } from 'node:crypto'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { remove } from '../record/remove.ts'
import { writeTrail } from '../record/trail.ts'
import { update } from '../record/update.ts'
import { keepMerge, type Part } from './merged.ts'
import { moveChildren } from './move-children.ts'
import { moveReferences } from './move-references.ts'
import { passVerifications } from './pass-verifications.ts'
import { pastTotals } from './past-totals.ts'
import type { Both, MergePlan } from './plan-merge.ts'

/** Makes a merge as it was planned; returns its id. `reason`: what the trail says of why. */
export async function joinRecords(
  ctx: Context,
  type: ObjectType,
  both: Both,
  plan: Pick<MergePlan, 'fields' | 'patch' | 'alone'> & { reason?: string },
): Promise<string> {
  const { kept, joined } = both
  const { patch, alone, reason } = plan
  const at = ctx.now()
  const id = randomUUIDv7()
  const parts = await ctx
    .asSystem('merge')
    .with({ now: () => at })
    .transaction((system) => join(system, type, both, plan))
  await keepMerge(ctx, { id, object: type.name, kept: kept.id, at: at.toISOString(), by: ctx.actor.id }, parts)
  await writeTrail(ctx, type.name, {
    audit: [
      {
        action: 'merge',
        record: kept.id,
        owner: kept.id,
        records: joined.map((record) => record.id),
        fields: Object.keys(patch),
        reason,
        detail: { merge: id, ...(alone ? { alone } : {}) },
      },
    ],
    events: [],
  })
  return id
}

/** With the sight of the system: what nobody who merges sees goes along too. */
async function join(
  ctx: Context,
  type: ObjectType,
  { kept, joined }: Both,
  { patch, fields }: Pick<MergePlan, 'fields' | 'patch'>,
): Promise<Part[]> {
  const past = await pastTotals(ctx, type, kept.id)
  const { changed } = await update(ctx, type, kept.id, patch)
  const taken = fields.filter(({ field, from }) => changed.includes(field) && joined.some(({ id }) => id === from))
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
