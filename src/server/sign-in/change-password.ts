import { credentialOf, endLinksOf, forgiveAttempts, type Runner, setPasswordHash } from '#kernel'
import { readSignInSettings } from '#modules/staff'
import { checkPassword, hashPassword, type PasswordOwner, refuse, verifyPassword } from './password.ts'

type Change = { person: PasswordOwner & { id: string }; password: string; mustChange?: boolean }

/** Refuses what the company's rules do not allow. */
export async function checkNewPassword(db: Runner, { person, password }: Change): Promise<void> {
  const { passwords: profile } = await readSignInSettings(db)
  await checkPassword(password, person, profile)
  if (profile === 'mlps3') await refuseUsed(db, person.id, password)
}

/** Sets a password that the rules allow; links to set another end, and whoever was made to wait need not any more. */
export async function changePassword(db: Runner, change: Change): Promise<void> {
  await checkNewPassword(db, change)
  const { person, password, mustChange } = change
  await setPasswordHash(db, person.id, await hashPassword(password), { mustChange })
  await endLinksOf(db, person.id)
  await forgiveAttempts(db, { kind: 'login', text: person.login })
}

async function refuseUsed(db: Runner, person: string, password: string): Promise<void> {
  const credential = await credentialOf(db, person)
  const used = credential ? [credential.hash, ...credential.history] : []
  for (const stored of used)
    if (await verifyPassword(stored, password)) refuse('access.used_password', { count: used.length })
}
