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
import { changePassword } from './change-password.ts'
import { longestAge } from './password.ts'
import { attempt, isPasswordOf } from './prove-password.ts'

export type From = { ip: string | null; agent: string | null; requestId: string }
export type Credentials = { login: string; password: string; newPassword?: string }

/** Checks login and password; every outcome stands in the trail, and refusals all sound the same. */
export async function signIn(
  kernel: Kernel,
  { login, password, newPassword }: Credentials,
  from: From,
): Promise<{ person: Person; token: string }> {
  const [person, settings] = await Promise.all([
    personByLogin(kernel.db, kernel.registry, login),
    readSignInSettings(kernel.db),
  ])
  const right = await attempt(kernel, { login, ip: from.ip }, () => isPasswordOf(kernel, person, password))
  if (!person || !right) {
    await noteAttempt(kernel, person, from, { result: 'refused', step: 'password' })
    throw new AppError(401, 'access.wrong_credentials')
  }
  const refuse = async (code: ErrorCode, params: Record<string, number>): Promise<never> => {
    await noteAttempt(kernel, person, from, { result: 'refused', step: code })
    throw new AppError(403, code, { params })
  }
  if (await isDormant(kernel, person, settings)) await refuse('access.dormant', { days: longestAge })
  if (await mustChange(kernel, person, settings)) {
    if (!newPassword) return refuse('access.password_change_needed', {})
    await changePassword(kernel.db, { person, password: newPassword })
  }
  await noteAttempt(kernel, person, from, { result: 'done', step: 'password' })
  await noteSignIn(kernel.db, person.id)
  const { token } = await startSession(kernel.db, person.id, from)
  return { person, token }
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
