import { type Actor, actorOf, hashToken, type Kernel, personBySession, standingOfPerson, touchSession } from '#kernel'

/** Who stands behind a session token. Kept for a second at most, and dropped at once when users, units or sessions change. */
export type ActorCache = {
  /** `unattended`: asked by the server itself or by a page that nobody sits at; does not keep a session alive. */
  actorOf(token: string, options?: { unattended?: boolean }): Promise<Actor | undefined>
  forget(token?: string): void
}

type Kept = { actor: Actor; until: number; unseen: boolean }

const keptMs = 1_000
const mostKept = 10_000

export function openActorCache(kernel: Kernel): ActorCache {
  const kept = new Map<string, Kept>()
  let generation = 0
  const forgetAll = (): void => {
    generation++
    kept.clear()
  }
  kernel.feed.subscribe(({ object }) => {
    if (object === 'session' || kernel.registry.objects.get(object)?.definition.principal) forgetAll()
  })
  const look = async (token: string): Promise<Kept | undefined> => {
    const asked = generation
    const person = await personBySession(kernel.db, kernel.registry, hashToken(token))
    if (!person) return undefined
    const { session, provenAt, unseen } = person
    const actor = actorOf(person, await standingOfPerson(kernel, person), { session, provenAt })
    const found = { actor, until: Date.now() + keptMs, unseen }
    if (kept.size >= mostKept) kept.clear()
    // What was read before somebody's rights ended must not outlive the notice of it.
    if (asked === generation) kept.set(token, found)
    return found
  }
  return {
    forget: (token) => (token === undefined ? forgetAll() : void kept.delete(token)),
    actorOf: async (token, { unattended = false } = {}) => {
      if (!token) return undefined
      const known = kept.get(token)
      if (known && known.until <= Date.now()) kept.delete(token)
      const found = kept.get(token) ?? (await look(token))
      if (!found) return undefined
      if (found.unseen && !unattended && found.actor.session) {
        found.unseen = false
        await touchSession(kernel.db, found.actor.session)
      }
      return found.actor
    },
  }
}
