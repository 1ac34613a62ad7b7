import { type Context, withChanges } from '../context.ts'
import type { Connection } from '../query/database.ts'
import { databaseError } from './database-error.ts'

/** Row-level security reads `app.keys`; sent as text with BEGIN so that it costs no message of its own. */
function begin(keys: readonly number[]): string {
  return `begin; set local app.keys = '{${keys.join(',')}}'`
}

/** Runs `work` in a transaction that sees what the actor may see; nests into one that is already open. */
export async function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.tx) return work(ctx)
  const connection = await ctx.kernel.db.connect()
  let broken = false
  try {
    await connection.text(begin(ctx.actor.keys))
    const result = await work(withChanges(ctx, { tx: connection }))
    await connection.text('commit')
    return result
  } catch (error) {
    broken = !(await rollback(connection))
    throw databaseError(error)
  } finally {
    connection.release(broken)
  }
}

/** Widens what row-level security lets through for one statement that moves a record out of its writer's own sight. */
export async function beyondSight<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  await ctx.db.text(`set local app.keys = '{1}'`)
  try {
    return await work()
  } finally {
    await ctx.db.text(`set local app.keys = '{${ctx.actor.keys.join(',')}}'`)
  }
}

async function rollback(connection: Connection): Promise<boolean> {
  try {
    await connection.text('rollback')
    return true
  } catch {
    return false
  }
}
