import { AppError, errorSentence } from '#shared/app-error'
import { actorOf, personById, standingOfPerson } from '../access/people.ts'
import type { Context } from '../context.ts'
import type { ProposedOperation } from '../object/hooks.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'
import { type Created, createMany } from '../record/create.ts'
import { load } from '../record/load.ts'
import { remove, restore } from '../record/remove.ts'
import type { Stored } from '../record/row-codec.ts'
import { writeTrail } from '../record/trail.ts'
import { beyondSight, inSavepoint } from '../record/transaction.ts'
import { update } from '../record/update.ts'
import { keepCause } from './cause.ts'
import { keepStep } from './course.ts'
import { passToProposals } from './pass-guard.ts'
import { faceOf, type Proposal, readProposal } from './proposal.ts'
import { barTo, isStale, type Signing, signersOf, standsNow } from './signing.ts'
import { marksOf } from './slots.ts'

export const verdicts = ['approve', 'reject', 'return'] as const
export type Verdict = (typeof verdicts)[number]

/** `hash`: what the decider has looked at. */
export type Decision = { verdict: Verdict; hash: string; grounds?: string }

const stateAfter = { approve: 'approved', reject: 'rejected', return: 'returned' } as const

/**
 * Decides on a proposal: applied exactly as proposed, once, with the rights that its maker still has, or, where its maker could only
 * suggest it, with the decider's. One that no longer fits what it is about is marked as outdated, and its decider is told so.
 */
export async function decide(ctx: Context, id: string, { verdict, hash, grounds }: Decision): Promise<void> {
  const refusal = await ctx.transaction(async (tx) => {
    const { face, proposal } = await lockPending(tx, id)
    const proposer = proposerOf(tx, face)
    const { live, signing } = await standsNow(tx, proposal, proposer)
    const bar = await barTo(tx, id, { proposer, signing })
    if (bar) throw new AppError(403, bar)
    if (proposal.hash !== hash) throw new AppError(409, 'proposal.changed')
    const isOnWay = verdict === 'approve' && (await sign(tx, proposal, signing)) === 'waits'
    if (isOnWay && !isStale(proposal, live)) return goOn(tx, { proposal, proposer, hash, grounds })
    const failed = verdict === 'approve' ? await troubleOf(tx, { face, proposal, isOnWay }) : null
    if (failed) await keepCause(tx, id, failed)
    if (verdict === 'approve' && !failed)
      await beyondSight(tx, () => passToProposals(tx, tx.type(proposal.object), proposal.record))
    await settleFace(tx, id, { state: failed ? 'outdated' : stateAfter[verdict], verdict: grounds })
    await writeTrail(tx, proposal.object, {
      audit: [
        {
          action: 'decide',
          record: proposal.record,
          owner: proposal.owner,
          reason: grounds,
          result: failed ? 'failed' : 'done',
          detail: { proposal: id, verdict, hash, ...(failed ? { cause: failed.code } : {}) },
        },
      ],
      events: [],
    })
    return failed && outdated(tx, failed)
  })
  if (refusal) throw refusal
}

/** Keeps a signature where more than one is asked for; whether others are still to follow. */
async function sign(ctx: Context, proposal: Proposal, { open }: Signing): Promise<'waits' | 'whole'> {
  const marks = marksOf(open, ctx.actor.id ?? '')
  const isWhole = open.isLast && open.slots.every(({ key }) => marks.includes(key))
  const isOnly = isWhole && open.of <= 1 && open.slots.length <= 1
  if (!isOnly) await keepStep(ctx, proposal, { kind: 'signature', signature: { place: open.place, marks } })
  return isWhole ? 'whole' : 'waits'
}

/** It waits for whoever signs next, as it was signed so far. */
async function goOn(
  ctx: Context,
  { proposal, proposer, hash, grounds }: { proposal: Proposal; proposer: unknown; hash: string; grounds?: string },
): Promise<null> {
  const { id, record, owner } = proposal
  const { signing } = await standsNow(ctx, proposal, proposer)
  const { type, fields } = faceOf(ctx)
  const awaits = await signersOf(ctx, id, { proposer, signing })
  const system = ctx.asSystem('for whom a proposal waits')
  await system.transaction((tx) => update(tx, type, id, { [fields.awaits]: awaits, [fields.handedTo]: null }))
  const detail = { proposal: id, verdict: 'sign', hash }
  await writeTrail(ctx, proposal.object, {
    audit: [{ action: 'decide', record, owner, reason: grounds, detail }],
    events: [],
  })
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
    for (const { id } of waiting) await takeBack(tx, id, (await lockPending(system, id, open)).proposal)
    return waiting.length
  })
}

/** What can still be taken back. */
const open = ['pending', 'returned', 'outdated'] as const

async function withdrawIn(ctx: Context, id: string): Promise<Proposal> {
  const { face, proposal } = await lockPending(ctx, id, open)
  if (proposerOf(ctx, face) !== ctx.actor.id) throw new AppError(403, 'access.forbidden')
  return takeBack(ctx, id, proposal)
}

async function takeBack(ctx: Context, id: string, proposal: Proposal): Promise<Proposal> {
  await settleFace(ctx, id, { state: 'withdrawn' })
  await writeTrail(ctx, proposal.object, {
    audit: [{ action: 'withdraw', record: proposal.record, owner: proposal.owner, detail: { proposal: id } }],
    events: [],
  })
  return proposal
}

/** The same change once more, on what stands now. Returns the new proposal, or nothing where none is needed any longer. */
export async function renew(ctx: Context, id: string, grounds?: string): Promise<string | null> {
  return ctx.transaction(async (tx) => {
    const proposal = await withdrawIn(tx, id)
    const files = [...(proposal.grounds?.files ?? []), ...(tx.grounds?.files ?? [])]
    const again = tx.with({ grounds: { ...proposal.grounds, ...tx.grounds, files, asks: false, instead: id } })
    const type = tx.type(proposal.object)
    const { operation, record } = proposal
    const version =
      operation === 'create' ? 0 : (await load(tx, type, record, { deleted: operation === 'restore' })).version
    const suggestTo = proposal.suggested && (proposal.people ?? [])
    return carryOut(again, { ...proposal, version }, { reason: grounds, suggestTo })
  })
}

export type Waiting = { face: Stored; proposal: Proposal }

/** A proposal that the actor may see, so that nobody else decides on it meanwhile. */
export async function lockPending(ctx: Context, id: string, states: readonly string[] = ['pending']): Promise<Waiting> {
  const { type, fields } = faceOf(ctx)
  const { values } = await load(ctx, type, id)
  const system = ctx.asSystem('look at a proposal')
  await system.transaction((tx) =>
    lockRecord(tx, tx.type(String(values[fields.object])), String(values[fields.record])),
  )
  const proposal = await readProposal(ctx, id, { lock: true })
  if (!proposal) throw new AppError(409, 'record.destroyed')
  const face = await system.transaction((tx) => load(tx, type, id))
  const state = String(face.values[fields.state])
  if (!states.includes(state)) throw new AppError(409, 'proposal.settled', { params: { state } })
  return { face, proposal }
}

/** What it is about comes first, for whoever changes that: a record that moves to another file locks its proposals behind itself. */
async function lockRecord(ctx: Context, type: ObjectType, id: string): Promise<void> {
  await ctx.db.rows(sql`select 1 from ${name(type.table)} where id = ${id}::uuid for update`)
}

export function proposerOf(ctx: Context, face: Stored): unknown {
  return face.values[faceOf(ctx).fields.proposer]
}

/** What is on its way is not made yet: it has only to fit still what it is about. */
async function troubleOf(
  ctx: Context,
  { face, proposal, isOnWay }: Waiting & { isOnWay: boolean },
): Promise<AppError | null> {
  return isOnWay ? new AppError(409, 'record.stale', { params: { fields: [] } }) : tryToApply(ctx, face, proposal)
}

/** Applies it in a savepoint; returns why that could not be done. */
async function tryToApply(ctx: Context, face: Stored, proposal: Proposal): Promise<AppError | null> {
  try {
    await inSavepoint(ctx, async () => {
      const doer = proposal.suggested
        ? ctx.with({ approver: ctx.actor })
        : await makerOf(ctx, String(proposerOf(ctx, face)))
      await doer.transaction((tx) => carryOut(tx, proposal, { reason: `change request ${proposal.id}` }))
    })
    return null
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
    // What its decider lacks, the decider mends: it stays as it is.
    if (error.code === 'access.proof_needed' || error.code === 'access.not_yours_to_give') throw error
    if (error.code === 'access.own_rights') throw error
    if (error.code === 'access.forbidden' && proposal.suggested) throw error
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

type HowToMake = { reason: string | undefined; suggestTo?: readonly string[] }

async function carryOut(ctx: Context, proposal: Proposal, { reason, suggestTo }: HowToMake): Promise<string | null> {
  const type = ctx.type(proposal.object)
  const { record, values, version } = proposal
  const work: Record<ProposedOperation, () => Promise<{ proposed: string | null } | undefined>> = {
    create: () => make(ctx, type, proposal, reason),
    update: () => update(ctx, type, record, values, { version, reason, suggestTo }),
    delete: () => remove(ctx, type, record, { version, reason }),
    restore: () => restore(ctx, type, record, { version }),
  }
  return (await work[proposal.operation]())?.proposed ?? null
}

/** What a list has brought is made as the list would have: what could not be read stays to be completed. */
async function make(
  ctx: Context,
  type: ObjectType,
  { record: id, values: input, arrival }: Proposal,
  reason: string | undefined,
): Promise<Created | undefined> {
  const lenient = arrival !== undefined
  const [made] = await createMany(ctx, type, [{ id, input, ...arrival }], { reason, lenient, past: lenient })
  const [bad] = made?.errors ?? []
  if (bad) throw new AppError(422, bad.code, { params: bad.params })
  return made
}

async function settleFace(
  ctx: Context,
  id: string,
  { state, verdict }: { state: string; verdict?: string },
): Promise<void> {
  const { type, fields } = faceOf(ctx)
  const settled = {
    [fields.state]: state,
    [fields.verdict]: verdict,
    [fields.decider]: state === 'withdrawn' ? null : ctx.actor.id,
    [fields.decidedAt]: ctx.now().toISOString(),
  }
  await ctx.asSystem('settle a proposal').transaction((tx) => update(tx, type, id, settled))
}
