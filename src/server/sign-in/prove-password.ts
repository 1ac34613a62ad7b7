import { credentialOf, type Kernel, noteFailure, noteSuccess } from '#kernel'
import { AppError } from '#shared/app-error'
import { verifyNobody, verifyPassword } from './password.ts'

/** Whether this is the person's password; whoever guesses too often has to wait. */
export async function provePassword(kernel: Kernel, person: string, password: string): Promise<boolean> {
  const credential = await credentialOf(kernel.db, person)
  if (!credential) {
    await verifyNobody(password)
    return false
  }
  if (credential.lockedFor > 0)
    throw new AppError(429, 'access.too_many_attempts', { params: { seconds: credential.lockedFor } })
  const right = await verifyPassword(credential.hash, password)
  if (right) await noteSuccess(kernel.db, person)
  else await noteFailure(kernel.db, person)
  return right
}
