import { createHash } from 'node:crypto'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/** Whose attempts are counted together: those on one login, those from one address, or the resets asked for one login. */
export type Counted = { kind: 'login' | 'ip' | 'reset'; text: string }

/** After so many failures each further one doubles the wait, up to fifteen minutes. Many people may share an address. */
const free = { login: 5, ip: 50, reset: 3 } as const
const longestWait = 900
/** Failures further apart than this do not add up. */
const memory = '1 hour'

function keyOf({ kind, text }: Counted): Buffer {
  return createHash('sha256')
    .update(`${kind}\0${text.normalize('NFKC').toLowerCase()}`)
    .digest()
}

/**
 * Counts an attempt as failed before it is looked at, so that guesses sent at the same moment do not all go through; answers
 * with the seconds to wait, or 0 where it may go on.
 */
export async function beginAttempt(db: Runner, counted: Counted): Promise<number> {
  const key = keyOf(counted)
  const limit = free[counted.kind]
  const [row] = await db.rows<{ wait: number }>(sql`
    with begun as (
      insert into sign_in_attempt as known (key, failures) values (${key}, 1)
      on conflict (key) do update set
        failures = case when known.last_at < now() - ${memory}::interval then 1 else known.failures + 1 end,
        last_at = now(),
        blocked_until = case when known.last_at >= now() - ${memory}::interval and known.failures + 1 >= ${limit}
          then now() + make_interval(secs => least(power(2, least(known.failures + 1 - ${limit}, 20)), ${longestWait})) end
      where known.blocked_until is null or known.blocked_until <= now()
      returning 0 as wait
    )
    select wait from begun
    union all
    select ceil(extract(epoch from blocked_until - now()))::integer from sign_in_attempt where key = ${key} and not exists (select from begun)`)
  return Math.max(row?.wait ?? 1, 0)
}

/** It was the right person after all: the login starts afresh. */
export async function forgiveAttempts(db: Runner, counted: Counted): Promise<void> {
  await db.rows(sql`delete from sign_in_attempt where key = ${keyOf(counted)}`)
}

/** Gives this one attempt back and keeps those before: for an address, and for who has come half-way. */
export async function uncountAttempt(db: Runner, counted: Counted): Promise<void> {
  await db.rows(
    sql`update sign_in_attempt set failures = greatest(failures - 1, 0), blocked_until = null where key = ${keyOf(counted)} and failures <= ${free[counted.kind]}`,
  )
}
