import { hash, verify } from '@node-rs/argon2'
import { AppError } from '#shared/app-error'

/** OWASP's argon2id floor for 2 cores: 19 MiB, two passes. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const shortestPassword = 10

const common = new Set([
  '1234567890',
  'password123',
  'qwertyuiop',
  '0123456789',
  '1111111111',
  'dossier123',
  'admin12345',
  '123456789a',
  'a123456789',
  'iloveyou123',
])

export function checkPassword(password: string): void {
  const weak =
    [...password].length < shortestPassword || common.has(password.toLowerCase()) || new Set(password).size < 4
  if (weak) {
    const params = { min: shortestPassword }
    throw new AppError(422, 'access.weak_password', {
      params,
      errors: [{ path: 'password', code: 'access.weak_password', params }],
    })
  }
}

export function hashPassword(password: string): Promise<string> {
  return hash(password, options)
}

export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password)
}

let decoy: Promise<string> | undefined

/** Spends the same time on a login that does not exist, so that timing tells nothing. */
export async function verifyNobody(password: string): Promise<void> {
  decoy ??= hashPassword('nobody signs in with this')
  await verifyPassword(await decoy, password)
}
