import { isDeepStrictEqual } from 'node:util'
import { AppError } from '#shared/app-error'
import type { VerificationWay } from '#shared/verification'
import { fillUnits, type Guard, guardsOf, passToChildren } from '../access/custody.ts'
import { keepHolders } from '../access/holders.ts'
import type { Context } from '../context.ts'
import { bindFiles, filesIn } from '../files/files.ts'
import { provableRow } from '../integrity/under-proof.ts'
import type { BoundField } from '../object/bound-field.ts'
import { coveredFields, custodyFields } from '../object/covered-fields.ts'
import type { ObjectType } from '../object/object-type.ts'
import { leaveFor } from '../proposal/propose.ts'
import { changedFields } from './changed-fields.ts'
import { type Circle, circleIn } from './circle.ts'
import type { Origin } from './draft.ts'
import { changeOf } from './field-change.ts'
import { fileOf } from './file-of.ts'
import { follow } from './follow.ts'
import { passIncomplete } from './incomplete.ts'
import { levelErrors, raiseLevel } from './level.ts'
import { load, loadFor } from './load.ts'
import { insertLookups, lookupRows, removeLookups } from './lookups.ts'
import { moveCopies } from './move-copies.ts'
import { normalise } from './normalise.ts'
import { claim } from './numbers.ts'
import { unknownReferences } from './references.ts'
import { refuseStale, refuseUnread } from './refuse-change.ts'
import { isAnswered, missingFields, requiredErrors } from './requirements.ts'
import { refreshRollups } from './rollups.ts'
import type { Stored } from './row-codec.ts'
import { eventsByCircle, writeTrail } from './trail.ts'
import { beyondSight } from './transaction.ts'
import { settle } from './unresolved.ts'
import { type Change, ringFor, updateSql } from './update-sql.ts'
import { endVerifications } from './verifications.ts'

export type UpdateOptions = {
  /** Version that the writer has seen; absent only for the system's own changes. */
  version?: number
  reason?: string
  /** Fields whose unreadable original somebody has looked at and leaves as it is. */
  settle?: readonly string[]
  /** The change of history that this one takes back. */
  undoOf?: string
  /** How the writer made sure of a value given: it counts as verified with the change. */
  verified?: Readonly<Record<string, VerificationWay>>
  /** Puts back what stood before: what was missing then may be missing again. */
  restores?: true
  /** Who may see the record and not change it suggests the change to these people; whoever of them agrees makes it. */
  suggestTo?: readonly string[]
  /** The row of a list that brings the change: what waits for somebody goes back with the list, which proves it. */
  import?: Origin['import']
}

/** Fields that really changed; none = nothing was written. Or the proposal that stands instead of the change. */
export type Updated = { changed: readonly string[]; proposed: string | null }

/** Changes one record, or proposes the change where somebody else signs first. */
export async function update(
  ctx: Context,
  type: ObjectType,
  id: string,
  patch: Readonly<Record<string, unknown>>,
  options: UpdateOptions = {},
): Promise<Updated> {
  const { suggestTo } = options
  const before = suggestTo ? await load(ctx, type, id) : await loadFor(ctx, type, id, 'update')
  if (before.destroyed) throw new AppError(409, 'record.destroyed')
  if (options.version === undefined && !ctx.systemReason) throw new AppError(428, 'record.version_required')
  if (options.version !== undefined && options.version !== before.version)
    await refuseStale(ctx, type, before, { patch, version: options.version, undone: options.undoOf !== undefined })
  const { values: given, unread } = normalise(ctx, type, patch)
  refuseUnread(unread, options.undoOf !== undefined)
  const values = { ...before.values, ...given }
  await followOwner(ctx, type, { before, values, given })
  raiseLevel(type, values, { given, before: before.values })
  await type.hooks.prepare?.(ctx, values, before.values, { id })
  const fields = changedFields(type, before.values, values)
  const incomplete = await check(ctx, type, {
    before,
    values,
    fields,
    given: [...Object.keys(given), ...(options.settle ?? [])],
    restores: options.restores,
  })
  if (!fields.length && isDeepStrictEqual(incomplete, before.incomplete)) return { changed: [], proposed: null }
  const changed = fields.map(({ name: field }) => field)
  const leave = await leaveFor(ctx, type, {
    operation: 'update',
    id,
    before: before.values,
    after: values,
    fields: changed,
    values: given,
    version: before.version,
    reason: options.reason,
    owner: fileOf(type, before),
    suggestTo,
    arrival: options.import && { origin: { import: options.import }, unread: [] },
  })
  if (leave.proposed) return { changed: [], proposed: leave.proposed }
  const guard = await changedGuard(ctx, type, id, { values, fields })
  const reason = options.reason ?? ctx.grounds?.told
  await write(ctx, type, { before, values, fields, guard, incomplete, alone: leave.alone }, { ...options, reason })
  return { changed, proposed: null }
}

/** A record that gets another owner moves to that owner's unit, unless the change says where to. */
async function followOwner(
  ctx: Context,
  type: ObjectType,
  { before, values, given }: { before: Stored; values: Record<string, unknown>; given: Record<string, unknown> },
): Promise<void> {
  const { custody } = type.definition
  if (custody.type !== 'own' || !custody.unit || custody.unit in given) return
  if (values[custody.owner] === before.values[custody.owner]) return
  values[custody.unit] = null
  await fillUnits(ctx, type, [{ values }])
}

type Checked = Pick<Change, 'before' | 'values' | 'fields'> &
  Pick<UpdateOptions, 'restores'> & { given: readonly string[] }

/** What the change would leave open. A field that was missing before may stay so; none may become missing. */
async function check(
  ctx: Context,
  type: ObjectType,
  { before, values, fields, given, restores }: Checked,
): Promise<string[]> {
  const missing = missingFields(ctx, type, values)
  const missingBefore = missingFields(ctx, type, before.values)
  const errors = requiredErrors(
    ctx,
    type,
    missing.filter((field) => !restores && !missingBefore.includes(field)),
  )
  const changed = Object.fromEntries(fields.map(({ name: field }) => [field, values[field]]))
  errors.push(...((await unknownReferences(ctx, type, [changed]))[0] ?? []))
  if (type.definition.level && type.definition.level in changed) errors.push(...levelErrors(ctx, type, values))
  const [first] = errors
  if (first) throw new AppError(422, first.code, { params: first.params, errors })
  const open = before.incomplete.filter((field) => !missingBefore.includes(field) && !given.includes(field))
  const asked = missing.filter((field) => !isAnswered(type, field, { missingBefore, open: before.incomplete }))
  return [...new Set([...asked, ...open])]
}

async function changedGuard(
  ctx: Context,
  type: ObjectType,
  id: string,
  { values, fields }: { values: Record<string, unknown>; fields: readonly BoundField[] },
): Promise<Guard | null> {
  const { custody } = type.definition
  const beside = custody.type === 'child' ? (custody.people ?? []) : []
  const decisive = [...custodyFields(type), ...(type.parent ? [type.parent.field] : []), ...beside]
  if (!fields.some(({ name: field }) => decisive.includes(field))) return null
  const [guard] = await guardsOf(ctx, type, [{ id, values }])
  return guard ?? null
}

async function write(ctx: Context, type: ObjectType, change: Change, options: UpdateOptions): Promise<void> {
  const { before, values, fields, guard } = change
  const { id } = before
  for (const bound of fields.filter(({ kind }) => kind.allocated)) {
    const taken = await claim(ctx, type, bound, [{ id, values }])
    if (taken.size) {
      const params = { field: bound.field.label[ctx.locale], value: String(values[bound.name]) }
      throw new AppError(422, 'field.number_taken', {
        params,
        errors: [{ path: bound.name, code: 'field.number_taken', params }],
      })
    }
  }
  // What moves to another file is sealed with that one's keys, and found there, whichever of its values changed.
  const moved = fields.some(({ name: field }) => field === type.parent?.field)
  const written = moved ? [...new Set([...fields, ...type.stored.filter((bound) => bound.sealed)])] : fields
  const decides = guard !== null || coveredFields(type).some((bound) => fields.includes(bound))
  const said = decides ? await provableRow(ctx, type, id) : undefined
  const ring = await ringFor(ctx, type, { change, written, proves: said !== undefined })
  const statement = updateSql(ctx, type, change, { written, ring, said })
  const run = (): Promise<Circle[]> => ctx.db.rows<Circle>(statement, { steady: true })
  const told = await (guard
    ? beyondSight(ctx, async () => {
        const rows = await run()
        await passToChildren(ctx, type, id, guard)
        return rows
      })
    : run())
  const sealed = written.filter((bound) => bound.sealed)
  if (sealed.length) {
    await removeLookups(ctx, type, id, sealed)
    await insertLookups(ctx, lookupRows(type, { id, owner: fileOf(type, { id, values }), values }, sealed))
  }
  const owner = fileOf(type, { id, values })
  if (moved) await moveCopies(ctx, type, { records: [before], from: fileOf(type, before), to: owner })
  await settleChanged(ctx, type, change)
  await endVerifications(
    ctx,
    type,
    id,
    fields.map(({ name: field }) => field),
  )
  await bindFiles(ctx, { object: type.name, record: id, owner }, filesIn(fields, values))
  await writeTrail(ctx, type.name, {
    audit: [
      {
        action: 'update',
        record: id,
        owner,
        fields: fields.map(({ name: field }) => field),
        reason: options.reason,
        ...(change.alone ? { detail: { alone: true } } : {}),
      },
    ],
    events: eventsByCircle('update', [{ id, ...circleIn(type, told) }]),
    changes: fields
      .filter(({ field }) => !field.rollup)
      .map((bound) => changeOf(ring, type, bound, { ...change, owner, undoOf: options.undoOf })),
    reason: options.reason,
  })
  await refreshRollups(ctx, type, (via) =>
    [before.values[via], values[via]].filter((parent): parent is string => typeof parent === 'string'),
  )
  if (type.parent && !isDeepStrictEqual(before.incomplete, change.incomplete)) {
    await passIncomplete(ctx, type, [owner])
  }
  await keepHolders(ctx, type, [{ id, values }])
  const after = { ...values, incomplete: change.incomplete }
  await follow(ctx, type, {
    action: 'update',
    records: [{ id, before: { ...before.values, incomplete: before.incomplete }, after }],
  })
}

/** Originals of values that are no longer open, or whose field has got another value, have done their service. */
async function settleChanged(ctx: Context, type: ObjectType, { before, fields, incomplete }: Change): Promise<void> {
  const { custody } = type.definition
  const changed = fields.map(({ name: field }) => field)
  const closed = before.incomplete.filter((field) => !incomplete.includes(field))
  const holder = custody.type === 'own' ? [custody.owner] : []
  const settled = [...closed, ...changed.filter((field) => before.incomplete.includes(field) || holder.includes(field))]
  if (settled.length) await settle(ctx, type, before.id, settled)
}
