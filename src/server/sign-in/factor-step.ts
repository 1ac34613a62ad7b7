import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { hasPasskey, type Kernel, type Person } from '#kernel'
import type { SignInSettings } from '#modules/staff'
import type { ErrorCode } from '#shared/error-codes'
import type { From } from './note-attempt.ts'
import { askForPasskey, passkeyOf, provePasskey } from './passkey.ts'
import { hasTotp, offerSecondFactor, proveCode, proveSecondFactor } from './second-factor.ts'

/** What somebody gives beside the first proof. */
export type GivenFactor = { code?: string; passkey?: AuthenticationResponseJSON }

/** `on`: there is one to ask for. `asked`: without one nobody comes in. */
export type FactorState = { on: boolean; asked: boolean }

export type FactorRefusal = { status: 401 | 403; code: ErrorCode; details?: Record<string, unknown>; passkey?: string }

export type FactorOutcome = { result: 'right' | 'set up'; passkey?: string } | FactorRefusal

export async function factorState(kernel: Kernel, person: Person, settings: SignInSettings): Promise<FactorState> {
  const on = await hasSecondFactor(kernel, person.id)
  return { on, asked: on || settings.secondFactor.includes(person.role) }
}

/** An app or a passkey. */
export async function hasSecondFactor(kernel: Kernel, person: string): Promise<boolean> {
  return (await hasTotp(kernel, person)) || (await hasPasskey(kernel.db, person))
}

/** What is asked where nothing was given yet: the factor that there is, or to set one up. */
export async function askForFactor(
  kernel: Kernel,
  person: Person,
  { on, from }: { on: boolean; from: From },
): Promise<FactorRefusal> {
  if (on)
    return { status: 403, code: 'access.second_factor_needed', details: await passkeyQuestion(kernel, person, from) }
  return { status: 403, code: 'access.second_factor_setup', details: await offerSecondFactor(kernel, person) }
}

/** Uses up what was given. */
export async function proveFactor(
  kernel: Kernel,
  person: Person,
  { given, on, from }: { given: GivenFactor; on: boolean; from: From },
): Promise<FactorOutcome> {
  if (given.passkey) return provenByPasskey(kernel, person, { response: given.passkey, from })
  const { code = '' } = given
  const right = on ? await proveSecondFactor(kernel, person.id, code) : await proveCode(kernel, person.id, code)
  if (right) return { result: on ? 'right' : 'set up' }
  return { status: 401, code: 'access.wrong_code' }
}

async function provenByPasskey(
  kernel: Kernel,
  person: Person,
  { response, from }: { response: AuthenticationResponseJSON; from: From },
): Promise<FactorOutcome> {
  const passkey = await passkeyOf(kernel, response)
  const asked = { purpose: 'second_factor', person: person.id } as const
  const outcome = await provePasskey(kernel, passkey, { response, asked, site: from.site })
  if (outcome === 'right') return { result: 'right', passkey: passkey?.id }
  // The question is used up: the page gets another.
  const details = await passkeyQuestion(kernel, person, from)
  return { status: 401, code: passkeyRefusal(outcome), details, passkey: passkey?.id }
}

export function passkeyRefusal(outcome: 'wrong' | 'copied'): ErrorCode {
  return outcome === 'copied' ? 'access.passkey_copied' : 'access.passkey_refused'
}

async function passkeyQuestion(kernel: Kernel, person: Person, { site, ip }: From): Promise<Record<string, unknown>> {
  if (!(await hasPasskey(kernel.db, person.id))) return {}
  const asked = { purpose: 'second_factor', person: person.id } as const
  return { passkey: await askForPasskey(kernel, { asked, site, ip }) }
}
