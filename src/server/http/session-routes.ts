import { z } from 'zod'
import { auditRow, endSession, keepOwnSettings, renewSession, sessionMethod } from '#kernel'
import { openSsoSettings } from '#modules/staff'
import { user } from '#objects'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { signIn } from '../sign-in/sign-in.ts'
import { enter, fromOf } from './enter.ts'
import { type Own, ownCode, ownPasskey, ownPassword, ownWord } from './own-proof.ts'
import { usedPasskey } from './passkey-schemas.ts'
import { type Route, route } from './route.ts'
import { describeSession, locale, session } from './session-answer.ts'
import { takeSsoSecret, takeToken, tokenOf } from './session-cookie.ts'
import { pagesAt } from './site.ts'
import { answerOf } from './sso-return.ts'
import type { SsoRouteSettings } from './sso-routes.ts'

const password = z.string().min(1).max(1_000)
const proof = z.union([
  z.strictObject({ password }),
  z.strictObject({ code: z.string().max(40) }),
  z.strictObject({ passkey: usedPasskey }),
  z.strictObject({ sso: answerOf }),
])
const credentials = z.strictObject({
  login: z.string().min(1).max(200),
  password,
  code: z.string().max(40).optional(),
  passkey: usedPasskey.optional(),
  newPassword: password.optional(),
})

/** The name of a step, whether it was left there, or `over`. */
const tourStep = /^[a-z]{1,20}(-left)?$/

export function sessionRoutes(settings: SsoRouteSettings): readonly Route[] {
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
        const { token, recoveryCodes } = await signIn(call.kernel, call.body, fromOf(call, settings))
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
      body: z.strictObject({
        locale: locale.optional(),
        tour: z.string().regex(tourStep).optional(),
        views: z.record(z.string().max(80), z.union([z.uuid(), z.literal('all')]).nullable()).optional(),
      }),
      answer: session,
      summary: {
        zh: '修改本人设置：语言、导览、默认视图',
        en: 'Change what one has set for oneself: language, tour, views',
      },
      handle: async ({ ctx, body: { locale: language, ...own } }) => {
        const unknown = Object.keys(own.views ?? {}).find((object) => !ctx.kernel.registry.objects.has(object))
        if (unknown !== undefined) throw new AppError(400, 'request.invalid', { params: { detail: 'views' } })
        if (own.tour !== undefined || own.views) await keepOwnSettings(ctx, own)
        if (!language) return describeSession(ctx)
        const people = ctx.asSystem('own language').records(user)
        const { version: seen } = await people.get(ctx.actor.id ?? '')
        await people.update(ctx.actor.id ?? '', { language }, { version: seen })
        cache.forget()
        return describeSession(ctx.with({ actor: { ...ctx.actor, locale: language } }))
      },
    }),
    route({
      method: 'DELETE',
      url: '/api/sessions/current',
      status: 200,
      answer: z.object({ url: z.string().nullable() }),
      summary: { zh: '退出登录', en: 'Sign out' },
      handle: async (call) => {
        const { ctx, kernel, request, reply } = call
        const { session: current } = ctx.actor
        const method = current ? await sessionMethod(kernel.db, current) : undefined
        if (current) await endSession(kernel.db, current)
        await kernel.audit.write(auditRow(ctx, { action: 'sign_out' }))
        cache.forget(tokenOf(request, secure))
        takeToken(reply, secure)
        return { url: method === 'sso' ? await wayOut(call, settings) : null }
      },
    }),
    route({
      method: 'POST',
      url: '/api/sessions/current/proof',
      status: 200,
      problems: [429],
      body: proof,
      answer: z.object({ provenAt: z.iso.datetime() }),
      summary: { zh: '再次验证身份', en: 'Prove again that it is you' },
      handle: async (call) => {
        const { ctx, kernel, body } = call
        const { id, session: current } = ctx.actor
        const { method, refusal, passkey } = await prove(call, body, settings)
        const renewed = refusal || !current ? undefined : await renewSession(kernel.db, current)
        const detail = { step: 'proof', method, ...(passkey ? { passkey } : {}), ...(refusal ? { refusal } : {}) }
        const result = renewed ? 'done' : 'refused'
        await kernel.audit.write(auditRow(ctx, { action: 'sign_in', record: id ?? undefined, result, detail }))
        if (!renewed) throw new AppError(403, refusal ?? 'access.sign_in_required')
        await enter(call, renewed.token, settings)
        if (method === 'sso') takeSsoSecret(call.reply, secure)
        return { provenAt: renewed.provenAt }
      },
    }),
  ]
}

type Proof = { method: 'password' | 'code' | 'passkey' | 'sso'; refusal?: ErrorCode; passkey?: string }

async function prove(call: Own, body: z.infer<typeof proof>, settings: SsoRouteSettings): Promise<Proof> {
  if ('sso' in body) return { method: 'sso', refusal: await ownWord(call, body.sso, settings) }
  if ('passkey' in body) return { method: 'passkey', ...(await ownPasskey(call, body.passkey, settings.origin)) }
  if ('code' in body)
    return { method: 'code', refusal: (await ownCode(call, body.code)) ? undefined : 'access.wrong_code' }
  const right = await ownPassword(call, body.password)
  return { method: 'password', refusal: right ? undefined : 'access.wrong_password' }
}

/** Where the sign-on service ends its own session, for whoever came from there; else the next visitor comes in by it again. */
async function wayOut({ kernel, request }: Own, { sso, origin }: SsoRouteSettings): Promise<string | null> {
  const service = await openSsoSettings(kernel)
  if (!service) return null
  const url = await sso.wayOut(service, `${pagesAt(request, origin)}/sign-in`).catch(() => undefined)
  return url ?? null
}
