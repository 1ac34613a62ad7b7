import { z } from 'zod'
import { readSsoSettings } from '#modules/staff'
import type { SsoClients } from '../sign-in/sso-client.ts'
import { leaveToProve } from '../sign-in/sso-proof.ts'
import { finishSso, leaveForSso, returnFromSso } from '../sign-in/sso-sign-in.ts'
import { type EnterSettings, enter, fromOf } from './enter.ts'
import { self } from './own-factor.ts'
import { usedPasskey } from './passkey-schemas.ts'
import { type Call, type Route, route } from './route.ts'
import { describeSession, session } from './session-answer.ts'
import { giveSsoSecret, ssoSecretOf, takeSsoSecret } from './session-cookie.ts'
import { answerOf, backTo, returnOf } from './sso-return.ts'

export type SsoRouteSettings = EnterSettings & { sso: SsoClients }

const arrival = z.strictObject({
  answer: answerOf.optional(),
  code: z.string().max(40).optional(),
  passkey: usedPasskey.optional(),
})

/** Coming in by the word of another house. */
export function ssoRoutes(settings: SsoRouteSettings): readonly Route[] {
  const { sso, secure, origin } = settings
  return [
    route({
      method: 'GET',
      url: '/api/sso',
      byKey: 'any',
      status: 200,
      open: true,
      answer: z.object({ on: z.boolean(), label: z.string() }),
      summary: { zh: '是否可用单点登录', en: 'Is there single sign-on' },
      handle: async ({ kernel }) => {
        const { issuer, clientId, label } = await readSsoSettings(kernel.db)
        return { on: issuer !== '' && clientId !== '', label }
      },
    }),
    route({
      method: 'POST',
      url: '/api/sso/attempts',
      status: 201,
      problems: [404, 429],
      open: true,
      answer: z.object({ url: z.string() }),
      summary: { zh: '开始单点登录', en: 'Begin single sign-on' },
      handle: async ({ ctx, kernel, request, reply }) => {
        const { secret, url } = await leaveForSso(kernel, sso, { ip: ctx.ip, back: backTo(request, origin) })
        giveSsoSecret(reply, secret, secure)
        return { url }
      },
    }),
    route({
      method: 'POST',
      url: '/api/sso/proof-attempts',
      status: 201,
      problems: [404, 429],
      answer: z.object({ url: z.string() }),
      summary: { zh: '去单点登录服务再次验证身份', en: 'Go to the sign-on service to prove again that it is you' },
      handle: async ({ ctx, kernel, request, reply }) => {
        const { id } = await self(ctx)
        const asked = { person: id, session: ctx.actor.session }
        const back = backTo(request, origin)
        const { secret, url } = await leaveToProve(kernel, sso, { asked, ip: ctx.ip, back })
        giveSsoSecret(reply, secret, secure)
        return { url }
      },
    }),
    route({
      method: 'POST',
      url: '/api/sessions/sso',
      status: 201,
      problems: [401, 403, 404, 429],
      open: true,
      body: arrival,
      answer: session.extend({ recoveryCodes: z.array(z.string()).optional() }),
      summary: { zh: '完成单点登录', en: 'Sign in by single sign-on' },
      handle: async (call) => {
        const { token, recoveryCodes } = await arrive(call, settings)
        takeSsoSecret(call.reply, secure)
        return { ...(await describeSession(await enter(call, token, settings))), recoveryCodes }
      },
    }),
  ]
}

type Arriving = Pick<Call, 'ctx' | 'kernel' | 'request' | 'reply'> & { body: z.infer<typeof arrival> }

async function arrive(call: Arriving, settings: SsoRouteSettings) {
  const { kernel, request, reply, body } = call
  const { sso, secure, origin } = settings
  const [secret, from] = [ssoSecretOf(request, secure), fromOf(call, settings)]
  const { answer, ...given } = body
  if (!answer) return finishSso(kernel, { waiting: secret, given, from })
  const back = returnOf(request, origin, answer)
  const outcome = await returnFromSso(kernel, sso, { secret, back, from })
  if ('signedIn' in outcome) return outcome.signedIn
  giveSsoSecret(reply, outcome.waiting, secure)
  throw outcome.refusal
}
