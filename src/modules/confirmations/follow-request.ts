import { type Context, type Follower, survey, systemActor } from '#kernel'
import { customer } from '#objects'
import { confirmField } from './confirm-field.ts'
import { confirmationLink, origins } from './confirmation-link.ts'

/** What a customer has corrected counts as verified by them once it is on the file. */
export const followRequest: Follower = {
  fields: ['state'],
  follow: async (ctx, { action, records }) => {
    if (action !== 'update') return
    for (const { id, after } of records) if (after?.state === 'approved') await confirmCorrected(ctx, id)
  },
}

async function confirmCorrected(ctx: Context, request: string): Promise<void> {
  const house = ctx.with({ actor: systemActor, systemReason: 'follow a change request' })
  const fields = ['customer', 'answers', 'sender', 'origin']
  const [link] = await survey(house, house.type(confirmationLink.name), { where: { request }, fields, few: true })
  if (!link) return
  const file = await house.records(customer).get(String(link.values.customer))
  const { answers, sender } = link.values
  const origin = origins.find((one) => one === link.values.origin) ?? 'signed_in'
  for (const [field, said] of Object.entries(answers ?? {}))
    if (said === 'corrected') await confirmField(house, file, { field, origin, sender: String(sender) })
}
