import { z } from 'zod'
import {
  type AuditFacts,
  type Context,
  dropSecondFactor,
  dropTotp,
  endSessionsOf,
  hasPasskey,
  noteChange,
  recoveryCodesLeft,
  requireFreshProof,
} from '#kernel'
import { AppError } from '#shared/app-error'
import type { ActorCache } from '../sign-in/actor-cache.ts'
import { hasSecondFactor } from '../sign-in/factor-step.ts'
import { attempt } from '../sign-in/prove-password.ts'
import { hasTotp, makeRecoveryCodes, offerSecondFactor, proveCode } from '../sign-in/second-factor.ts'
import { takeOwnProof, takeOwnWayIn } from '../sign-in/ways-in.ts'
import { isFactorNeeded, self } from './own-factor.ts'
import { colleagueIn } from './own-or-staff.ts'
import { type Route, route } from './route.ts'

const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

/** The own second factor: an authenticator app, and codes for the day it is lost. */
export function secondFactorRoutes(cache: ActorCache): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/api/second-factor',
      status: 200,
      answer: z.object({ on: z.boolean(), needed: z.boolean(), recoveryCodesLeft: z.number().int() }),
      summary: { zh: '我的第二验证方式', en: 'One’s own second factor' },
      handle: async ({ ctx, kernel }) => {
        const { id } = await self(ctx)
        return {
          on: await hasTotp(kernel, id),
          needed: await isAppNeeded(ctx, id),
          recoveryCodesLeft: await recoveryCodesLeft(kernel.db, id),
        }
      },
    }),
    route({
      method: 'POST',
      url: '/api/second-factor',
      status: 201,
      problems: [409],
      answer: z.object({ secret: z.string(), uri: z.string() }),
      summary: { zh: '开始设置验证器', en: 'Begin to set up an authenticator app' },
      handle: async ({ ctx, kernel }) => {
        requireFreshProof(ctx)
        const person = await self(ctx)
        if (await hasTotp(kernel, person.id)) throw new AppError(409, 'access.second_factor_on')
        return offerSecondFactor(kernel, person)
      },
    }),
    route({
      method: 'POST',
      url: '/api/second-factor/confirmation',
      status: 200,
      problems: [409, 429],
      body: z.strictObject({ code: z.string().max(20) }),
      answer: recoveryCodes,
      summary: { zh: '用验证码启用验证器', en: 'Turn the authenticator app on with a code' },
      handle: async ({ ctx, kernel, body }) => {
        const person = await self(ctx)
        if (await hasTotp(kernel, person.id)) throw new AppError(409, 'access.second_factor_on')
        let made: string[] = []
        const confirm = async (tx: Context): Promise<boolean> => {
          if (!(await proveCode({ ...kernel, db: tx.db }, person.id, body.code))) return false
          await endSessionsOf(tx.db, person.id, ctx.actor.session)
          await noteChange(tx, factsOf(person.id, 'on'))
          made = await makeRecoveryCodes(tx.db, person.id)
          return true
        }
        if (!(await attempt(kernel, { login: person.login, ip: ctx.ip }, () => ctx.transaction(confirm))))
          throw new AppError(403, 'access.wrong_code')
        cache.forget()
        return { recoveryCodes: made }
      },
    }),
    route({
      method: 'POST',
      url: '/api/second-factor/recovery-codes',
      status: 200,
      problems: [409],
      answer: recoveryCodes,
      summary: { zh: '重新生成恢复码', en: 'Make new recovery codes' },
      handle: async ({ ctx, kernel }) => {
        requireFreshProof(ctx)
        const { id } = await self(ctx)
        if (!(await hasSecondFactor(kernel, id))) throw new AppError(409, 'access.second_factor_off')
        return ctx.transaction(async (tx) => {
          await noteChange(tx, factsOf(id, 'recovery codes'))
          return { recoveryCodes: await makeRecoveryCodes(tx.db, id) }
        })
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/second-factor',
      status: 204,
      problems: [409],
      summary: { zh: '停用验证器', en: 'Turn the authenticator app off' },
      handle: async ({ ctx }) => {
        requireFreshProof(ctx)
        const { id } = await self(ctx)
        await takeOwnProof(ctx, id, async (tx) => {
          if (await isAppNeeded(tx, id)) throw new AppError(409, 'access.second_factor_required')
          await dropTotp(tx.db, id)
          await noteChange(tx, factsOf(id, 'off'))
        })
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/users/:id/second-factor',
      status: 204,
      problems: [409],
      summary: { zh: '重置他人的第二验证方式', en: 'Take a lost second factor from somebody' },
      handle: async ({ ctx, params }) => {
        const id = await colleagueIn(ctx, params)
        const drop = async (tx: Context): Promise<void> => {
          await dropSecondFactor(tx.db, id)
          await endSessionsOf(tx.db, id, ctx.actor.session)
          await noteChange(tx, factsOf(id, 'off'))
        }
        if (id !== ctx.actor.id) await ctx.transaction(drop)
        // The duty to help others is no way round what is asked of oneself.
        else if (await isFactorNeeded(ctx)) throw new AppError(409, 'access.second_factor_required')
        else await takeOwnWayIn(ctx, id, drop)
        cache.forget()
      },
    }),
  ]
}

/** Where the company wants a second factor and there is no passkey that could stand in for the app. */
async function isAppNeeded(ctx: Context, person: string): Promise<boolean> {
  return (await isFactorNeeded(ctx)) && !(await hasPasskey(ctx.db, person))
}

function factsOf(record: string, what: string): AuditFacts {
  return { action: 'configure', object: 'user', record, fields: ['second_factor'], detail: { what } }
}
