import { z } from 'zod'
import {
  bindIdentity,
  boundTo,
  isBound,
  type Kernel,
  makeChallenge,
  openChallenge,
  type Person,
  personById,
  personByLogin,
  type SsoIdentity,
  takeChallenge,
} from '#kernel'
import { openSsoSettings, readSignInSettings, type SsoSettings } from '#modules/staff'
import { AppError } from '#shared/app-error'
import { askForFactor, factorState, type GivenFactor, proveFactor } from './factor-step.ts'
import { type From, noteAttempt } from './note-attempt.ts'
import { attempt } from './prove-password.ts'
import { dormantRefusal, enterAs, type Refusal, refuseEntry, type SignedIn } from './sign-in.ts'
import type { SsoClients, Vouched } from './sso-client.ts'

const identitySchema = z.object({ issuer: z.string(), subject: z.string() })
const going = { purpose: 'sso', person: null } as const
const unaccepted: Refusal = { status: 401, code: 'access.sso_refused' }
const overdue: Refusal = { status: 401, code: 'access.sso_overdue' }

/** Begins: a secret for the browser to keep, and the address where somebody signs in. */
export async function leaveForSso(
  kernel: Kernel,
  clients: SsoClients,
  { ip, back }: { ip: string | null; back: string },
): Promise<{ secret: string; url: string }> {
  const settings = await settingsOf(kernel)
  const secret = await makeChallenge(kernel.db, going, ip)
  const url = await clients.wayThere(settings, { secret, back }).catch((cause: unknown) => {
    throw new AppError(503, 'access.sso_unreachable', { params: { issuer: settings.issuer }, cause })
  })
  return { secret, url }
}

/** `waiting`: what the browser keeps while a second factor is asked; it opens nothing by itself. */
export type SsoOutcome = { signedIn: SignedIn } | { refusal: AppError; waiting: string }

/** Lets in who comes back with the other house's word. */
export async function returnFromSso(
  kernel: Kernel,
  clients: SsoClients,
  { secret, back, from }: { secret: string; back: URL; from: From },
): Promise<SsoOutcome> {
  const settings = await settingsOf(kernel)
  let vouched: Vouched | undefined
  let refusal = overdue
  let cause: unknown
  // Nobody has been named yet: only the address counts.
  await attempt(kernel, { ip: from.ip }, async () => {
    if (!(await takeChallenge(kernel.db, secret, going))) return false
    refusal = unaccepted
    vouched = await clients.whoCame(settings, secret, back).catch((error: unknown) => {
      cause = error
      return undefined
    })
    return vouched !== undefined && 'half'
  })
  if (!vouched) return refuseEntry(kernel, undefined, { refusal, from, cause })
  return admit(kernel, { settings, vouched, from })
}

/** Goes on where a second factor was asked. */
export async function finishSso(
  kernel: Kernel,
  { waiting, given, from }: { waiting: string; given: GivenFactor; from: From },
): Promise<SignedIn> {
  const id = await openChallenge(kernel.db, waiting, 'sso_factor')
  const person = id && (await personById(kernel.db, kernel.registry, id))
  if (!person) return refuseEntry(kernel, undefined, { refusal: overdue, from })
  const settings = await readSignInSettings(kernel.db)
  let refusal: Refusal | undefined
  let proven: { passkey?: string; setUp?: boolean } = {}
  await attempt(kernel, { login: person.login, ip: from.ip }, async () => {
    const { on } = await factorState(kernel, person, settings)
    const outcome = await proveFactor(kernel, person, { given, on, from })
    if ('code' in outcome) refusal = outcome
    else proven = { passkey: outcome.passkey, setUp: outcome.result === 'set up' }
    return refusal === undefined
  })
  // Of two who come with it at the same moment one gets in.
  const taken = { purpose: 'sso_factor', person: person.id } as const
  if (!refusal && !(await takeChallenge(kernel.db, waiting, taken))) refusal = overdue
  if (!refusal) refusal = await bind(kernel, person, identityIn(waiting))
  if (refusal) return refuseEntry(kernel, person, { refusal, from })
  return enterAs(kernel, person, { from, method: 'sso', proven: true, step: 'sso and second factor', ...proven })
}

async function settingsOf(kernel: Kernel): Promise<SsoSettings> {
  const settings = await openSsoSettings(kernel)
  if (!settings) throw new AppError(404, 'access.sso_off')
  return settings
}

type Arrival = { settings: SsoSettings; vouched: Vouched; from: From }

async function admit(kernel: Kernel, { settings, vouched, from }: Arrival): Promise<SsoOutcome> {
  const found = await identify(kernel, settings, vouched)
  if ('refusal' in found) return refuseEntry(kernel, found.person, { refusal: found.refusal, from })
  const { person } = found
  let refusal: Refusal | undefined
  let asked = false
  await attempt(kernel, { login: person.login, ip: from.ip }, async () => {
    const policy = await readSignInSettings(kernel.db)
    refusal = await dormantRefusal(kernel, person, policy)
    if (refusal) return 'half'
    const factor = await factorState(kernel, person, policy)
    asked = factor.asked && !(settings.trustMfa && saysMfa(vouched))
    if (asked) refusal = await askForFactor(kernel, person, { on: factor.on, from })
    return asked ? 'half' : true
  })
  if (!refusal) refusal = await bind(kernel, person, vouched)
  if (!refusal) return { signedIn: await enterAs(kernel, person, { from, method: 'sso', step: 'sso' }) }
  if (!asked) return refuseEntry(kernel, person, { refusal, from })
  await noteAttempt(kernel, person, from, { result: 'refused', step: refusal.code })
  const waiter = { purpose: 'sso_factor', person: person.id } as const
  const waiting = await makeChallenge(kernel.db, waiter, from.ip, textOf(vouched))
  return { waiting, refusal: new AppError(refusal.status, refusal.code, { details: refusal.details }) }
}

type Found = { person: Person } | { person?: Person; refusal: Refusal }

/** By the number that was bound; at the first time by the login that the other house names. */
async function identify(kernel: Kernel, { claim }: SsoSettings, vouched: Vouched): Promise<Found> {
  const { db, registry } = kernel
  const bound = await boundTo(db, vouched)
  if (bound) {
    const person = await personById(db, registry, bound)
    return person ? { person } : { refusal: { status: 403, code: 'access.sso_inactive' } }
  }
  const login = loginIn(vouched, claim)
  if (!login) return { refusal: { status: 403, code: 'access.sso_nameless', params: { claim } } }
  const person = await personByLogin(db, registry, login)
  if (!person) return { refusal: { status: 403, code: 'access.sso_unknown', params: { login } } }
  return (await isBound(db, person.id, vouched.issuer)) ? { person, refusal: otherwise(person) } : { person }
}

/** Once everything is proved: who is bound to the account earlier could keep its owner out. */
async function bind(kernel: Kernel, person: Person, identity: SsoIdentity): Promise<Refusal | undefined> {
  return (await bindIdentity(kernel.db, person.id, identity)) ? undefined : otherwise(person)
}

function otherwise({ login }: Person): Refusal {
  return { status: 403, code: 'access.sso_other', params: { login } }
}

/** Travels with the browser behind the question, under its hash. */
function textOf({ issuer, subject }: SsoIdentity): string {
  return Buffer.from(JSON.stringify({ issuer, subject })).toString('base64url')
}

function identityIn(waiting: string): SsoIdentity {
  const text = Buffer.from(waiting.split('.')[1] ?? '', 'base64url').toString('utf8')
  return identitySchema.parse(JSON.parse(text))
}

/** A mail address that the other house has not verified is whatever somebody typed there. */
function loginIn({ claims }: Vouched, claim: string): string | undefined {
  const value = claims[claim]
  if (typeof value !== 'string' || !value || value.length > 200) return undefined
  return claim === 'email' && claims.email_verified === false ? undefined : value
}

/** Whether the other house says that it asked for several factors. */
export function saysMfa({ claims: { amr } }: Vouched): boolean {
  return Array.isArray(amr) && amr.includes('mfa')
}
