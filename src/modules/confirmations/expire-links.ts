import type { Context } from '#kernel'
import { confirmationLink } from './confirmation-link.ts'

const atOnce = 200

/** Says on links that nobody has answered in time that they are over; their tokens are worth nothing from that minute anyway. */
export async function expireLinks(ctx: Context): Promise<void> {
  const links = ctx.records(confirmationLink)
  const where = { state: { in: ['sent', 'opened'] }, validUntil: { lt: 'now' } } as const
  const { items } = await links.list({ where, limit: atOnce, uncounted: true, fields: ['state'] })
  for (const { id } of items) await links.update(id, { state: 'expired' })
}
