import type { Database, Runner } from '../query/database.ts'
import { locks } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { appendShredLog, readShredLog } from './shred-log.ts'

/**
 * Empties the keys of owners for ever and takes away what their values are found by. The rows of the keys stay, also of levels
 * that had none, so that nobody makes new ones.
 */
export async function shredOwners(
  db: Runner,
  owners: readonly string[],
  { actor, reason }: { actor: string | null; reason: string },
): Promise<void> {
  const ids = owners as string[]
  await db.rows(sql`select pg_advisory_xact_lock(${locks.shreds})`)
  await db.rows(sql`
    insert into shred_ledger (owner, actor, reason)
    select owner, ${actor}::uuid, ${reason} from unnest(${ids}::uuid[]) as owner on conflict (owner) do nothing`)
  await db.rows(sql`
    insert into data_key (owner, level, level_key, wrapped, destroyed_at)
    select owner, level, 0, null, now() from unnest(${ids}::uuid[]) as owner, generate_series(1, 3) as level
    on conflict (owner, level) do update set wrapped = null, destroyed_at = coalesce(data_key.destroyed_at, now())`)
  await db.rows(sql`delete from lookup where owner_id = any(${ids}::uuid[]) or record_id = any(${ids}::uuid[])`)
}

/**
 * Before anything else works: what was destroyed once is destroyed here too, be this database from a backup of before, and
 * the log beside the keys learns what only the database knows.
 */
export async function replayShreds(db: Database, folder: string): Promise<number> {
  const logged = await readShredLog(folder)
  const known = new Set(
    (await db.rows<{ owner: string }>(sql`select owner from shred_ledger`)).map(({ owner }) => owner),
  )
  const open = [...new Set(logged)].filter((owner) => !known.has(owner))
  if (open.length) {
    const connection = await db.connect()
    try {
      await connection.text('begin')
      await shredOwners(connection, open, { actor: null, reason: 'replayed after a restore' })
      await connection.text('commit')
      connection.release()
    } catch (error) {
      connection.release(true)
      throw error
    }
  }
  const inLog = new Set(logged)
  await appendShredLog(
    folder,
    [...known].filter((owner) => !inLog.has(owner)),
  ).catch(() => {})
  return open.length
}
