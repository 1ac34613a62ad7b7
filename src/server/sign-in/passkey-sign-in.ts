import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { type Kernel, type Person, personById } from '#kernel'
import { readSignInSettings } from '#modules/staff'
import { passkeyRefusal } from './factor-step.ts'
import type { From } from './note-attempt.ts'
import { passkeyOf, provePasskey } from './passkey.ts'
import { attempt } from './prove-password.ts'
import { dormantRefusal, enterAs, type Refusal, refuseEntry, type SignedIn } from './sign-in.ts'

/** Lets in by a passkey alone: something that one has, behind something that one is or knows. */
export async function signInWithPasskey(
  kernel: Kernel,
  response: AuthenticationResponseJSON,
  from: From,
): Promise<SignedIn> {
  const passkey = await passkeyOf(kernel, response)
  // Whoever was switched off is not there, whatever lies in the drawer.
  const person = passkey && (await personById(kernel.db, kernel.registry, passkey.person))
  let refusal: Refusal | undefined
  await attempt(kernel, { login: person?.login ?? `passkey ${response.id}`, ip: from.ip }, async () => {
    const asked = { purpose: 'sign_in', person: null } as const
    const outcome = await provePasskey(kernel, passkey, { response, asked, site: from.site })
    if (outcome !== 'right' || !person) {
      refusal = { status: 401, code: passkeyRefusal(outcome === 'copied' ? outcome : 'wrong'), passkey: passkey?.id }
      return false
    }
    refusal = await dormantRefusalOf(kernel, person)
    return refusal ? 'half' : true
  })
  if (refusal || !person)
    return refuseEntry(kernel, person, { refusal: refusal ?? { status: 401, code: 'access.passkey_refused' }, from })
  return enterAs(kernel, person, { from, method: 'passkey', step: 'passkey', passkey: passkey?.id })
}

async function dormantRefusalOf(kernel: Kernel, person: Person): Promise<Refusal | undefined> {
  return dormantRefusal(kernel, person, await readSignInSettings(kernel.db))
}
