import { type Context, type Follower, survey, systemActor } from '#kernel'
import { reviewFinding } from './review-finding.ts'

const why = 'follow a change request'

type State = 'waiting' | 'corrected' | 'refused' | 'open'

const stateAfter: Readonly<Record<string, State>> = {
  pending: 'waiting',
  approved: 'corrected',
  rejected: 'refused',
  returned: 'open',
  withdrawn: 'open',
  outdated: 'open',
}

/** A finding ends as its change request does. */
export const followRequest: Follower = {
  fields: ['state'],
  follow: async (ctx, { action, records }) => {
    if (action !== 'update') return
    for (const { id, after } of records) await settleFindings(ctx, id, stateAfter[String(after?.state)])
  },
}

async function settleFindings(ctx: Context, request: string, state: State | undefined): Promise<void> {
  if (!state) return
  const house = ctx.with({ actor: systemActor, systemReason: why })
  const type = house.type(reviewFinding.name)
  const found = await survey(house, type, { where: { request }, fields: ['state'], few: true })
  for (const { id } of found) await ctx.asSystem(why).records(reviewFinding).update(id, { state })
}
