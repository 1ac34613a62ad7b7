import { actorOf, type Context, makeContext, personByLogin, standingOfPerson } from '#kernel'
import type { House } from './house.ts'

/** Somebody of a house by the login, with the standing that they have at this moment; `proven`: has just proved to be there. */
export async function actAs(
  { kernel }: Pick<House, 'kernel'>,
  login: string,
  { proven = true } = {},
): Promise<Context> {
  const person = await personByLogin(kernel.db, kernel.registry, login)
  if (!person) throw new Error(`nobody active is called ${login}`)
  const standing = await standingOfPerson(kernel, person)
  const provenAt = proven ? new Date().toISOString() : null
  return makeContext({ kernel, actor: actorOf(person, standing, { session: null, provenAt }), channel: 'api' })
}
