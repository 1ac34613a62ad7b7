import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { typedAgain } from '../form-draft/form-draft.ts'
import {
  countGathered,
  dropGathered,
  type Edit,
  type KeptEdit,
  keepGathered,
  readGathered,
} from '../form-draft/gathered.ts'
import type { ProposedOperation } from '../object/hooks.ts'
import { takeTurn } from '../query/locks.ts'
import { load } from '../record/load.ts'
import { titlesOf } from '../record/references.ts'
import type { Stored } from '../record/row-codec.ts'
import { writeTrail } from '../record/trail.ts'
import { carryOut } from './carry-out.ts'
import { fileOf, subjectOf } from './propose.ts'
import { itemsOf } from './show.ts'
import { askAsOne, type Gathered, mostInWhole } from './together.ts'

/** `record`: for what is new, only where it waits with others already and takes its place there. `version`: of the record on which the change is based; absent where it goes as it stands. */
export type NewEdit = {
  object: string
  operation: ProposedOperation
  record?: string
  version?: number
  values?: Readonly<Record<string, unknown>>
}

/** Asks for changes of records of any objects as one request; where nobody has to sign any of them they are made at once. */
export async function askTogether(ctx: Context, edits: readonly NewEdit[]): Promise<string | null> {
  return ctx.transaction(async (tx) => {
    const whole: Edit[] = []
    for (const edit of edits) whole.push(await wholeEdit(tx, edit))
    return askFor(tx, whole)
  })
}

/**
 * Puts a change beside those that its maker will send as one request; nothing of it is made, and it is refused as it would be itself.
 * Another one of the same record joins the first. Returns how many there are, and the record.
 */
export async function gatherEdit(ctx: Context, edit: NewEdit): Promise<{ total: number; record: string }> {
  return ctx.transaction(async (tx) => {
    await takeTurn(tx.db, `gather ${tx.actor.id}`)
    const whole = await wholeEdit(tx, edit)
    const gathered: Gathered[] = []
    await carryOut(tx.with({ grounds: { files: [], gathered } }), whole, { reason: undefined })
    const known = await readGathered(tx)
    // A new record has the number that it was given here, and no other.
    const isKnown = known.some(({ record, operation }) => record === edit.record && operation === 'create')
    if (edit.operation === 'create' && edit.record && !isKnown) throw new AppError(404, 'request.not_found')
    for (const { type, change } of gathered) {
      const { operation, values, owner, fields } = change
      const before = known.find(({ record }) => record === change.id)
      if (!before && known.length >= mostInWhole)
        throw new AppError(413, 'request.too_large', { params: { limit: mostInWhole } })
      const next = { object: type.name, record: change.id, operation, version: change.version, values, owner }
      await keepGathered(tx, joined(before, next))
      const facts = { action: 'draft', record: operation === 'create' ? undefined : change.id, owner, fields } as const
      await writeTrail(tx, type.name, { audit: [facts], events: [] })
    }
    return { total: await countGathered(tx), record: whole.record }
  })
}

/** What waits on what stood before stays so, and is told as such. */
function joined(before: KeptEdit | undefined, next: Edit & { owner: string }): Edit & { owner: string } {
  if (before?.operation !== 'update' || next.operation !== 'update') return next
  const version = Math.min(before.version, next.version)
  return { ...next, version, values: { ...before.values, ...next.values } }
}

/** A gathered change beside what stands now. */
export type GatheredEdit = {
  object: string
  record: string
  operation: ProposedOperation
  /** What the record is called; empty where its reader does not see it any more. */
  subject: string
  file: { object: string; record: string } | null
  /** Version of what stands now, which its maker looks at; 0 for what is new. */
  version: number
  /** `stale`: what it is about has changed since it was put here; `gone`: it can no longer be asked for. */
  state: 'fits' | 'stale' | 'gone'
  at: string
  items: { field: string; live: unknown; proposed: unknown }[]
  /** Of a new record that is asked for by itself: what was typed, to go on with it in its form. */
  values?: Readonly<Record<string, unknown>>
}

/** What the actor has put together so far. */
export async function showGathered(
  ctx: Context,
  { most, only }: { most: number; only?: string },
): Promise<{ total: number; items: GatheredEdit[]; titles: Record<string, string> }> {
  const shown = await ctx.reading(async (tx) => {
    const total = await countGathered(tx)
    const kept = most ? (await readGathered(tx)).filter(({ record }) => !only || record === only).slice(0, most) : []
    const items: GatheredEdit[] = []
    const titles: Record<string, string> = {}
    for (const edit of kept) {
      const stands = await standsFor(tx, edit)
      const typed =
        only && stands && edit.operation === 'create' ? await typedAgain(tx, tx.type(edit.object), edit) : null
      items.push({ ...viewOf(tx, edit, stands), ...(typed ? { values: typed } : {}) })
      if (stands) Object.assign(titles, await titlesIn(tx, edit, stands.live))
    }
    return { total, items, titles, owners: kept.map(({ owner }) => owner) }
  })
  const { owners, ...told } = shown
  for (const [at, { object, record, operation, state, items }] of told.items.entries()) {
    if (state === 'gone') continue
    const fields = items.map(({ field }) => field)
    const facts = { owner: owners[at], fields }
    const act = operation === 'create' ? { action: 'draft' as const } : { action: 'read' as const, record }
    await ctx.kernel.audit.write(auditRow(ctx, { object, ...facts, ...act }))
  }
  return told
}

/** Takes one out again. */
export async function dropFromGathered(ctx: Context, record: string): Promise<void> {
  await dropGathered(ctx, [record])
}

/**
 * Sends what was gathered, each as its maker has just looked at it: what has changed meanwhile is refused. Returns the request, or
 * nothing where nobody has to sign any longer and it was made.
 */
export async function askForGathered(
  ctx: Context,
  looked: readonly { record: string; version: number }[],
): Promise<string | null> {
  return ctx.transaction(async (tx) => {
    await takeTurn(tx.db, `gather ${tx.actor.id}`)
    const known = new Map((await readGathered(tx)).map((edit) => [edit.record, edit]))
    const edits = looked.map(({ record, version }) => {
      const edit = known.get(record)
      if (!edit) throw new AppError(404, 'request.not_found')
      return { ...edit, version }
    })
    const proposed = await askFor(tx, edits)
    await dropGathered(
      tx,
      edits.map(({ record }) => record),
    )
    return proposed
  })
}

/** A refusal says at which of them. */
async function askFor(ctx: Context, edits: readonly Edit[]): Promise<string | null> {
  return askAsOne(ctx, async (each) => {
    let proposed: string | null = null
    for (const edit of edits) {
      try {
        proposed = (await carryOut(each, edit, { reason: undefined })) ?? proposed
      } catch (error) {
        // What somebody may not do or does not see is refused with nothing beside.
        if (!(error instanceof AppError) || ![409, 422].includes(error.status)) throw error
        const { status, code, params, errors, details } = error
        const at = { object: edit.object, record: edit.record }
        throw new AppError(status, code, { params, errors, details: { ...details, at }, cause: error })
      }
    }
    return proposed
  })
}

async function wholeEdit(ctx: Context, { object, operation, record, version, values = {} }: NewEdit): Promise<Edit> {
  const type = ctx.kernel.registry.objects.get(object)
  if (!type) throw new AppError(404, 'request.not_found')
  if (operation === 'create') return { object, operation, record: record ?? randomUUIDv7(), version: 0, values }
  if (!record) throw new AppError(404, 'request.not_found')
  if (version !== undefined) return { object, operation, record, version, values }
  if (operation === 'update') throw new AppError(428, 'record.version_required')
  const stands = await load(ctx, type, record, { deleted: operation === 'restore' })
  return { object, operation, record, version: stands.version, values }
}

/** What a gathered change is about, as it stands: the record, or for a new one nothing yet; null where the actor does not see it. */
async function standsFor(ctx: Context, edit: KeptEdit): Promise<{ live: Stored | null } | null> {
  const type = ctx.kernel.registry.objects.get(edit.object)
  if (!type) return null
  try {
    if (edit.operation !== 'create')
      return { live: await load(ctx, type, edit.record, { deleted: edit.operation === 'restore' }) }
    const file = fileOf(type, edit)
    if (file) await load(ctx, ctx.type(file.object), file.record)
    return { live: null }
  } catch (error) {
    if (error instanceof AppError && error.status < 500) return null
    throw error
  }
}

function viewOf(ctx: Context, edit: KeptEdit, stands: { live: Stored | null } | null): GatheredEdit {
  const { object, record, operation, at } = edit
  if (!stands) return { object, record, operation, at, subject: '', file: null, version: 0, state: 'gone', items: [] }
  const { live } = stands
  const type = ctx.type(object)
  const isStale = live !== null && live.version !== edit.version
  return {
    object,
    record,
    operation,
    at,
    subject: subjectOf(type, { operation, id: record, before: live?.values ?? null, after: edit.values, fields: [] }),
    file: fileOf(type, edit),
    version: live?.version ?? 0,
    state: isStale ? 'stale' : 'fits',
    items: itemsOf(ctx, { proposal: edit, live }),
  }
}

function titlesIn(ctx: Context, { object, values }: Edit, live: Stored | null): Promise<Record<string, string>> {
  const records = [live?.values ?? {}, values].map((one) => ({ createdBy: null, updatedBy: null, values: { ...one } }))
  return titlesOf(ctx, ctx.type(object), records)
}
