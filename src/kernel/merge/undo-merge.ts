import { AppError } from '#shared/app-error'
import { ruling, scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { approvalOf } from '../proposal/propose.ts'
import { all, name, sql } from '../query/sql.ts'
import { changedFields } from '../record/changed-fields.ts'
import { loadFor } from '../record/load.ts'
import { restore } from '../record/remove.ts'
import { writeTrail } from '../record/trail.ts'
import { update } from '../record/update.ts'
import { formerValues } from './former-values.ts'
import { findMerge, type Merge, noteUndone, type Part, partsOf } from './merged.ts'
import { moveChildren } from './move-children.ts'
import type { Count } from './move-references.ts'
import { restoreVerifications } from './pass-verifications.ts'
import { restoreTotals } from './past-totals.ts'
import { refuseMerged } from './refuse-merged.ts'
import { returningChildren } from './returning-children.ts'

const daysToUndo = 30

/** What has changed since the merge and stays on the kept record: its fields, and how many records, as far as whoever asks sees them. */
export type Undone = { kept: string; joined: readonly string[]; fields: readonly string[]; records: readonly Count[] }

export function undoUntil({ at }: Pick<Merge, 'at'>): Date {
  return new Date(new Date(at).getTime() + daysToUndo * 86_400_000)
}

/** Takes a merge back: every record as it was, but for what has changed since. By somebody who might have merged them. */
export async function undoMerge(ctx: Context, id: string): Promise<Undone> {
  return ctx.transaction(async (tx) => {
    const merge = await findMerge(tx, id, { lock: true })
    if (!merge) throw new AppError(404, 'request.not_found')
    const type = tx.type(merge.object)
    await loadKept(tx, type, merge.kept)
    if (merge.undone) throw new AppError(409, 'merge.undone')
    if (undoUntil(merge) < tx.now()) throw new AppError(409, 'merge.too_late', { params: { days: daysToUndo } })
    const parts = await partsOf(tx, id)
    const joined = parts.filter(({ role }) => role === 'joined').map(({ record }) => record)
    for (const record of joined) {
      const { destroyed } = await loadFor(tx, type, record, 'delete', { deleted: true })
      if (destroyed) throw new AppError(409, 'record.destroyed')
    }
    const at = tx.now()
    const system = tx.asSystem('undo of a merge').with({ now: () => at })
    const stayed = await system.transaction((within) => takeBack(within, tx, type, { merge, parts, joined }))
    await writeTrail(tx, type.name, {
      audit: [
        { action: 'unmerge', record: merge.kept, owner: merge.kept, records: joined, detail: { merge: merge.id } },
      ],
      events: [],
    })
    return { kept: merge.kept, joined, fields: stayed.fields, records: await seenOf(tx, stayed.records) }
  })
}

async function loadKept(ctx: Context, type: ObjectType, id: string): Promise<void> {
  try {
    await loadFor(ctx, type, id, 'update')
  } catch (error) {
    if (error instanceof AppError && error.status === 404) await refuseMerged(ctx, type, id)
    throw error
  }
}

type Stayed = { fields: readonly string[]; records: readonly Part[] }

async function takeBack(
  system: Context,
  ctx: Context,
  type: ObjectType,
  { merge, parts, joined }: { merge: Merge; parts: readonly Part[]; joined: readonly string[] },
): Promise<Stayed> {
  await noteUndone(system, merge.id, system.now().toISOString())
  for (const record of joined) await restore(system, type, record)
  const own = parts.find(({ role }) => role === 'kept')
  if (own?.past) await restoreTotals(system, type, merge.kept, own.past)
  const children = parts.filter(({ role }) => role === 'child')
  const returning = await returningChildren(system, type, merge.kept, children)
  for (const [to, only] of returning.byFile) await moveChildren(system, type, { from: merge.kept, to, only })
  const stayed = [...returning.staying]
  for (const part of parts.filter(({ role }) => role === 'reference'))
    if (!(await revert(system, part))) stayed.push(part)
  return { fields: own?.version ? await revertKept(system, ctx, type, { merge, own }) : [], records: stayed }
}

/** False where something has changed since. */
async function revert(ctx: Context, part: Part): Promise<boolean> {
  const owner = ctx.type(part.object)
  const former = await formerValues(ctx, owner, part)
  if (!former) return false
  await update(ctx, owner, part.record, former.values, { restores: true })
  return !former.changedSince.length
}

/** Fields of the kept record that stay, by their names. */
async function revertKept(
  system: Context,
  ctx: Context,
  type: ObjectType,
  { merge, own }: { merge: Merge; own: Part },
): Promise<readonly string[]> {
  const former = await formerValues(system, type, own)
  if (!former) return []
  const values = { ...former.values }
  const staying = [...former.changedSince]
  const { level } = type.definition
  // What came since was entered under the higher level: lowering it is asked for like any lowering.
  if (level && level in values && (await isUnsigned(ctx, type, merge.kept, { before: former.now, values }))) {
    delete values[level]
    staying.push(level)
  }
  if (await isUnsigned(ctx, type, merge.kept, { before: former.now, values }))
    throw new AppError(409, 'merge.needs_approval')
  const { changed } = await update(system, type, merge.kept, values, { restores: true })
  await restoreVerifications(system, type, { id: merge.kept, merge: merge.id, fields: changed })
  return staying
}

async function isUnsigned(
  ctx: Context,
  type: ObjectType,
  id: string,
  { before, values }: { before: Record<string, unknown>; values: Record<string, unknown> },
): Promise<boolean> {
  const after = { ...before, ...values }
  const fields = changedFields(type, before, after).map((bound) => bound.name)
  if (!fields.length) return false
  const demand = await approvalOf(ctx, type, { operation: 'update', id, before, after, fields })
  return demand !== null && demand !== 'alone'
}

async function seenOf(ctx: Context, parts: readonly Part[]): Promise<Count[]> {
  const counts: Count[] = []
  for (const [object, some] of Map.groupBy(parts, (part) => part.object)) {
    const owner = ctx.type(object)
    if (ruling(ctx, owner, 'read') === false) continue
    const [row] = await ctx.db.rows<{ count: number }>(sql`
      select count(*)::integer as count from ${name(owner.table)} where ${all([
        sql`${name(owner.table, 'id')} = any(${some.map(({ record }) => record)}::uuid[])`,
        sql`${name(owner.table, 'deleted_at')} is null`,
        scope(ctx, owner, 'read'),
      ])}`)
    if (row?.count) counts.push({ object, count: row.count })
  }
  return counts
}
