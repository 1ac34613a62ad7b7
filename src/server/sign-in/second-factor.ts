import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { type Kernel, offerTotp, type Runner, setRecoveryCodes, takeRecoveryCode, takeTotpStep, totpOf } from '#kernel'

type Owner = { id: string; login: string }

const periodSeconds = 30
const codes = 10
/** Without letters and digits that look alike. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

function totp(secret: string, login = ''): TOTP {
  return new TOTP({ issuer: 'Dossier', label: login, period: periodSeconds, secret: Secret.fromBase32(secret) })
}

/** A new secret for an authenticator app, as text and as what its camera reads. */
export async function offerSecondFactor(
  kernel: Kernel,
  { id, login }: Owner,
): Promise<{ secret: string; uri: string }> {
  const known = await totpOf(kernel, id)
  // Whoever asks again, with the app set up half-way, gets the same.
  const secret = known && !known.on ? known.secret : new Secret({ size: 20 }).base32
  await offerTotp(kernel, id, secret)
  return { secret, uri: totp(secret, login).toString() }
}

export async function hasTotp(kernel: Kernel, person: string): Promise<boolean> {
  return (await totpOf(kernel, person))?.on ?? false
}

/** A code of the app, of this half minute or its neighbours, and each once. */
export async function proveCode(
  house: Pick<Kernel, 'codec'> & { db: Runner },
  person: string,
  code: string,
): Promise<boolean> {
  const known = await totpOf(house, person)
  if (!known) return false
  const now = Date.now()
  const delta = totp(known.secret).validate({ token: code.replace(/\s/g, ''), window: 1, timestamp: now })
  if (delta === null) return false
  return takeTotpStep(house.db, person, Math.floor(now / 1_000 / periodSeconds) + delta)
}

/** A code of the app, or one of those kept for the day the app is lost. */
export async function proveSecondFactor(
  kernel: Kernel,
  person: string,
  code: string,
): Promise<'totp' | 'recovery' | undefined> {
  if (/^\s*\d{3}\s*\d{3}\s*$/.test(code)) {
    // One that was offered and never confirmed proves nothing, and is not confirmed by the way.
    const right = (await hasTotp(kernel, person)) && (await proveCode(kernel, person, code))
    return right ? 'totp' : undefined
  }
  return (await takeRecoveryCode(kernel.db, person, plain(code))) ? 'recovery' : undefined
}

/** Ten codes of 80 bits; shown once, known by hash. */
export async function makeRecoveryCodes(db: Runner, person: string): Promise<string[]> {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  const made = Array.from({ length: codes }, () => [group(), group(), group(), group()].join('-'))
  await setRecoveryCodes(db, person, made.map(plain))
  return made
}

function plain(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
