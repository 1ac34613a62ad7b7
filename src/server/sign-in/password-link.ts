import {
  accountLink,
  auditRow,
  beginAttempt,
  endSessionsOf,
  type Kernel,
  type LinkPurpose,
  makeContext,
  type Person,
  personById,
  systemActor,
  takeAccountLink,
} from '#kernel'
import { queueReset } from '#modules/staff'
import { AppError } from '#shared/app-error'
import { changePassword } from './change-password.ts'
import type { From } from './note-attempt.ts'

type Linked = { purpose: LinkPurpose; login: string; name: string }

/**
 * Takes note that somebody forgot a password. Nothing here looks whether the login exists, so nothing can tell: what is done
 * about it happens later, out of the asker's sight.
 */
export async function askReset(kernel: Kernel, login: string, from: From): Promise<void> {
  const counted = [
    { kind: 'reset', text: login } as const,
    ...(from.ip ? [{ kind: 'ip', text: from.ip } as const] : []),
  ]
  for (const each of counted) {
    const seconds = await beginAttempt(kernel.db, each)
    if (seconds > 0) throw new AppError(429, 'access.too_many_attempts', { params: { seconds } })
  }
  await houseFor(kernel, from).transaction((tx) => queueReset(tx, login))
}

/** Who sets a password on this link. */
export async function whoseLink(kernel: Kernel, token: string): Promise<Linked> {
  const link = await accountLink(kernel.db, token)
  const person = link && (await personById(kernel.db, kernel.registry, link.person))
  if (!person) throw new AppError(403, 'access.link_invalid')
  return { purpose: link.purpose, login: person.login, name: person.name }
}

/**
 * Sets a password and uses the link up, both or neither: a password that the rules refuse leaves the link good. All sessions
 * end; the second factor stays.
 */
export async function setByLink(
  kernel: Kernel,
  { token, password }: { token: string; password: string },
  from: From,
): Promise<Linked> {
  return houseFor(kernel, from).transaction(async (tx) => {
    const link = await takeAccountLink(tx.db, token)
    const person = link && (await personById(tx.db, kernel.registry, link.person))
    if (!person) throw new AppError(403, 'access.link_invalid')
    await changePassword(tx.db, { person, password })
    await endSessionsOf(tx.db, person.id)
    await noteUse(kernel, person, { from, purpose: link.purpose })
    return { purpose: link.purpose, login: person.login, name: person.name }
  })
}

/** The house acts for who has not signed in. */
function houseFor(kernel: Kernel, { ip, requestId }: From) {
  return makeContext({ kernel, actor: systemActor, channel: 'page', ip, requestId, systemReason: 'password link' })
}

async function noteUse(
  kernel: Kernel,
  { id, role }: Person,
  { from, purpose }: { from: From; purpose: LinkPurpose },
): Promise<void> {
  const actor = { ...systemActor, id, role }
  const ctx = makeContext({ kernel, actor, channel: 'page', ip: from.ip, requestId: from.requestId })
  const facts = { action: 'configure', object: 'user', record: id, fields: ['password'] } as const
  await kernel.audit.write(auditRow(ctx, { ...facts, detail: { link: purpose } }))
}
