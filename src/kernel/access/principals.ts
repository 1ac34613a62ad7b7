import type { Runner } from '../query/database.ts'
import { list, sql } from '../query/sql.ts'

/**
 * Internal numbers of those who can hold rights. Given once, never reused, never on the wire, so they may be kept in memory for ever.
 */
export type Principals = {
  keyOf(db: Runner, id: string): Promise<number | undefined>
  keysOf(db: Runner, ids: readonly string[]): Promise<ReadonlyMap<string, number>>
}

export function openPrincipals(): Principals {
  const known = new Map<string, number>()
  const load = async (db: Runner, ids: readonly string[]): Promise<void> => {
    const missing = ids.filter((id) => !known.has(id))
    if (!missing.length) return
    const rows = await db.rows<{ key: number; id: string }>(
      sql`select key, id from principal where id in (${list(missing.map((id) => sql`${id}::uuid`))})`,
    )
    for (const { key, id } of rows) known.set(id, key)
  }
  return {
    keyOf: async (db, id) => {
      await load(db, [id])
      return known.get(id)
    },
    keysOf: async (db, ids) => {
      await load(db, ids)
      return new Map(
        ids
          .flatMap((id) => [[id, known.get(id)] as const])
          .filter((pair): pair is [string, number] => pair[1] !== undefined),
      )
    },
  }
}

/** Gives new users and units their numbers. */
export async function addPrincipals(db: Runner, kind: string, ids: readonly string[]): Promise<void> {
  await db.rows(
    sql`insert into principal (kind, id) select ${kind}, unnest(${ids as string[]}::uuid[]) on conflict (id) do nothing`,
  )
}
