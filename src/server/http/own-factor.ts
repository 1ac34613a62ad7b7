import { type Context, type Person, personById } from '#kernel'
import { readSignInSettings } from '#modules/staff'
import { AppError } from '#shared/app-error'

/** Whoever calls, in person. */
export async function self({ kernel, actor }: Context): Promise<Person> {
  const person = actor.id ? await personById(kernel.db, kernel.registry, actor.id) : undefined
  if (!person) throw new AppError(401, 'access.sign_in_required')
  return person
}

/** Whether the company wants a second factor of whoever calls. */
export async function isFactorNeeded({ kernel, actor }: Context): Promise<boolean> {
  return (await readSignInSettings(kernel.db)).secondFactor.includes(actor.role)
}
