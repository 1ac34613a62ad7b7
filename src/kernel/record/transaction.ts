import { type Actor, seesAll, systemActor } from '../access/actor.ts'
import type { Context } from '../context.ts'
import type { Connection, Sight } from '../query/database.ts'
import { databaseError } from './database-error.ts'

/** What row-level security reads; sent as text with BEGIN so that it costs no message of its own. */
function seeing({ keys, clearance }: Sight): string {
  return `set local app.keys = '{${keys}}'; set local app.clearance = '${clearance}'`
}

/** Whose policies look at no row, for who sees all; the plans that a connection keeps are made anew with every change of roles. */
function reading(ctx: Context): string {
  const { reader } = ctx.kernel.db
  return reader && seesAll(ctx.actor) ? `; set local role ${reader}` : ''
}

function sightOf({ keys, clearance }: Pick<Actor, 'keys' | 'clearance'>): Sight {
  return { keys: keys.join(','), clearance }
}

/** Runs `work` in a transaction that sees what the actor may see; nests into one that is already open. */
export async function inTransaction<T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> {
  if (ctx.tx) return nested(ctx, ctx.tx, work)
  const connection = await ctx.kernel.db.connect()
  const result = await attempt(ctx, connection, async (tx) => {
    const done = await work(tx)
    await finishGathered(connection)
    await Promise.all([...connection.behind, connection.text('commit')])
    return done
  })
  connection.release()
  for (const follow of connection.committed) await follow()
  return result
}

/**
 * Leaves something to the end of the transaction, where `work` gets all that was left to it, once: a thousand records that go to
 * one person are one message. What a savepoint takes back is not among it.
 */
export function gather<T>(ctx: Context, work: (ctx: Context, items: readonly T[]) => Promise<void>, item: T): void {
  if (!ctx.tx) throw new Error('What is gathered belongs to a transaction')
  // Items are kept with the work that they were left to, so they are of its type.
  ctx.tx.gathered.push({ sort: work, item, finish: (items) => work(ctx, items as readonly T[]) })
}

async function finishGathered(connection: Connection): Promise<void> {
  for (;;) {
    const [first] = connection.gathered
    if (!first) return
    const same = connection.gathered.filter(({ sort }) => sort === first.sort)
    connection.gathered = connection.gathered.filter(({ sort }) => sort !== first.sort)
    await first.finish(same.map(({ item }) => item))
  }
}

/** Work in an open transaction that takes back itself alone when it fails. */
export async function inSavepoint<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  if (!ctx.tx) throw new Error('A savepoint stands in a transaction')
  const gathered = ctx.tx.gathered.length
  sendBehind(ctx.tx, 'savepoint part')
  const behind = ctx.tx.behind.length
  try {
    const result = await work()
    sendBehind(ctx.tx, 'release savepoint part')
    await Promise.all(ctx.tx.behind.slice(behind))
    return result
  } catch (failure) {
    const error = await causeOf(ctx.tx, failure, behind)
    await ctx.tx.text('rollback to savepoint part')
    ctx.tx.gathered.length = gathered
    ctx.tx.behind.length = behind
    ctx.tx.known?.clear()
    throw error
  }
}

/** The same for work that only reads: nothing hangs on its end, so nobody waits for it. `many` records are looked at, or one. */
export async function inReading<T>(
  ctx: Context,
  work: (ctx: Context) => Promise<T>,
  { many = false }: { many?: boolean } = {},
): Promise<T> {
  if (ctx.tx) return nested(ctx, ctx.tx, work)
  const connection = await ctx.kernel.db.connect()
  const result = await attempt(ctx, connection, work, many ? reading(ctx) : '')
  Promise.all([...connection.behind, connection.text('commit')]).then(
    () => connection.release(),
    () => connection.release(true),
  )
  return result
}

async function attempt<T>(
  ctx: Context,
  connection: Connection,
  work: (ctx: Context) => Promise<T>,
  role = '',
): Promise<T> {
  try {
    connection.sight = sightOf(ctx.actor)
    const begun = connection.text(`begin; ${seeing(connection.sight)}${role}`)
    // Sent together with the first statement of the work, which fails when this does.
    begun.catch(() => {})
    const result = await work(ctx.with({ tx: connection }))
    await begun
    return result
  } catch (failure) {
    const error = await causeOf(connection, failure, 0)
    connection.release(!(await rollback(connection)))
    throw databaseError(error)
  }
}

/** Where a statement that nobody waited for has failed, all others are refused after it: tells of the first. */
async function causeOf(connection: Connection, failure: unknown, from: number): Promise<unknown> {
  if (!isRefusedAfter(failure)) return failure
  for (const sent of await Promise.allSettled(connection.behind.slice(from)))
    if (sent.status === 'rejected' && !isRefusedAfter(sent.reason)) return sent.reason
  return failure
}

/** The transaction had failed before. */
export function isRefusedAfter(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25P02'
}

/** Somebody else acts inside the same transaction, such as the system: the net widens for that part of the work. */
async function nested<T>(ctx: Context, connection: Connection, work: (ctx: Context) => Promise<T>): Promise<T> {
  const own = sightOf(ctx.actor)
  return withSight(connection, own, () => work(ctx))
}

/** Widens what row-level security lets through for one statement that moves a record out of its writer's own sight. */
export async function beyondSight<T>(ctx: Context, work: () => Promise<T>): Promise<T> {
  if (!ctx.tx) throw new Error('beyondSight needs the transaction of the write')
  return withSight(ctx.tx, sightOf(systemActor), work)
}

/** An error undoes the setting in the database, with the savepoint or the transaction that it ends. */
async function withSight<T>(connection: Connection, sight: Sight, work: () => Promise<T>): Promise<T> {
  const before = connection.sight
  if (before.keys === sight.keys && before.clearance === sight.clearance) return work()
  see(connection, sight)
  try {
    const result = await work()
    see(connection, before)
    return result
  } finally {
    connection.sight = before
  }
}

function see(connection: Connection, sight: Sight): void {
  connection.sight = sight
  sendBehind(connection, seeing(sight))
}

function sendBehind(connection: Connection, statement: string): void {
  leaveBehind(connection, connection.text(statement))
}

/**
 * A statement whose answer nothing hangs on: it is sent together with the one that follows, which fails when this does; so does the
 * commit, were nothing to follow. Where no transaction would tell of it, it is waited for.
 */
export async function withoutWaiting({ tx }: Context, sent: Promise<unknown>): Promise<void> {
  if (tx) leaveBehind(tx, sent)
  else await sent
}

function leaveBehind(connection: Connection, sent: Promise<unknown>): void {
  sent.catch(() => {})
  connection.behind.push(sent)
}

async function rollback(connection: Connection): Promise<boolean> {
  try {
    await connection.text('rollback')
    return true
  } catch {
    return false
  }
}
