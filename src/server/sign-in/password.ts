import { hash, verify } from '@node-rs/argon2'
import type { SignInSettings } from '#modules/staff'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { currentCost } from './password-cost.ts'

const shortestPassword = 10

/** Days after which a password has to be changed, where the profile asks for it. */
export const longestAge = 90

export type PasswordOwner = { login: string; name: string }
export type PasswordProfile = SignInSettings['passwords']

export async function checkPassword(password: string, owner: PasswordOwner, profile: PasswordProfile): Promise<void> {
  const params = { min: shortestPassword }
  if ([...password].length < shortestPassword || new Set(password).size < 4) refuse('access.weak_password', params)
  if (profile === 'mlps3' && classesIn(password) < 3) refuse('access.plain_password', params)
  // Its dictionaries take 25 MB, which only a process that sees new passwords needs.
  const { isEasyToGuess } = await import('./password-strength.ts')
  if (isEasyToGuess(password, [owner.login, owner.name])) refuse('access.guessable_password', params)
}

export function refuse(code: ErrorCode, params: Record<string, string | number>): never {
  throw new AppError(422, code, { params, errors: [{ path: 'password', code, params }] })
}

/** Of small letters, capitals, digits and others. */
function classesIn(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((part) => part.test(password)).length
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, currentCost())
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password)
}

/** Whether it was hashed at another cost than today's. */
export function isOutdated(stored: string): boolean {
  const { memoryCost, timeCost, parallelism } = currentCost()
  return !stored.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`)
}

const decoys = new Map<string, Promise<string>>()

/** Spends the same time on a login that does not exist, so that timing tells nothing. */
export async function verifyNobody(password: string): Promise<void> {
  const cost = JSON.stringify(currentCost())
  const decoy = decoys.get(cost) ?? hashPassword('nobody signs in with this')
  decoys.set(cost, decoy)
  await verifyPassword(await decoy, password)
}
