import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

export type Credential = { hash: string; failures: number; lockedFor: number }

/** After five failures each further one doubles the wait, up to fifteen minutes. */
const freeFailures = 5
const longestWait = 900

export async function credentialOf(db: Runner, person: string): Promise<Credential | undefined> {
  const [row] = await db.rows<Credential>(sql`
    select password_hash as hash, failures, coalesce(greatest(ceil(extract(epoch from locked_until - now())), 0), 0)::integer as "lockedFor"
    from credential where user_id = ${person}::uuid`)
  return row
}

export async function setPasswordHash(db: Runner, person: string, hash: string): Promise<void> {
  await db.rows(sql`
    insert into credential (user_id, password_hash) values (${person}, ${hash})
    on conflict (user_id) do update set password_hash = excluded.password_hash, failures = 0, locked_until = null, changed_at = now()`)
}

export async function noteFailure(db: Runner, person: string): Promise<void> {
  await db.rows(sql`
    update credential set failures = failures + 1,
      locked_until = case when failures + 1 >= ${freeFailures}
        then now() + make_interval(secs => least(power(2, failures + 1 - ${freeFailures}), ${longestWait})) end
    where user_id = ${person}::uuid`)
}

export async function noteSuccess(db: Runner, person: string): Promise<void> {
  await db.rows(
    sql`update credential set failures = 0, locked_until = null where user_id = ${person}::uuid and failures > 0`,
  )
}
