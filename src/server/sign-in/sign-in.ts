import {
  auditRow,
  credentialOf,
  dormantPeople,
  type Kernel,
  makeContext,
  noteSignIn,
  type Person,
  personByLogin,
  startSession,
  systemActor,
} from '#kernel'
import { readSignInSettings, type SignInSettings } from '#modules/staff'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { changePassword, checkNewPassword } from './change-password.ts'
import { longestAge } from './password.ts'
import { attempt, isPasswordOf } from './prove-password.ts'
import { hasSecondFactor, makeRecoveryCodes, offerSecondFactor, proveCode, proveSecondFactor } from './second-factor.ts'

export type From = { ip: string | null; agent: string | null; requestId: string }
export type Credentials = { login: string; password: string; code?: string; newPassword?: string }
type SignedIn = { person: Person; token: string; recoveryCodes?: readonly string[] }

type Outcome =
  | 'wrong'
  | 'wrong code'
  | 'code needed'
  | 'set-up needed'
  | 'new password needed'
  | 'dormant'
  | 'set up'
  | 'done'

/** Checks who it is, step by step; every outcome stands in the trail, and refusals before the password is known all sound the same. */
export async function signIn(kernel: Kernel, given: Credentials, from: From): Promise<SignedIn> {
  const [person, settings] = await Promise.all([
    personByLogin(kernel.db, kernel.registry, given.login),
    readSignInSettings(kernel.db),
  ])
  let outcome: Outcome = 'wrong'
  await attempt(kernel, { login: given.login, ip: from.ip }, async () => {
    outcome = await prove(kernel, person, { given, settings })
    if (outcome === 'wrong' || outcome === 'wrong code') return false
    return outcome === 'done' || outcome === 'set up' ? true : 'half'
  })
  const refuse = async (status: 401 | 403, code: ErrorCode, facts: Facts = {}): Promise<never> => {
    await noteAttempt(kernel, person, from, { result: 'refused', step: code })
    throw new AppError(status, code, facts)
  }
  if (!person || outcome === 'wrong') return refuse(401, 'access.wrong_credentials')
  return enterAs(kernel, person, { outcome, given, settings, from, refuse })
}

type Facts = { params?: Record<string, number>; details?: Record<string, unknown> }
type Entry = {
  outcome: Outcome
  given: Credentials
  settings: SignInSettings
  from: From
  refuse(status: 401 | 403, code: ErrorCode, facts?: Facts): Promise<never>
}

async function prove(
  kernel: Kernel,
  person: Person | undefined,
  { given, settings }: { given: Credentials; settings: SignInSettings },
): Promise<Outcome> {
  if (!(await isPasswordOf(kernel, person, given.password)) || !person) return 'wrong'
  if (await isDormant(kernel, person, settings)) return 'dormant'
  const isOn = await hasSecondFactor(kernel, person.id)
  const needsCode = isOn || settings.secondFactor.includes(person.role)
  if (needsCode && !given.code) return isOn ? 'code needed' : 'set-up needed'
  // Before the code, which works once: whoever comes back with a new password can still use it.
  if (await mustChange(kernel, person, settings)) {
    if (!given.newPassword) return 'new password needed'
    await checkNewPassword(kernel.db, { person, password: given.newPassword })
  }
  if (!needsCode) return 'done'
  const right = isOn
    ? await proveSecondFactor(kernel, person.id, given.code ?? '')
    : await proveCode(kernel, person.id, given.code ?? '')
  if (!right) return 'wrong code'
  return isOn ? 'done' : 'set up'
}

async function enterAs(kernel: Kernel, person: Person, entry: Entry): Promise<SignedIn> {
  const { outcome, given, settings, from, refuse } = entry
  if (outcome === 'dormant') return refuse(403, 'access.dormant', { params: { days: longestAge } })
  if (outcome === 'wrong code') return refuse(401, 'access.wrong_code')
  if (outcome === 'new password needed') return refuse(403, 'access.password_change_needed')
  if (outcome === 'code needed') return refuse(403, 'access.second_factor_needed')
  if (outcome === 'set-up needed')
    return refuse(403, 'access.second_factor_setup', { details: await offerSecondFactor(kernel, person) })
  if (given.newPassword && (await mustChange(kernel, person, settings)))
    await changePassword(kernel.db, { person, password: given.newPassword })
  const recoveryCodes = outcome === 'set up' ? await makeRecoveryCodes(kernel, person.id) : undefined
  await noteAttempt(kernel, person, from, { result: 'done', step: given.code ? 'second factor' : 'password' })
  await noteSignIn(kernel.db, person.id)
  const { token } = await startSession(kernel.db, person.id, from)
  return { person, token, recoveryCodes }
}

async function noteAttempt(
  kernel: Kernel,
  person: Person | undefined,
  from: From,
  { result, step }: { result: 'done' | 'refused'; step: string },
): Promise<void> {
  const actor = { ...systemActor, id: person?.id ?? null, role: person?.role ?? 'nobody' }
  const ctx = makeContext({ kernel, actor, channel: 'page', ip: from.ip, requestId: from.requestId })
  await kernel.audit.write(auditRow(ctx, { action: 'sign_in', record: person?.id, result, detail: { step } }))
}

async function isDormant(kernel: Kernel, { id }: Person, { passwords }: SignInSettings): Promise<boolean> {
  if (passwords !== 'mlps3') return false
  return (await dormantPeople(kernel.db, kernel.registry, longestAge, id)).length > 0
}

async function mustChange(kernel: Kernel, { id }: Person, { passwords }: SignInSettings): Promise<boolean> {
  const credential = await credentialOf(kernel.db, id)
  if (!credential) return false
  return credential.mustChange || (passwords === 'mlps3' && credential.ageDays >= longestAge)
}
