import {
  auditRow,
  credentialOf,
  type Kernel,
  makeContext,
  noteFailure,
  noteSuccess,
  type Person,
  personByLogin,
  startSession,
  systemActor,
} from '#kernel'
import { AppError } from '#shared/app-error'
import { verifyNobody, verifyPassword } from './password.ts'

export type From = { ip: string | null; agent: string | null; requestId: string }

/** Checks login and password; every outcome stands in the trail, and refusals all sound the same. */
export async function signIn(
  kernel: Kernel,
  { login, password }: { login: string; password: string },
  from: From,
): Promise<{ person: Person; token: string }> {
  const person = await personByLogin(kernel.db, kernel.registry, login)
  const credential = person && (await credentialOf(kernel.db, person.id))
  const note = async (result: 'done' | 'refused', record?: string): Promise<void> => {
    const ctx = makeContext({
      kernel,
      actor: { ...systemActor, id: person?.id ?? null, role: person?.role ?? 'nobody' },
      channel: 'page',
      ip: from.ip,
      requestId: from.requestId,
    })
    await kernel.audit.write(auditRow(ctx, { action: 'sign_in', record, result }))
  }
  if (!person || !credential) {
    await verifyNobody(password)
    await note('refused')
    throw new AppError(401, 'access.wrong_credentials')
  }
  if (credential.lockedFor > 0)
    throw new AppError(429, 'access.too_many_attempts', { params: { seconds: credential.lockedFor } })
  if (!(await verifyPassword(credential.hash, password))) {
    await noteFailure(kernel.db, person.id)
    await note('refused', person.id)
    throw new AppError(401, 'access.wrong_credentials')
  }
  await noteSuccess(kernel.db, person.id)
  await note('done', person.id)
  const { token } = await startSession(kernel.db, person.id, from)
  return { person, token }
}
