import { z } from 'zod'
import { auditRow, endSession, renewSession } from '#kernel'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import { signIn } from '../sign-in/sign-in.ts'
import { type EnterSettings, enter, fromOf } from './enter.ts'
import { ownCode, ownPassword } from './own-proof.ts'
import { type Route, route } from './route.ts'
import { describeSession, locale, session } from './session-answer.ts'
import { takeToken, tokenOf } from './session-cookie.ts'

const password = z.string().min(1).max(1_000)
const credentials = z.strictObject({
  login: z.string().min(1).max(200),
  password,
  code: z.string().max(40).optional(),
  newPassword: password.optional(),
})

export function sessionRoutes(settings: EnterSettings): readonly Route[] {
  const { cache, secure } = settings
  return [
    route({
      method: 'POST',
      url: '/api/sessions',
      status: 201,
      problems: [401, 403, 429],
      open: true,
      body: credentials,
      answer: session.extend({ recoveryCodes: z.array(z.string()).optional() }),
      summary: { zh: '登录', en: 'Sign in' },
      handle: async (call) => {
        const { token, recoveryCodes } = await signIn(call.kernel, call.body, fromOf(call))
        return { ...(await describeSession(await enter(call, token, settings))), recoveryCodes }
      },
    }),
    route({
      method: 'GET',
      url: '/api/sessions/current',
      status: 200,
      answer: session,
      summary: { zh: '当前登录', en: 'Who is signed in' },
      handle: ({ ctx }) => describeSession(ctx),
    }),
    route({
      method: 'PATCH',
      url: '/api/sessions/current',
      status: 200,
      body: z.strictObject({ locale }),
      answer: session,
      summary: { zh: '切换语言', en: 'Change the language' },
      handle: async ({ ctx, body }) => {
        const own = ctx.asSystem('own language').records(user)
        const { version: seen } = await own.get(ctx.actor.id ?? '')
        await own.update(ctx.actor.id ?? '', { language: body.locale }, { version: seen })
        cache.forget()
        return describeSession(ctx.with({ actor: { ...ctx.actor, locale: body.locale } }))
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/sessions/current',
      status: 204,
      summary: { zh: '退出登录', en: 'Sign out' },
      handle: async ({ ctx, kernel, request, reply }) => {
        if (ctx.actor.session) await endSession(kernel.db, ctx.actor.session)
        await kernel.audit.write(auditRow(ctx, { action: 'sign_out' }))
        cache.forget(tokenOf(request, secure))
        takeToken(reply, secure)
      },
    }),
    route({
      method: 'POST',
      url: '/api/sessions/current/proof',
      status: 200,
      problems: [429],
      body: z.union([z.strictObject({ password }), z.strictObject({ code: z.string().max(40) })]),
      answer: z.object({ provenAt: z.iso.datetime() }),
      summary: { zh: '再次验证身份', en: 'Prove again that it is you' },
      handle: async (call) => {
        const { ctx, kernel, body } = call
        const { id, session: current } = ctx.actor
        const method = 'password' in body ? 'password' : 'code'
        const proven =
          current && ('password' in body ? await ownPassword(call, body.password) : await ownCode(call, body.code))
        const renewed = proven ? await renewSession(kernel.db, current) : undefined
        const detail = { step: 'proof', method }
        const result = renewed ? 'done' : 'refused'
        await kernel.audit.write(auditRow(ctx, { action: 'sign_in', record: id ?? undefined, result, detail }))
        if (!renewed) throw new AppError(403, method === 'password' ? 'access.wrong_password' : 'access.wrong_code')
        await enter(call, renewed.token, settings)
        return { provenAt: renewed.provenAt }
      },
    }),
  ]
}
