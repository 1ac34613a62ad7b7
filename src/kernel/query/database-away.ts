import { AppError } from '#shared/app-error'
import type { Runner } from './database.ts'

/** PostgreSQL ends, starts, or has no connection left; the network finds nobody there. */
const codes = new Set([
  ...['57P01', '57P02', '57P03', '53300', '08000', '08001', '08003', '08004', '08006'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH'],
])
// The driver has words alone for a connection that breaks under a statement.
const words = /^Connection terminated|not queryable$|^timeout exceeded when trying to connect/

/** Waits for an answer of the server; one that is away is told as such, for the same request may succeed in a moment. */
export async function answered<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw isDatabaseAway(error) ? new AppError(503, 'server.unavailable', { cause: error }) : error
  }
}

/** Whether this came of a server that is away, be it through other errors. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return hasCodeOfIt(error) || words.test(error.message) || isDatabaseAway(error.cause)
}

function hasCodeOfIt(error: Error & { code?: unknown; syscall?: unknown }): boolean {
  // A socket is gone with its server; any other file that is missing says nothing of it.
  return codes.has(String(error.code)) || (error.code === 'ENOENT' && error.syscall === 'connect')
}

/** Refuses with 503 where the database does not answer. */
export async function probe(db: Runner): Promise<void> {
  await db.text('select 1')
}
