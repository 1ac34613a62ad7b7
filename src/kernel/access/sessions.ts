import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Runner } from '../query/database.ts'
import { all, type Sql, sql } from '../query/sql.ts'
import { announce } from './announce.ts'

/** A session ends when nobody has used it for this long, and in any case after this many hours. */
const idleMinutes = 30
const absoluteHours = 12

export type SignInMethod = 'password' | 'passkey' | 'sso'

export type SessionView = {
  id: string
  createdAt: string
  seenAt: string
  expiresAt: string
  method: SignInMethod
  ip: string | null
  agent: string | null
}

/** What holds of a session that still counts. */
export const isLive: Sql = sql`session.expires_at > now() and session.seen_at > now() - make_interval(mins => ${idleMinutes})`

/** Opaque 256-bit tokens; the database knows their hash alone. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A new opaque token. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whoever comes in by another house's word alone has proved nothing here yet. */
export async function startSession(
  db: Runner,
  person: string,
  from: { ip: string | null; agent: string | null; method?: SignInMethod; proven?: boolean },
): Promise<{ id: string; token: string }> {
  const token = makeToken()
  const id = randomUUID()
  const { method = 'password', proven = method !== 'sso' } = from
  const provenAt = proven ? sql`now()` : sql`null`
  await db.rows(sql`
    insert into session (id, token_hash, user_id, expires_at, ip, agent, method, proven_at)
    values (${id}, ${hashToken(token)}, ${person}, now() + make_interval(hours => ${absoluteHours}), ${from.ip}, ${from.agent}, ${method}, ${provenAt})`)
  return { id, token }
}

/** A proof of presence: the token is exchanged, so that one known from before is worth nothing afterwards. */
export async function renewSession(db: Runner, id: string): Promise<{ token: string; provenAt: string } | undefined> {
  const token = makeToken()
  const [renewed] = await db.rows<{ provenAt: string }>(sql`
    update session set token_hash = ${hashToken(token)}, proven_at = now(), seen_at = now()
    where id = ${id}::uuid and ${isLive} returning proven_at as "provenAt"`)
  return renewed && { token, ...renewed }
}

/** The live sessions of a person, the one used last first. */
export async function sessionsOf(db: Runner, person: string): Promise<SessionView[]> {
  return db.rows<SessionView>(sql`
    select id, created_at as "createdAt", seen_at as "seenAt", expires_at as "expiresAt", method, ip, agent
    from session where user_id = ${person}::uuid and ${isLive} order by seen_at desc, id`)
}

export async function sessionOwner(db: Runner, id: string): Promise<string | undefined> {
  const [row] = await db.rows<{ owner: string }>(sql`select user_id as owner from session where id = ${id}::uuid`)
  return row?.owner
}

export async function sessionMethod(db: Runner, id: string): Promise<SignInMethod | undefined> {
  const [row] = await db.rows<{ method: SignInMethod }>(sql`select method from session where id = ${id}::uuid`)
  return row?.method
}

/** Somebody is still there. Written once a minute at most. */
export async function touchSession(db: Runner, id: string): Promise<void> {
  await db.rows(
    sql`update session set seen_at = now() where id = ${id}::uuid and seen_at < now() - interval '1 minute'`,
  )
}

export async function endSession(db: Runner, id: string): Promise<void> {
  await end(db, sql`id = ${id}::uuid`)
}

/** Ends all sessions of a person, or all but one; answers with those that ended. */
export async function endSessionsOf(db: Runner, person: string, except?: string | null): Promise<string[]> {
  const others = except ? [sql`id <> ${except}::uuid`] : []
  return end(db, all([sql`user_id = ${person}::uuid`, ...others]))
}

async function end(db: Runner, which: Sql): Promise<string[]> {
  const ended = await db.rows<{ id: string }>(sql`delete from session where ${which} returning id`)
  const ids = ended.map(({ id }) => id)
  await announce(db, 'session', ids)
  return ids
}
