import { type Actor, actorOf, hashToken, type Kernel, personBySession, standingOfPerson } from '#kernel'

/** Who stands behind a session token. Kept for a second at most, and dropped at once when users or units change. */
export type ActorCache = { actorOf(token: string): Promise<Actor | undefined>; forget(token?: string): void }

const keptMs = 1_000
const mostKept = 10_000

export function openActorCache(kernel: Kernel): ActorCache {
  const kept = new Map<string, { actor: Actor; until: number }>()
  kernel.feed.subscribe(({ object }) => {
    if (kernel.registry.objects.get(object)?.definition.principal) kept.clear()
  })
  return {
    forget: (token) => (token === undefined ? kept.clear() : void kept.delete(token)),
    actorOf: async (token) => {
      const known = kept.get(token)
      if (known && known.until > Date.now()) return known.actor
      kept.delete(token)
      const person = await personBySession(kernel.db, kernel.registry, hashToken(token))
      if (!person) return undefined
      const actor = actorOf(person, await standingOfPerson(kernel, person), { session: person.session })
      if (kept.size >= mostKept) kept.clear()
      kept.set(token, { actor, until: Date.now() + keptMs })
      return actor
    },
  }
}
