import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/** `history`: hashes of the passwords before this one, the newest first. */
export type Credential = { hash: string; history: string[]; mustChange: boolean; ageDays: number }

const kept = 5

export async function credentialOf(db: Runner, person: string | null): Promise<Credential | undefined> {
  const [row] = await db.rows<Credential>(sql`
    select password_hash as hash, history, must_change as "mustChange", extract(epoch from now() - changed_at)::float / 86400 as "ageDays"
    from credential where user_id = ${person}::uuid`)
  return row
}

/** `mustChange`: somebody else has set it, so that its owner sets another one at the next sign-in. */
export async function setPasswordHash(
  db: Runner,
  person: string,
  hash: string,
  { mustChange = false } = {},
): Promise<void> {
  await db.rows(sql`
    insert into credential (user_id, password_hash, must_change) values (${person}, ${hash}, ${mustChange})
    on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now(), must_change = excluded.must_change,
      history = (array[credential.password_hash] || credential.history)[1:${kept - 1}]`)
}

/** The same password under today's cost. */
export async function rehash(db: Runner, person: string, hashes: { from: string; to: string }): Promise<void> {
  await db.rows(sql`
    update credential set password_hash = ${hashes.to} where user_id = ${person}::uuid and password_hash = ${hashes.from}`)
}
