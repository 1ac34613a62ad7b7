import { z } from 'zod'
import { askForPasskey } from '../sign-in/passkey.ts'
import { signInWithPasskey } from '../sign-in/passkey-sign-in.ts'
import { type EnterSettings, enter, fromOf } from './enter.ts'
import { question, usedPasskey } from './passkey-schemas.ts'
import { type Route, route } from './route.ts'
import { describeSession, session } from './session-answer.ts'
import { siteOf } from './site.ts'

/** Signing in with a passkey alone: the device knows whose it is. */
export function passkeySignInRoutes(settings: EnterSettings): readonly Route[] {
  return [
    route({
      method: 'POST',
      url: '/api/sessions/challenges',
      status: 201,
      problems: [429],
      open: true,
      answer: question,
      summary: { zh: '开始用通行密钥登录', en: 'Begin to sign in with a passkey' },
      handle: async ({ ctx, kernel, request }) => {
        const asked = { purpose: 'sign_in', person: null } as const
        const site = siteOf(request, settings.origin)
        return { options: await askForPasskey(kernel, { asked, site, ip: ctx.ip }) }
      },
    }),
    route({
      method: 'POST',
      url: '/api/sessions/passkey',
      status: 201,
      problems: [401, 429],
      open: true,
      body: z.strictObject({ passkey: usedPasskey }),
      answer: session,
      summary: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
      handle: async (call) => {
        const { token } = await signInWithPasskey(call.kernel, call.body.passkey, fromOf(call, settings))
        return describeSession(await enter(call, token, settings))
      },
    }),
  ]
}
