import { z } from 'zod'
import { auditRow, type Context, endSession, endSessionsOf, isUuid, sessionOwner, sessionsOf } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import { mayManage, whose } from './own-or-staff.ts'
import { type Route, route } from './route.ts'

const moment = z.iso.datetime()
const device = z.object({
  id: z.uuid(),
  current: z.boolean(),
  createdAt: moment,
  seenAt: moment,
  expiresAt: moment,
  method: z.enum(['password', 'passkey', 'sso']),
  ip: z.string().nullable(),
  agent: z.string().nullable(),
})

/** Where somebody is signed in, and the way to end it there. */
export function deviceRoutes(cache: ActorCache): readonly Route[] {
  const ended = async (ctx: Context, person: string, ids: readonly string[]): Promise<void> => {
    cache.forget()
    for (const id of ids) {
      const facts = { action: 'sign_out', object: 'session', record: id, owner: person } as const
      await ctx.kernel.audit.write(auditRow(ctx, facts))
    }
  }
  return [
    route({
      method: 'GET',
      url: '/api/sessions',
      status: 200,
      query: whose,
      answer: z.object({ items: z.array(device) }),
      summary: { zh: '登录的设备', en: 'Devices that are signed in' },
      handle: async ({ ctx, kernel, query }) => {
        const person = mayManage(ctx, query.user)
        const items = await sessionsOf(kernel.db, person)
        await kernel.audit.write(auditRow(ctx, { action: 'list', object: 'session', owner: person }))
        return { items: items.map((each) => ({ ...each, current: each.id === ctx.actor.session })) }
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/sessions',
      status: 200,
      query: whose,
      answer: z.object({ ended: z.number().int() }),
      summary: { zh: '退出其他设备', en: 'Sign out everywhere else' },
      handle: async ({ ctx, kernel, query }) => {
        const person = mayManage(ctx, query.user)
        const ids = await endSessionsOf(kernel.db, person, ctx.actor.session)
        await ended(ctx, person, ids)
        return { ended: ids.length }
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/sessions/:id',
      status: 204,
      summary: { zh: '退出一台设备', en: 'Sign out one device' },
      handle: async ({ ctx, kernel, params }) => {
        const id = params.id ?? ''
        const owner = isUuid(id) ? await sessionOwner(kernel.db, id) : undefined
        // Whoever may not end it is not told whether it is there.
        if (!owner || (owner !== ctx.actor.id && !ctx.actor.duties.includes('accounts')))
          throw new AppError(404, 'request.not_found')
        await endSession(kernel.db, id)
        await ended(ctx, owner, [id])
      },
    }),
  ]
}
