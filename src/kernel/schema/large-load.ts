import type { Context } from '../context.ts'
import type { Database } from '../query/database.ts'
import { asOwner } from './migrate.ts'
import type { Rights } from './roles.ts'

/**
 * Lets the search words of the records that this transaction makes wait and enter their indexes in large lots, which
 * doubles the speed of a load. Searches stay right meanwhile, but slow: for loads outside working hours only.
 */
export async function deferIndexing(tx: Context): Promise<void> {
  await tx.db.text(`set local gin_pending_list_limit = '256MB'; set local maintenance_work_mem = '256MB'`)
}

/** Brings what waits into the indexes and tells the planner of the new sizes. A load killed before leaves it to autovacuum. */
export async function finishIndexing(login: Database, rights: Rights): Promise<void> {
  const connection = await login.connect()
  try {
    await connection.text(`set statement_timeout = 0; set maintenance_work_mem = '256MB'`)
    await asOwner(connection, rights, () => connection.text('vacuum (analyze)'))
  } finally {
    connection.release(true)
  }
}
