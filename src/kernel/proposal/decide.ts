import { AppError, errorSentence } from '#shared/app-error'
import { actorOf, personById, standingOfPerson } from '../access/people.ts'
import type { AuditFacts } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { mergeAsSigned } from '../merge/signed-merge.ts'
import { fieldOf } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { load } from '../record/load.ts'
import { writeTrail } from '../record/trail.ts'
import { beyondSight, inSavepoint } from '../record/transaction.ts'
import { update } from '../record/update.ts'
import { carryOut } from './carry-out.ts'
import { keepCause } from './cause.ts'
import { type Counter, countersIn, keepStep } from './course.ts'
import { lockPending, lockWaiting, proposerOf, type Waiting } from './lock-pending.ts'
import { passToProposals } from './pass-guard.ts'
import { faceOf, type Proposal, seenHash } from './proposal.ts'
import { barTo, isStale, type Part, type Signing, signersOf, standsNow } from './signing.ts'
import { isToKey, marksOf } from './slots.ts'

export const verdicts = ['approve', 'reject', 'return'] as const
export type Verdict = (typeof verdicts)[number]

/** Of a single request also: what was keyed again, instead of what is asked for. */
export const singleVerdicts = [...verdicts, 'counter'] as const

/** `hash`: what the decider has looked at. `fields`: for which what was keyed again is taken; absent: for all that differ. */
export type Decision = {
  verdict: (typeof singleVerdicts)[number]
  hash: string
  grounds?: string
  fields?: readonly string[]
}

const stateAfter = { approve: 'approved', counter: 'approved', reject: 'rejected', return: 'returned' } as const

/**
 * Decides on a proposal: applied exactly as proposed, once, with the rights that its maker still has, or, where its maker could only
 * suggest it, with the decider's. One that no longer fits what it is about is marked as outdated, and its decider is told so.
 */
export async function decide(ctx: Context, id: string, decision: Decision): Promise<void> {
  const refusal = await ctx.transaction((tx) => decideIn(tx, id, decision))
  if (refusal) throw refusal
}

/** The same inside a transaction that goes on; returns why a proposal was marked as outdated instead. */
export async function decideIn(
  tx: Context,
  id: string,
  { verdict, hash, grounds, fields }: Decision,
): Promise<AppError | null> {
  const waiting = await lockPending(tx, id)
  const proposer = proposerOf(tx, waiting.face)
  const { parts: standing, course, signing } = await standsNow(tx, waiting.proposal, proposer)
  const counters = await countersIn(tx, course)
  const bar = await barTo(tx, id, { proposer, signing })
  if (bar) throw new AppError(403, bar)
  if (seenHash(waiting.proposal, counters) !== hash) throw new AppError(409, 'proposal.changed')
  const marks = marksOf(signing.open, tx.actor.id ?? '')
  if (verdict !== 'counter') return conclude(tx, { ...waiting, standing, signing }, { verdict, hash, grounds, marks })
  const taken = counters.filter(({ field }) => !fields || fields.includes(field))
  const isKnown = fields?.every((field) => taken.some((one) => one.field === field)) ?? true
  if (!signing.counterable || !taken.length || !isKnown) throw new AppError(409, 'proposal.no_counter')
  const decided = { ...countered(waiting, taken), standing, signing }
  return conclude(tx, decided, { verdict, hash, grounds, marks, fields: taken.map(({ field }) => field) })
}

/** Whoever decides for what was keyed again makes it their own. */
function countered(waiting: Waiting, counters: readonly Counter[]): Waiting {
  const instead = Object.fromEntries(counters.map(({ field, value }) => [field, value]))
  const values = { ...waiting.proposal.values, ...instead }
  const proposal: Proposal = { ...waiting.proposal, values, suggested: true }
  return { ...waiting, proposal, parts: [proposal] }
}

export type Standing = Waiting & { standing: readonly Part[]; signing: Signing }

/** Gives a signature, and makes the change with the last; or ends the request otherwise. Returns why it was marked as outdated instead. */
export async function conclude(
  tx: Context,
  { standing, signing, ...waiting }: Standing,
  { verdict, hash, grounds, marks, fields = [] }: Decision & { marks: readonly string[] },
): Promise<AppError | null> {
  const { face, proposal, parts } = waiting
  const { id } = proposal
  const isFor = stateAfter[verdict] === 'approved'
  const isOnWay = isFor && (await sign(tx, proposal, { signing, marks })) === 'waits'
  if (isOnWay && !signing.apart && !standing.some(isStale))
    return goOn(tx, { proposal, parts, proposer: proposerOf(tx, face), hash, grounds })
  const failed = isFor ? await troubleOf(tx, { ...waiting, signing, isOnWay }) : null
  if (failed) await keepCause(tx, id, failed)
  if (isFor && !failed)
    // What is new has its own readers by now; whoever changes those of another record passes them on with the change.
    for (const { object, record, operation } of parts)
      if (operation === 'create') await beyondSight(tx, () => passToProposals(tx, tx.type(object), record))
  if (verdict === 'counter' && !failed)
    await keepStep(tx, proposal, { kind: 'counter', signature: { place: 0, marks: fields } })
  await settleFaces(tx, { id, parts }, { state: failed ? 'outdated' : stateAfter[verdict], verdict: grounds })
  await trailEach(tx, parts, {
    action: 'decide',
    reason: grounds,
    result: failed ? 'failed' : 'done',
    detail: { proposal: id, verdict, hash, ...(failed ? { cause: failed.code } : {}) },
  })
  return failed && outdated(tx, failed)
}

/**
 * A request over several records of which a rule of late wants one decided on by itself: nobody could sign that, so it is outdated at
 * once. For the system alone; anything else that waits stays as it is.
 */
export async function endApart(ctx: Context, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const waiting = await lockWaiting(tx, id)
    if (!waiting) return
    const { face, proposal, parts } = waiting
    const { signing } = await standsNow(tx, proposal, proposerOf(tx, face))
    if (!signing.apart) return
    const cause = new AppError(422, 'proposal.by_itself')
    await keepCause(tx, id, cause)
    await settleFaces(tx, { id, parts }, { state: 'outdated' })
    await trailEach(tx, parts, { action: 'decide', result: 'failed', detail: { proposal: id, cause: cause.code } })
  })
}

/** Keeps a signature where more than one is asked for; whether others are still to follow. */
async function sign(
  ctx: Context,
  proposal: Proposal,
  { signing: { open }, marks }: { signing: Signing; marks: readonly string[] },
): Promise<'waits' | 'whole'> {
  const isWhole = open.isLast && open.slots.every(({ key }) => marks.includes(key))
  const isOnly = isWhole && open.of <= 1 && open.slots.length <= 1
  if (!isOnly) await keepStep(ctx, proposal, { kind: 'signature', signature: { place: open.place, marks } })
  return isWhole ? 'whole' : 'waits'
}

type OnWay = Omit<Waiting, 'face'> & {
  proposer: unknown
  hash: string
  grounds?: string
  told?: 'sign' | 'dispute'
}

/** It waits for whoever signs next, as it was signed so far. */
export async function goOn(
  ctx: Context,
  { proposal, parts, proposer, hash, grounds, told = 'sign' }: OnWay,
): Promise<null> {
  const { id } = proposal
  const { signing } = await standsNow(ctx, proposal, proposer)
  const { type, fields } = faceOf(ctx)
  const awaits = await signersOf(ctx, id, { proposer, signing })
  const system = ctx.asSystem('for whom a proposal waits')
  await system.transaction(async (tx) => {
    const { values } = await load(tx, type, id)
    const pace = isToKey(signing.open.slots) ? 'keying' : values[fields.pace] === 'keying' ? null : values[fields.pace]
    await update(tx, type, id, { [fields.awaits]: awaits, [fields.handedTo]: null, [fields.pace]: pace })
  })
  const detail = { proposal: id, verdict: told, hash }
  await trailEach(ctx, parts, { action: 'decide', reason: grounds, detail })
  return null
}

/** Its maker takes it back; also what was returned or is outdated. */
export async function withdraw(ctx: Context, id: string): Promise<void> {
  await ctx.transaction((tx) => withdrawIn(tx, id))
}

/** Takes back what an import has asked for and nobody has granted, some at a time, whatever its maker sees of it by now; tells how many. */
export async function withdrawImported(ctx: Context, source: string, most: number): Promise<number> {
  return ctx.transaction(async (tx) => {
    const { type, fields } = faceOf(tx)
    const state = name(type.table, fieldOf(type, fields.state).columns[0]?.name ?? '')
    const system = tx.asSystem('undo of an import')
    const waiting = await system.transaction((all) =>
      all.db.rows<{ id: string }>(sql`
        select id from ${name(type.table)}
        where import_id = ${source}::uuid and ${state} = any(${[...open]}::text[]) order by import_row limit ${most}`),
    )
    for (const { id } of waiting) await takeBack(tx, id, await lockPending(system, id, open))
    return waiting.length
  })
}

/** What can still be taken back. */
const open = ['pending', 'returned', 'outdated'] as const

export async function withdrawIn(ctx: Context, id: string): Promise<Waiting> {
  const waiting = await lockPending(ctx, id, open)
  if (proposerOf(ctx, waiting.face) !== ctx.actor.id) throw new AppError(403, 'access.forbidden')
  await takeBack(ctx, id, waiting)
  return waiting
}

async function takeBack(ctx: Context, id: string, { parts }: Waiting): Promise<void> {
  await settleFaces(ctx, { id, parts }, { state: 'withdrawn' })
  await trailEach(ctx, parts, { action: 'withdraw', detail: { proposal: id } })
}

/** One line for each record that a request is about. */
async function trailEach(
  ctx: Context,
  parts: readonly Proposal[],
  facts: Omit<AuditFacts, 'record' | 'owner'>,
): Promise<void> {
  for (const { object, record, owner } of parts)
    await writeTrail(ctx, object, { audit: [{ ...facts, record, owner }], events: [] })
}

/** What is on its way is not made yet: it has only to fit still what it is about. */
async function troubleOf(
  ctx: Context,
  { signing, isOnWay, ...waiting }: Waiting & { signing: Signing; isOnWay: boolean },
): Promise<AppError | null> {
  if (signing.apart) return new AppError(422, 'proposal.by_itself')
  return isOnWay ? new AppError(409, 'record.stale', { params: { fields: [] } }) : tryToApply(ctx, waiting)
}

/** Applies it in a savepoint, all of its parts or none; returns why that could not be done. */
async function tryToApply(ctx: Context, { face, proposal, parts }: Waiting): Promise<AppError | null> {
  let at: Proposal | undefined
  try {
    await inSavepoint(ctx, async () => {
      const doer = proposal.suggested
        ? ctx.with({ approver: ctx.actor })
        : await makerOf(ctx, String(proposerOf(ctx, face)))
      const reason = `change request ${proposal.id}`
      const { merge, object } = proposal
      if (merge) await doer.transaction((tx) => mergeAsSigned(tx, ctx.type(object), { merge, parts, reason }))
      for (const part of merge ? [] : parts) {
        at = part
        await doer.transaction((tx) => carryOut(tx, part, { reason }))
      }
    })
    return null
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    // What its decider lacks, the decider mends, and decides first on what else waits: it stays as it is.
    if (error.code === 'merge.requests_open') throw error
    if (error.code === 'access.proof_needed' || error.code === 'access.not_yours_to_give') throw error
    if (error.code === 'access.own_rights') throw error
    if (error.code === 'access.forbidden' && proposal.suggested) throw error
    if (at && at !== proposal) await keepCause(ctx, at.id, error)
    return error
  }
}

function outdated(ctx: Context, cause: AppError): AppError {
  const reason = errorSentence(cause.code, cause.params, ctx.locale)
  return new AppError(409, 'proposal.outdated', { params: { reason }, cause })
}

/** The change is its maker's, with the rights that the maker has now, and its decider stands behind it. */
async function makerOf(ctx: Context, id: string): Promise<Context> {
  const person = await personById(ctx.db, ctx.kernel.registry, id)
  if (!person) throw new AppError(403, 'access.forbidden')
  const standing = await standingOfPerson({ ...ctx.kernel, db: ctx.db }, person)
  return ctx.with({ actor: actorOf(person, standing, { session: null }), approver: ctx.actor })
}

/** The request and, with it, each of its parts. */
async function settleFaces(
  ctx: Context,
  { id, parts }: { id: string; parts: readonly Proposal[] },
  { state, verdict }: { state: string; verdict?: string },
): Promise<void> {
  const { type, fields } = faceOf(ctx)
  const settled = {
    [fields.state]: state,
    [fields.verdict]: verdict,
    [fields.decider]: state === 'withdrawn' ? null : ctx.actor.id,
    [fields.decidedAt]: ctx.now().toISOString(),
    [fields.awaits]: null,
  }
  await ctx.asSystem('settle a proposal').transaction(async (tx) => {
    for (const each of new Set([id, ...parts.map((part) => part.id)])) await update(tx, type, each, settled)
  })
  // What two have agreed to is what nobody has from one alone: standings are read anew.
  if (parts.some(({ object }) => ctx.type(object).definition.principal)) ctx.tx?.known?.clear()
}
