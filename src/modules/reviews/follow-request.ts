import type { Context, Follower } from '#kernel'
import { reviewFinding } from './review-finding.ts'

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
  const findings = ctx.asSystem('follow a change request').records(reviewFinding)
  const { items } = await findings.list({ where: { request }, limit: 200, uncounted: true, fields: ['state'] })
  for (const { id } of items) await findings.update(id, { state })
}
