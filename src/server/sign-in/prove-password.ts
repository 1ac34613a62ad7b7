import { beginAttempt, credentialOf, forgiveAttempts, type Kernel, type Person, rehash, uncountAttempt } from '#kernel'
import { AppError } from '#shared/app-error'
import { hashPassword, isOutdated, verifyNobody, verifyPassword } from './password.ts'

/** `login`: absent where nobody has been named yet. */
type Attempt = { login?: string; ip: string | null }

/**
 * Runs one attempt to be somebody. Whoever guesses too often on one login, or from one address, has to wait; nothing here
 * depends on whether the login exists.
 */
export async function attempt<Outcome extends boolean | 'half'>(
  kernel: Kernel,
  { login, ip }: Attempt,
  prove: () => Promise<Outcome>,
): Promise<Outcome> {
  const counted = [
    ...(login === undefined ? [] : [{ kind: 'login', text: login } as const]),
    ...(ip ? [{ kind: 'ip', text: ip } as const] : []),
  ]
  for (const each of counted) {
    const seconds = await beginAttempt(kernel.db, each)
    if (seconds > 0) throw new AppError(429, 'access.too_many_attempts', { params: { seconds } })
  }
  const giveBack = async (outcome: boolean | 'half'): Promise<void> => {
    // Whoever knows the password alone must not clear what wrong codes have added up to.
    for (const each of counted)
      if (outcome === 'half' || each.kind === 'ip') await uncountAttempt(kernel.db, each)
      else await forgiveAttempts(kernel.db, each)
  }
  const outcome = await prove().catch(async (error: unknown) => {
    // Nobody was refused for being somebody else.
    await giveBack('half')
    throw error
  })
  if (outcome) await giveBack(outcome)
  return outcome
}

/** Whether this is the person's password; takes as long where there is no such person. */
export async function isPasswordOf(kernel: Kernel, person: Person | undefined, password: string): Promise<boolean> {
  const credential = await credentialOf(kernel.db, person?.id ?? null)
  if (!credential || !person) {
    await verifyNobody(password)
    return false
  }
  const right = await verifyPassword(credential.hash, password)
  if (right && isOutdated(credential.hash))
    await rehash(kernel.db, person.id, { from: credential.hash, to: await hashPassword(password) })
  return right
}
