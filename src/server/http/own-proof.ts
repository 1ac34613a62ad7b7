import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { z } from 'zod'
import { type Person, personById } from '#kernel'
import type { ErrorCode } from '#shared/error-codes'
import { hasSecondFactor, passkeyRefusal } from '../sign-in/factor-step.ts'
import { passkeyOf, provePasskey } from '../sign-in/passkey.ts'
import { attempt, isPasswordOf } from '../sign-in/prove-password.ts'
import { proveSecondFactor } from '../sign-in/second-factor.ts'
import { proveBySso } from '../sign-in/sso-proof.ts'
import type { Call } from './route.ts'
import { ssoSecretOf } from './session-cookie.ts'
import { siteOf } from './site.ts'
import { type answerOf, returnOf } from './sso-return.ts'
import type { SsoRouteSettings } from './sso-routes.ts'

export type Own = Pick<Call, 'ctx' | 'kernel' | 'request'>

/** Whether whoever calls knows the own password; guessing counts as it does at sign-in. */
export function ownPassword(own: Omit<Own, 'request'>, password: string): Promise<boolean> {
  return prove(own, (person) => isPasswordOf(own.kernel, person, password))
}

/** Whether whoever calls has the own second factor at hand. */
export function ownCode(own: Own, code: string): Promise<boolean> {
  return prove(own, async ({ id }) => {
    if (!(await hasSecondFactor(own.kernel, id))) return false
    return (await proveSecondFactor(own.kernel, id, code)) !== undefined
  })
}

/** Whether the device with one of the own passkeys has just answered what it was asked in this session. */
export async function ownPasskey(
  own: Own,
  response: AuthenticationResponseJSON,
  origin: string | undefined,
): Promise<{ refusal?: ErrorCode; passkey?: string }> {
  const { kernel, request, ctx } = own
  const passkey = await passkeyOf(kernel, response)
  let refusal: ErrorCode | undefined = 'access.passkey_refused'
  await prove(own, async ({ id: person }) => {
    const asked = { purpose: 'proof', person, session: ctx.actor.session } as const
    const outcome = await provePasskey(kernel, passkey, { response, asked, site: siteOf(request, origin) })
    refusal = outcome === 'right' ? undefined : passkeyRefusal(outcome)
    return outcome === 'right'
  })
  return { refusal, passkey: passkey?.id }
}

/** Why what the sign-on service sent along is no proof that whoever calls is there now; undefined = it is one. */
export async function ownWord(
  { ctx, kernel, request }: Own,
  answer: z.infer<typeof answerOf>,
  { sso, secure, origin }: SsoRouteSettings,
): Promise<ErrorCode | undefined> {
  const person = ctx.actor.id ? await personById(kernel.db, kernel.registry, ctx.actor.id) : undefined
  if (!person) return 'access.sign_in_required'
  const [secret, back] = [ssoSecretOf(request, secure), returnOf(request, origin, answer)]
  return proveBySso(kernel, sso, { person, session: ctx.actor.session, secret, back, ip: ctx.ip })
}

async function prove(
  { ctx, kernel }: Omit<Own, 'request'>,
  work: (person: Person) => Promise<boolean>,
): Promise<boolean> {
  const person = ctx.actor.id ? await personById(kernel.db, kernel.registry, ctx.actor.id) : undefined
  if (!person) return false
  return attempt(kernel, { login: person.login, ip: ctx.ip }, () => work(person))
}
