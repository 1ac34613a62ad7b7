import { type Person, personById } from '#kernel'
import { attempt, isPasswordOf } from '../sign-in/prove-password.ts'
import { hasSecondFactor, proveSecondFactor } from '../sign-in/second-factor.ts'
import type { Call } from './route.ts'

type Own = Pick<Call, 'ctx' | 'kernel'>

/** Whether whoever calls knows the own password; guessing counts as it does at sign-in. */
export function ownPassword(own: Own, password: string): Promise<boolean> {
  return prove(own, (person) => isPasswordOf(own.kernel, person, password))
}

/** Whether whoever calls has the own second factor at hand. */
export function ownCode(own: Own, code: string): Promise<boolean> {
  return prove(own, async ({ id }) => {
    if (!(await hasSecondFactor(own.kernel, id))) return false
    return (await proveSecondFactor(own.kernel, id, code)) !== undefined
  })
}

async function prove({ ctx, kernel }: Own, work: (person: Person) => Promise<boolean>): Promise<boolean> {
  const person = ctx.actor.id ? await personById(kernel.db, kernel.registry, ctx.actor.id) : undefined
  if (!person) return false
  return attempt(kernel, { login: person.login, ip: ctx.ip }, () => work(person))
}
