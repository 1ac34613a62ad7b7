import type { Runner } from '../query/database.ts'

/**
 * Reads something of people once, in a transaction that keeps it: of a hundred requests by one person, before one signer, each asks
 * who these are and how they stand. `db`: with the sight in which it is read.
 */
export function knownOnce<T>(
  db: Runner & { sight?: { keys: string; clearance: number } },
  what: readonly unknown[],
  read: () => Promise<T>,
): Promise<T> {
  if (!db.known) return read()
  const key = JSON.stringify([db.sight, ...what])
  const known = db.known.get(key)
  // What a key names is always read by the same words, so it is of one type.
  if (known) return known as Promise<T>
  const found = read()
  db.known.set(key, found)
  return found
}
