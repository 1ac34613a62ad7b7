import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { agrees } from '../record/agrees.ts'
import { load } from '../record/load.ts'
import { keepCounter, keepStep } from './course.ts'
import { conclude, goOn, type Standing } from './decide.ts'
import { lockPending, proposerOf } from './lock-pending.ts'
import { faceOf, readProposal } from './proposal.ts'
import { ableAmong } from './second-people.ts'
import { isStale, standsNow } from './signing.ts'

/** What of a proposal is to be keyed again, unseen; null where nothing is. */
type ToKey = { object: string; record: string; file: string; maker: string; fields: string[] }

export async function toKeyOf(ctx: Context, id: string): Promise<ToKey | null> {
  const { type, fields } = faceOf(ctx)
  return ctx.asSystem('what is to be keyed again').reading(async (tx) => {
    const { values } = await load(tx, type, id)
    const proposal = values[fields.state] === 'pending' ? await readProposal(tx, id) : undefined
    // Values are keyed again of one record's change alone.
    if (!proposal || proposal.parts) return null
    const maker = String(values[fields.proposer])
    const { signing } = await standsNow(tx, proposal, maker)
    const keyed = signing.open.slots.flatMap(({ blind }) => blind ?? [])
    const { object, record, owner: file } = proposal
    return keyed.length ? { object, record, file, maker, fields: keyed } : null
  })
}

/** What somebody has keyed, compared with what is asked for, and what follows from it. */
type Keying = {
  same: boolean
  /** Both agree: that is the signature. Whether the request turned out to be outdated. */
  sign(): Promise<'signed' | 'outdated'>
  /** They do not: these people see both and decide; where there is nobody, its maker has it back. */
  dispute(resolvers: readonly string[], why: string): Promise<void>
}

/**
 * Keying a value again takes the place of a signature. `needless`: no rule asks for that any longer; `outdated`: what the request is
 * about has changed since, so nothing was compared. Never its maker, nor anybody as they stand by what the maker has given them.
 */
export async function keyProposed(
  ctx: Context,
  id: string,
  { field, value }: { field: string; value: unknown },
): Promise<Keying | 'needless' | 'outdated'> {
  // Whoever keys does not see the request, and perhaps never will.
  const system = ctx.asSystem('keyed again in the place of a signature')
  const waiting = await system.transaction((tx) => lockPending(tx, id))
  const { face, proposal } = waiting
  const proposer = proposerOf(ctx, face)
  const { parts: standing, signing } = await standsNow(ctx, proposal, proposer)
  const slot = signing.open.slots.find(({ blind }) => blind === field)
  if (!slot || proposal.parts) return 'needless'
  const type = ctx.type(proposal.object)
  const able = await ableAmong(ctx, type, { named: slot.people, first: String(proposer) })
  if (!able.some((person) => person.id === ctx.actor.id)) throw new AppError(403, 'keying.not_yours')
  const whole: Standing = { ...waiting, standing, signing }
  const by = { verdict: 'approve', hash: proposal.hash, marks: [slot.key] } as const
  if (standing.some(isStale)) {
    await conclude(ctx, whole, by)
    return 'outdated'
  }
  const { same } = await agrees(ctx, type, proposal.record, { field, value, stands: proposal.values })
  return {
    same,
    sign: async () => ((await conclude(ctx, whole, by)) ? 'outdated' : 'signed'),
    dispute: (resolvers, why) => dispute(ctx, whole, { field, value, slot: slot.key, resolvers, why }),
  }
}

type Dispute = { field: string; value: unknown; slot: string; resolvers: readonly string[]; why: string }

async function dispute(
  ctx: Context,
  standing: Standing,
  { field, value, slot, resolvers, why }: Dispute,
): Promise<void> {
  const { face, proposal, parts } = standing
  const { hash } = proposal
  await keepCounter(ctx, proposal, { field, value, slot })
  if (!resolvers.length) {
    await conclude(ctx, standing, { verdict: 'return', hash, grounds: why, marks: [] })
    return
  }
  for (const person of resolvers) await keepStep(ctx, proposal, { kind: 'resolver', person })
  const proposer = proposerOf(ctx, face)
  await goOn(ctx, { proposal, parts, proposer, hash, grounds: why, told: 'dispute' })
}
