import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

export type Credential = { hash: string; changedAt: string }

export async function credentialOf(db: Runner, person: string | null): Promise<Credential | undefined> {
  const [row] = await db.rows<Credential>(
    sql`select password_hash as hash, changed_at as "changedAt" from credential where user_id = ${person}::uuid`,
  )
  return row
}

export async function setPasswordHash(db: Runner, person: string, hash: string): Promise<void> {
  await db.rows(sql`
    insert into credential (user_id, password_hash) values (${person}, ${hash})
    on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now()`)
}
