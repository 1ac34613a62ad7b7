import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { writeTrail } from '../record/trail.ts'
import { update } from '../record/update.ts'
import { keepStep } from './course.ts'
import { lockPending, proposerOf, type Waiting } from './lock-pending.ts'
import { faceOf } from './proposal.ts'
import { barTo, isSigner, standsNow } from './signing.ts'

/** Whoever could decide asks its maker something first; the request goes on waiting. */
export async function askMaker(ctx: Context, id: string, words: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const waiting = await lockPending(tx, id)
    await refuseBarred(tx, waiting)
    const { fields } = faceOf(tx)
    await keepStep(tx, waiting.proposal, { kind: 'question', words })
    await note(tx, waiting, { [fields.talk]: 'asked', [fields.asker]: tx.actor.id }, 'ask')
  })
}

/** Its maker answers what was asked. */
export async function answerAsker(ctx: Context, id: string, words: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const waiting = await lockPending(tx, id)
    if (proposerOf(tx, waiting.face) !== tx.actor.id) throw new AppError(403, 'access.forbidden')
    const { fields } = faceOf(tx)
    if (waiting.face.values[fields.talk] !== 'asked') throw new AppError(409, 'proposal.nothing_asked')
    await keepStep(tx, waiting.proposal, { kind: 'answer', words })
    await note(tx, waiting, { [fields.talk]: 'answered' }, 'answer')
  })
}

/** Whoever could decide leaves that to another who could: never to its maker, nor to somebody who could not sign themselves. */
export async function handOver(ctx: Context, id: string, to: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const waiting = await lockPending(tx, id)
    const { proposer, signing } = await refuseBarred(tx, waiting)
    const handedBack = { ...signing, handed: signing.handed.filter((person) => person !== to) }
    const own = signing.open.slots.filter(({ people }) => people.includes(tx.actor.id ?? ''))
    const isInTheirPlace = own.every(({ people }) => people.includes(to))
    if (
      to === tx.actor.id ||
      !isInTheirPlace ||
      !(await isSigner(tx, id, { proposer, signing: handedBack, person: to }))
    )
      throw new AppError(422, 'proposal.not_a_signer', {
        errors: [{ path: 'to', code: 'proposal.not_a_signer', params: {} }],
      })
    const { fields } = faceOf(tx)
    await keepStep(tx, waiting.proposal, { kind: 'handover', person: to })
    await note(tx, waiting, { [fields.handedTo]: to, [fields.awaits]: [to] }, 'delegate')
  })
}

async function refuseBarred(ctx: Context, { face, proposal }: Waiting) {
  const proposer = proposerOf(ctx, face)
  const { signing } = await standsNow(ctx, proposal, proposer)
  const bar = await barTo(ctx, proposal.id, { proposer, signing })
  if (bar) throw new AppError(403, bar)
  return { proposer, signing }
}

/** What shows on the request itself, where lists and notices find it. */
async function note(
  ctx: Context,
  { proposal }: Waiting,
  values: Readonly<Record<string, unknown>>,
  what: 'ask' | 'answer' | 'delegate',
): Promise<void> {
  const { type } = faceOf(ctx)
  await ctx.asSystem('confer on a proposal').transaction((tx) => update(tx, type, proposal.id, values))
  await writeTrail(ctx, proposal.object, {
    audit: [
      {
        action: 'confer',
        record: proposal.record,
        owner: proposal.owner,
        detail: { proposal: proposal.id, what },
      },
    ],
    events: [],
  })
}
