import { auditRow, type Kernel, makeContext, type Person, personByLogin, startSession, systemActor } from '#kernel'
import { AppError } from '#shared/app-error'
import { attempt, isPasswordOf } from './prove-password.ts'

export type From = { ip: string | null; agent: string | null; requestId: string }

/** Checks login and password; every outcome stands in the trail, and refusals all sound the same. */
export async function signIn(
  kernel: Kernel,
  { login, password }: { login: string; password: string },
  from: From,
): Promise<{ person: Person; token: string }> {
  const person = await personByLogin(kernel.db, kernel.registry, login)
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
  const right = await attempt(kernel, { login, ip: from.ip }, () => isPasswordOf(kernel, person, password))
  if (!person || !right) {
    await note('refused', person?.id)
    throw new AppError(401, 'access.wrong_credentials')
  }
  await note('done', person.id)
  const { token } = await startSession(kernel.db, person.id, from)
  return { person, token }
}
