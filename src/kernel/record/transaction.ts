import type { Context } from '../context.ts'
import type { Connection } from '../query/database.ts'
import { databaseError } from './database-error.ts'

/** Row-level security reads `app.keys`; sent as text with BEGIN so that it costs no message of its own. */
function seeing(keys: string): string {
  return `set local app.keys = '{${keys}}'`
}

/** Runs `work` in a transaction that sees what the actor may see; nests into one that is already open. */
export async function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.tx) return nested(ctx, ctx.tx, work)
  const connection = await ctx.kernel.db.connect()
  const result = await attempt(ctx, connection, async (tx) => {
    const done = await work(tx)
    await connection.text('commit')
    return done
  })
  connection.release()
  for (const follow of connection.committed) await follow()
  return result
}

/** The same for work that only reads: nothing hangs on its end, so nobody waits for it. */
export async function inReading<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.tx) return nested(ctx, ctx.tx, work)
  const connection = await ctx.kernel.db.connect()
  const result = await attempt(ctx, connection, work)
  connection.text('commit').then(
    () => connection.release(),
    () => connection.release(true),
  )
  return result
}

async function attempt<T>(ctx: Context, connection: Connection, work: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    connection.keys = ctx.actor.keys.join(',')
    const begun = connection.text(`begin; ${seeing(connection.keys)}`)
    // Sent together with the first statement of the work, which fails when this does.
    begun.catch(() => {})
    const result = await work(ctx.with({ tx: connection }))
    await begun
    return result
  } catch (error) {
    connection.release(!(await rollback(connection)))
    throw databaseError(error)
  }
}

/** Somebody else acts inside the same transaction, such as the system: the net widens for that part of the work. */
async function nested<T>(ctx: Context, connection: Connection, work: (ctx: Context) => Promise<T>): Promise<T> {
  const own = ctx.actor.keys.join(',')
  return own === connection.keys ? work(ctx) : withKeys(connection, own, () => work(ctx))
}

/** Widens what row-level security lets through for one statement that moves a record out of its writer's own sight. */
export async function beyondSight<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  if (!ctx.tx) throw new Error('beyondSight needs the transaction of the write')
  return withKeys(ctx.tx, '1', work)
}

/** An error undoes the setting in the database, with the savepoint or the transaction that it ends. */
async function withKeys<T>(connection: Connection, keys: string, work: () => Promise<T>): Promise<T> {
  const before = connection.keys
  connection.keys = keys
  await connection.text(seeing(keys))
  try {
    const result = await work()
    await connection.text(seeing(before))
    return result
  } finally {
    connection.keys = before
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
