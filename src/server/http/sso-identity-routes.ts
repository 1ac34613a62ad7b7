import { z } from 'zod'
import { boundSince, type Context, endSessionsOf, noteChange, requireFreshProof, unbindIdentity } from '#kernel'
import { AppError } from '#shared/app-error'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import { provingService } from '../sign-in/sso-proof.ts'
import { isOnlyBound, takeOwnWayIn } from '../sign-in/ways-in.ts'
import { self } from './own-factor.ts'
import { colleagueIn } from './own-or-staff.ts'
import { type Route, route } from './route.ts'

/** Who one is in the house that vouches for people: bound at the first sign-in, unbound here. */
export function ssoIdentityRoutes(cache: ActorCache): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/api/sso-identity',
      status: 200,
      answer: z.object({ boundAt: z.iso.datetime().nullable(), only: z.boolean(), proves: z.boolean() }),
      summary: {
        zh: '我的单点登录绑定',
        en: 'Whether one is bound to the sign-on service, has no other way in, and proves presence by it',
      },
      handle: async ({ ctx, kernel }) => {
        const { id } = await self(ctx)
        const boundAt = (await boundSince(kernel.db, id)) ?? null
        const only = boundAt !== null && (await isOnlyBound(ctx, id))
        return { boundAt, only, proves: only && (await provingService(kernel, id)) !== undefined }
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/sso-identity',
      status: 204,
      problems: [409],
      summary: { zh: '解除我的单点登录绑定', en: 'Unbind oneself from the sign-on service' },
      handle: async ({ ctx }) => {
        requireFreshProof(ctx)
        const { id } = await self(ctx)
        await takeOwnWayIn(ctx, id, (tx) => unbind(tx, id))
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/users/:id/sso-identity',
      status: 204,
      problems: [409],
      summary: { zh: '解除他人的单点登录绑定', en: 'Unbind somebody from the sign-on service' },
      handle: async ({ ctx, params }) => {
        const id = await colleagueIn(ctx, params)
        if (id === ctx.actor.id) return takeOwnWayIn(ctx, id, (tx) => unbind(tx, id))
        await ctx.transaction(async (tx) => {
          await unbind(tx, id)
          // Whoever came in as them leaves.
          await endSessionsOf(tx.db, id)
        })
        cache.forget()
      },
    }),
  ]
}

async function unbind(tx: Context, record: string): Promise<void> {
  if (!(await unbindIdentity(tx.db, record))) throw new AppError(409, 'access.sso_unbound')
  const facts = { action: 'configure', object: 'user', record, fields: ['sso_identity'] } as const
  await noteChange(tx, { ...facts, detail: { what: 'unbound' } })
}
