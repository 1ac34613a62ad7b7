import { AppError } from '#shared/app-error'
import { isHiddenNamed, mayWrite } from '../access/field-access.ts'
import { ruling, scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { approvalOf } from '../proposal/propose.ts'
import { all, name, sql } from '../query/sql.ts'
import { changedFields } from '../record/changed-fields.ts'
import { loadFor } from '../record/load.ts'
import { isTaken } from '../record/normalise.ts'
import { restore } from '../record/remove.ts'
import { writeTrail } from '../record/trail.ts'
import { update } from '../record/update.ts'
import { type Former, formerValues } from './former-values.ts'
import { findMerge, type Merge, noteUndone, type Part, partsOf } from './merged.ts'
import { moveChildren } from './move-children.ts'
import type { Count } from './move-references.ts'
import { restoreVerifications } from './pass-verifications.ts'
import { restoreTotals } from './past-totals.ts'
import { refuseMerged } from './refuse-merged.ts'
import { returningChildren } from './returning-children.ts'

const daysToUndo = 30

/**
 * What has changed since the merge and stays on the kept record: its fields, and how many records, as far as whoever asks sees them.
 * `proposed`: the request by which the kept record's own fields go back, where somebody else signs that.
 */
export type Undone = {
  kept: string
  joined: readonly string[]
  fields: readonly string[]
  records: readonly Count[]
  proposed: string | null
}

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
    const fields = stayed.fields.filter((field) => !isHiddenNamed(tx, type, field))
    const { records, proposed } = stayed
    return { kept: merge.kept, joined, fields, records: await seenOf(tx, records), proposed }
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

type OfKept = Pick<Undone, 'fields' | 'proposed'>
type Stayed = OfKept & { records: readonly Part[] }

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
  const ofKept = own?.version ? await revertKept(system, ctx, type, { merge, own }) : nothing
  return { ...ofKept, records: stayed }
}

/** False where something has changed since. */
async function revert(ctx: Context, part: Part): Promise<boolean> {
  const owner = ctx.type(part.object)
  const former = await formerValues(ctx, owner, part)
  if (!former) return false
  await update(ctx, owner, part.record, former.values, { restores: true })
  return !former.changedSince.length
}

const nothing: OfKept = { fields: [], proposed: null }

/** Its own fields, or the request for that. */
async function revertKept(
  system: Context,
  ctx: Context,
  type: ObjectType,
  { merge, own }: { merge: Merge; own: Part },
): Promise<OfKept> {
  const former = await formerValues(system, type, own)
  if (!former) return nothing
  const { values, now } = former
  const fields = [...former.changedSince]
  const isHeld = (some: Former['values']) => isUnsigned(ctx, type, merge.kept, { before: now, values: some })
  const { level } = type.definition
  if (await isHeld(values)) {
    const others = Object.fromEntries(Object.entries(values).filter(([field]) => field !== level))
    if (await isHeld(others)) return askFor(ctx, type, merge.kept, former)
    // What came since was entered under the higher level: lowering it is asked for like any lowering.
    if (level) {
      delete values[level]
      fields.push(level)
    }
  }
  const { changed } = await update(system, type, merge.kept, values, { restores: true })
  await restoreVerifications(system, type, { id: merge.kept, merge: merge.id, fields: changed })
  return { fields, proposed: null }
}

/** Asks for what stood before. What the product works out follows it, and what whoever asks may not write stays. */
async function askFor(
  ctx: Context,
  type: ObjectType,
  id: string,
  { values, changedSince, version }: Former,
): Promise<OfKept> {
  const bounds = Object.keys(values).map((field) => fieldOf(type, field))
  const own = bounds.filter((bound) => isTaken(ctx, type, bound))
  const patch = Object.fromEntries(own.map((bound) => [bound.name, values[bound.name]]))
  const { proposed } = await update(ctx, type, id, patch, { version, restores: true })
  const barred = bounds.filter((bound) => !mayWrite(ctx, type, bound))
  return { fields: [...changedSince, ...barred.map((bound) => bound.name)], proposed }
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
