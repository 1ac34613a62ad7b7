import { randomBytes, randomUUID } from 'node:crypto'
import type { Registry } from '../object/registry.ts'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { announce } from './announce.ts'
import { type Person, personById } from './people.ts'
import { hashToken } from './sessions.ts'

/** `read`, `write`, or either for one object: `read:customers`. Who may write may read. */
export type KeyLimits = {
  scopes: readonly string[]
  networks: readonly string[]
  /** Id of the purpose of use under which alone it works; none = like its owner. */
  purpose?: string | null
}

export type ApiKeyView = KeyLimits & {
  id: string
  name: string
  createdAt: string
  expiresAt: string
  seenAt: string | null
  seenIp: string | null
}

/** Begins with a mark of its own, so that scanners of code and logs can recognise a lost one. */
const mark = 'dsk_'

export async function makeApiKey(
  db: Runner,
  owner: string,
  { name, days, scopes, networks, purpose }: KeyLimits & { name: string; days: number },
): Promise<{ id: string; token: string; expiresAt: string }> {
  const id = randomUUID()
  const token = mark + randomBytes(32).toString('base64url')
  const [made] = await db.rows<{ expiresAt: string }>(sql`
    insert into api_key (id, token_hash, user_id, name, scopes, networks, purpose, expires_at)
    values (${id}, ${hashToken(token)}, ${owner}, ${name}, ${scopes as string[]}::text[], ${networks as string[]}::text[],
      ${purpose ?? null}::uuid, now() + make_interval(days => ${days}))
    returning expires_at as "expiresAt"`)
  return { id, token, expiresAt: made?.expiresAt ?? '' }
}

const view = sql`id, name, scopes, networks, purpose, created_at as "createdAt", expires_at as "expiresAt", seen_at as "seenAt", seen_ip as "seenIp"`

/** Those that have run out are listed for a month, so that whoever wonders why a program stopped finds them. */
export async function apiKeysOf(db: Runner, owner: string): Promise<ApiKeyView[]> {
  return db.rows<ApiKeyView>(sql`
    select ${view} from api_key where user_id = ${owner}::uuid and expires_at > now() - interval '30 days' order by created_at desc, id`)
}

export async function apiKeyOwner(db: Runner, id: string): Promise<string | undefined> {
  const [row] = await db.rows<{ owner: string }>(sql`select user_id as owner from api_key where id = ${id}::uuid`)
  return row?.owner
}

/** `unseen`: its use has not been noted for a minute. */
export type KeyHolder = KeyLimits & { id: string; unseen: boolean; owner: Person }

/** The key behind a token, and its owner where both still count. */
export async function holderOfKey(db: Runner, registry: Registry, token: string): Promise<KeyHolder | undefined> {
  if (!token.startsWith(mark)) return undefined
  const [key] = await db.rows<KeyLimits & { id: string; user: string; unseen: boolean }>(sql`
    select id, user_id as user, scopes, networks, purpose, coalesce(seen_at < now() - interval '1 minute', true) as unseen
    from api_key where token_hash = ${hashToken(token)} and expires_at > now()`)
  const owner = key && (await personById(db, registry, key.user))
  return owner && { ...key, owner }
}

export async function touchApiKey(db: Runner, id: string, ip: string | null): Promise<void> {
  await db.rows(sql`update api_key set seen_at = now(), seen_ip = ${ip} where id = ${id}::uuid`)
}

export async function endApiKey(db: Runner, id: string): Promise<void> {
  await db.rows(sql`delete from api_key where id = ${id}::uuid`)
  await announce(db, 'api_key', [id])
}

export async function endApiKeysOf(db: Runner, owner: string): Promise<void> {
  const ended = await db.rows<{ id: string }>(sql`delete from api_key where user_id = ${owner}::uuid returning id`)
  await announce(
    db,
    'api_key',
    ended.map(({ id }) => id),
  )
}
