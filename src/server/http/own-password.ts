import { personById } from '#kernel'
import { attempt, isPasswordOf } from '../sign-in/prove-password.ts'
import type { Call } from './route.ts'

/** Whether whoever calls knows the own password; guessing counts as it does at sign-in. */
export async function ownPassword({ ctx, kernel }: Pick<Call, 'ctx' | 'kernel'>, password: string): Promise<boolean> {
  const person = ctx.actor.id ? await personById(kernel.db, kernel.registry, ctx.actor.id) : undefined
  if (!person) return false
  return attempt(kernel, { login: person.login, ip: ctx.ip }, () => isPasswordOf(kernel, person, password))
}
