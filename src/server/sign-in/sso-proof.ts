import { boundTo, credentialOf, isBound, type Kernel, makeChallenge, type Person, takeChallenge } from '#kernel'
import { openSsoSettings, readSignInSettings, type SsoSettings } from '#modules/staff'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { factorState, hasSecondFactor } from './factor-step.ts'
import { attempt } from './prove-password.ts'
import type { SsoClients, Vouched } from './sso-client.ts'
import { saysMfa } from './sso-sign-in.ts'

type Asked = { person: string; session: string | null }

/** Clocks of two houses differ. */
const clockMs = 60_000

/** The service by which somebody proves to be there: theirs, where they have neither password, app nor passkey here. */
export async function provingService(kernel: Kernel, person: string): Promise<SsoSettings | undefined> {
  if ((await credentialOf(kernel.db, person)) || (await hasSecondFactor(kernel, person))) return undefined
  const settings = await openSsoSettings(kernel)
  return settings && (await isBound(kernel.db, person, settings.issuer)) ? settings : undefined
}

/** Begins: a secret for the browser to keep, and the address where the service asks who it is, whoever is signed in there. */
export async function leaveToProve(
  kernel: Kernel,
  clients: SsoClients,
  { asked, ip, back }: { asked: Asked; ip: string | null; back: string },
): Promise<{ secret: string; url: string }> {
  if (!(await openSsoSettings(kernel))) throw new AppError(404, 'access.sso_off')
  const settings = await provingService(kernel, asked.person)
  if (!settings) throw new AppError(403, 'access.own_proof_first')
  const secret = await makeChallenge(kernel.db, { purpose: 'sso_proof', ...asked }, ip, String(Date.now()))
  const url = await clients.wayThere(settings, { secret, back, again: true }).catch((cause: unknown) => {
    throw new AppError(503, 'access.sso_unreachable', { params: { issuer: settings.issuer }, cause })
  })
  return { secret, url }
}

/** Why the service's word is no proof that the person is there now; undefined = it is one. */
export async function proveBySso(
  kernel: Kernel,
  clients: SsoClients,
  {
    person,
    session,
    secret,
    back,
    ip,
  }: { person: Person; session: string | null; secret: string; back: URL; ip: string | null },
): Promise<ErrorCode | undefined> {
  const settings = await provingService(kernel, person.id)
  if (!settings) return 'access.own_proof_first'
  let refusal: ErrorCode | undefined = 'access.sso_overdue'
  await attempt(kernel, { login: person.login, ip }, async () => {
    if (!(await takeChallenge(kernel.db, secret, { purpose: 'sso_proof', person: person.id, session }))) return false
    const vouched = await clients.whoCame(settings, secret, back).catch(() => undefined)
    refusal = vouched
      ? await lackOf(kernel, { settings, person, vouched, begun: begunIn(secret) })
      : 'access.sso_refused'
    return refusal === undefined
  })
  return refusal
}

type Given = { settings: SsoSettings; person: Person; vouched: Vouched; begun: number }

async function lackOf(kernel: Kernel, { settings, person, vouched, begun }: Given): Promise<ErrorCode | undefined> {
  if ((await boundTo(kernel.db, vouched)) !== person.id) return 'access.sso_somebody_else'
  const { auth_time: at } = vouched.claims
  if (typeof at !== 'number' || at * 1000 < begun - clockMs) return 'access.sso_not_fresh'
  const { asked } = await factorState(kernel, person, await readSignInSettings(kernel.db))
  return asked && !(settings.trustMfa && saysMfa(vouched)) ? 'access.sso_one_factor' : undefined
}

/** When the browser left, hashed with the question. */
function begunIn(secret: string): number {
  return Number(secret.split('.')[1])
}
