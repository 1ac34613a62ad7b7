import {
  type Actor,
  actorOf,
  auditRow,
  endSession,
  endsAccess,
  hashToken,
  holderOfKey,
  type Kernel,
  type KeyLimits,
  makeContext,
  personBySession,
  standingOfPerson,
  touchApiKey,
  touchSession,
} from '#kernel'
import { areDifferentAgents } from './agent-family.ts'

/** Who calls; `limits` where a program does so with an API key. */
export type Caller = { actor: Actor; limits?: KeyLimits }

/** What a request brings with it. */
export type Presented = {
  token: string
  isKey: boolean
  ip: string | null
  /** What the program calls itself; absent where the server asks by itself. */
  agent?: string | null
  /** Asked by the server itself or by a page that nobody sits at; does not keep a session alive. */
  unattended?: boolean
}

/** Who stands behind a token. Kept for a moment, and dropped at once when users, units, sessions or keys change. */
export type ActorCache = { callerOf(presented: Presented): Promise<Caller | undefined>; forget(token?: string): void }

/** `roles`: those that its standing was added up from. */
type Kept = Found & { until: number; roles: Kernel['roles'] }

/** With the look that open streams take this often, a lost notice delays the end of access by less than a second. */
const keptMs = 400
const mostKept = 10_000

export function openActorCache(kernel: Kernel): ActorCache {
  const kept = new Map<string, Kept>()
  let generation = 0
  const forgetAll = (): void => {
    generation++
    kept.clear()
  }
  kernel.feed.subscribe((event) => {
    if (endsAccess(event) || kernel.registry.objects.get(event.object)?.definition.principal) forgetAll()
  })
  const look = async ({ token, isKey }: Presented): Promise<Kept | undefined> => {
    const asked = generation
    const { roles } = kernel
    const caller = await (isKey ? byKey(kernel, token) : bySession(kernel, token))
    if (!caller) return undefined
    const found = { ...caller, roles, until: Date.now() + keptMs }
    if (kept.size >= mostKept) kept.clear()
    // What was read before somebody's rights ended must not outlive the notice of it.
    if (asked === generation) kept.set(token, found)
    return found
  }
  return {
    forget: (token) => (token === undefined ? forgetAll() : void kept.delete(token)),
    callerOf: async (presented) => {
      if (!presented.token) return undefined
      const known = kept.get(presented.token)
      const found = known && known.until > Date.now() && known.roles === kernel.roles ? known : await look(presented)
      if (!found) return undefined
      if (presented.agent !== undefined && areDifferentAgents(found.agent, presented.agent)) {
        kept.delete(presented.token)
        await endStolen(kernel, found.actor, presented)
        return undefined
      }
      if (found.unseen && !presented.unattended) {
        found.unseen = false
        const { session, token } = found.actor
        if (session) await touchSession(kernel.db, session)
        if (token) await touchApiKey(kernel.db, token, presented.ip)
      }
      return found
    },
  }
}

/** `agent`: the browser that the session began in. */
type Found = Caller & { unseen: boolean; agent: string | null }

/** A cookie does not move to another browser by itself: the session ends, and those who watch are told. */
async function endStolen(kernel: Kernel, actor: Actor, { ip, agent }: Presented): Promise<void> {
  if (!actor.session) return
  await endSession(kernel.db, actor.session)
  const ctx = makeContext({ kernel, actor, channel: 'page', ip })
  const detail = { agent: (agent ?? '').slice(0, 200) }
  const facts = {
    action: 'alarm',
    object: 'session',
    record: actor.session,
    owner: actor.id,
    result: 'refused',
  } as const
  await kernel.audit.write(auditRow(ctx, { ...facts, reason: 'access.session_moved', detail }))
}

async function bySession(kernel: Kernel, token: string): Promise<Found | undefined> {
  const person = await personBySession(kernel.db, kernel.registry, hashToken(token))
  if (!person) return undefined
  const { session, provenAt, unseen, agent } = person
  return { actor: actorOf(person, await standingOfPerson(kernel, person), { session, provenAt }), unseen, agent }
}

/** A key sees what its owner sees; what is done beside records asks for the owner in person. */
async function byKey(kernel: Kernel, token: string): Promise<Found | undefined> {
  const key = await holderOfKey(kernel.db, kernel.registry, token)
  if (!key) return undefined
  const { owner, id, unseen, scopes, networks, purpose } = key
  const standing = { ...(await standingOfPerson(kernel, owner)), duties: [] }
  return {
    actor: actorOf(owner, standing, { session: null, token: id }),
    limits: { scopes, networks, purpose },
    unseen,
    agent: null,
  }
}
