import type { Runner } from './database.ts'
import { sql } from './sql.ts'

/** Advisory locks of the whole database, each held by one process at a time. One list, so that no two parts wait for each other by a number. */
export const locks = {
  migrations: 7_267_001,
  definitions: 7_267_002,
  sealer: 7_267_003,
  shreds: 7_267_004,
  keys: 7_267_005,
  /** Shared by all who write hashes; `index_key_writes` in the database knows this number too. */
  indexKey: 7_267_006,
} as const

/** Lets one after the other do the same thing, so that many at once do not slip past a limit together; until the transaction ends. */
export async function takeTurn(db: Runner, thing: string): Promise<void> {
  await db.rows(sql`select pg_advisory_xact_lock(hashtextextended(${thing}, 0))`)
}
