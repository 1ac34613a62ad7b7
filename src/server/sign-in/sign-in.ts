import {
  credentialOf,
  dormantPeople,
  type Kernel,
  noteSignIn,
  type Person,
  personByLogin,
  type SignInMethod,
  startSession,
} from '#kernel'
import { readSignInSettings, type SignInSettings } from '#modules/staff'
import { AppError } from '#shared/app-error'
import { untilBeat } from '../even-time.ts'
import { changePassword, checkNewPassword } from './change-password.ts'
import { askForFactor, type FactorRefusal, factorState, type GivenFactor, proveFactor } from './factor-step.ts'
import { type From, noteAttempt } from './note-attempt.ts'
import { longestAge } from './password.ts'
import { attempt, isPasswordOf } from './prove-password.ts'
import { makeRecoveryCodes } from './second-factor.ts'

export type Credentials = GivenFactor & { login: string; password: string; newPassword?: string }
export type SignedIn = { person: Person; token: string; recoveryCodes?: readonly string[] }

export type Refusal = Omit<FactorRefusal, 'status'> & { status: 401 | 403; params?: Record<string, number | string> }
/** `half`: the first proof was right, and one thing more is missing. */
type Outcome = { refusal: Refusal; half: boolean } | { step: string; passkey?: string; setUp?: boolean }

const wrong: Outcome = { refusal: { status: 401, code: 'access.wrong_credentials' }, half: false }

/** Checks who it is, step by step; every outcome stands in the trail, and refusals before the password is known all sound the same. */
export async function signIn(kernel: Kernel, given: Credentials, from: From): Promise<SignedIn> {
  const begun = performance.now()
  const [person, settings] = await Promise.all([
    personByLogin(kernel.db, kernel.registry, given.login),
    readSignInSettings(kernel.db),
  ])
  let outcome = wrong
  await attempt(kernel, { login: given.login, ip: from.ip }, async () => {
    outcome = await prove(kernel, person, { given, settings, from })
    return 'refusal' in outcome ? outcome.half && 'half' : true
  })
  if ('refusal' in outcome)
    return refuseEntry(kernel, person, { refusal: outcome.refusal, from }).finally(() =>
      untilBeat(performance.now() - begun),
    )
  if (!person) throw new Error('Nobody came in')
  if (given.newPassword && (await mustChange(kernel, person, settings)))
    await changePassword(kernel.db, { person, password: given.newPassword })
  return enterAs(kernel, person, { ...outcome, from, method: 'password' })
}

type Proof = { given: Credentials; settings: SignInSettings; from: From }

async function prove(kernel: Kernel, person: Person | undefined, { given, settings, from }: Proof): Promise<Outcome> {
  if (!(await isPasswordOf(kernel, person, given.password)) || !person) return wrong
  const dormant = await dormantRefusal(kernel, person, settings)
  if (dormant) return { refusal: dormant, half: true }
  const { on, asked } = await factorState(kernel, person, settings)
  if (asked && !given.code && !given.passkey)
    return { refusal: await askForFactor(kernel, person, { on, from }), half: true }
  // Before the factor, which works once: whoever comes back with a new password can still use it.
  if (await mustChange(kernel, person, settings)) {
    if (!given.newPassword) return { refusal: { status: 403, code: 'access.password_change_needed' }, half: true }
    await checkNewPassword(kernel.db, { person, password: given.newPassword })
  }
  if (!asked) return { step: 'password' }
  const proven = await proveFactor(kernel, person, { given, on, from })
  if ('code' in proven) return { refusal: proven, half: false }
  return { step: 'second factor', passkey: proven.passkey, setUp: proven.result === 'set up' }
}

type Entry = {
  from: From
  method: SignInMethod
  /** Whether something was proved here, and not only vouched for. */
  proven?: boolean
  step: string
  passkey?: string
  /** An app was set up just now: codes for the day it is lost come with it. */
  setUp?: boolean
}

/** Opens a session for somebody who has proved everything that is asked. */
export async function enterAs(
  kernel: Kernel,
  person: Person,
  { from, method, proven, step, passkey, setUp }: Entry,
): Promise<SignedIn> {
  const recoveryCodes = setUp ? await makeRecoveryCodes(kernel.db, person.id) : undefined
  await noteAttempt(kernel, person, from, { result: 'done', step, passkey })
  await noteSignIn(kernel.db, person.id)
  const { token } = await startSession(kernel.db, person.id, { ip: from.ip, agent: from.agent, method, proven })
  return { person, token, recoveryCodes }
}

/** Notes the refusal and throws it. */
export async function refuseEntry(
  kernel: Kernel,
  person: Person | undefined,
  { refusal, from, cause }: { refusal: Refusal; from: From; cause?: unknown },
): Promise<never> {
  const { status, code, params, details, passkey } = refusal
  await noteAttempt(kernel, person, from, { result: 'refused', step: code, passkey, cause: nameOf(cause) })
  throw new AppError(status, code, { params, details, cause })
}

/** What went wrong, for whoever has to find out why: libraries name it, and a name holds nothing that came from outside. */
function nameOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
}

/** Where the company wants it, accounts that nobody has used for long open to nobody. */
export async function dormantRefusal(
  kernel: Kernel,
  { id }: Person,
  { passwords }: SignInSettings,
): Promise<Refusal | undefined> {
  if (passwords !== 'mlps3') return undefined
  const dormant = (await dormantPeople(kernel.db, kernel.registry, longestAge, id)).length > 0
  return dormant ? { status: 403, code: 'access.dormant', params: { days: longestAge } } : undefined
}

async function mustChange(kernel: Kernel, { id }: Person, { passwords }: SignInSettings): Promise<boolean> {
  const credential = await credentialOf(kernel.db, id)
  if (!credential) return false
  return credential.mustChange || (passwords === 'mlps3' && credential.ageDays >= longestAge)
}
