import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

const absoluteHours = 12

/** Opaque 256-bit tokens; the database knows their hash alone. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export async function startSession(
  db: Runner,
  person: string,
  from: { ip: string | null; agent: string | null },
): Promise<{ id: string; token: string }> {
  const token = randomBytes(32).toString('base64url')
  const id = randomUUID()
  await db.rows(sql`
    insert into session (id, token_hash, user_id, expires_at, ip, agent)
    values (${id}, ${hashToken(token)}, ${person}, now() + make_interval(hours => ${absoluteHours}), ${from.ip}, ${from.agent})`)
  return { id, token }
}

export async function endSession(db: Runner, id: string): Promise<void> {
  await db.rows(sql`delete from session where id = ${id}::uuid`)
}

export async function endSessionsOf(db: Runner, person: string): Promise<void> {
  await db.rows(sql`delete from session where user_id = ${person}::uuid`)
}
