import type { Runner } from '../query/database.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'

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

/** What stands in a holder of rights beside its number: whose keys it joins, when, and for whom it stands in. */
export type Holder = {
  id: string
  grantee?: string | null
  standsFor?: string | null
  /** Joins no keys but its grantee's own: who stands in for them has nothing of it. */
  personal?: boolean
  from?: string | null
  until?: string | null
}

/** Gives new holders of rights their numbers; for a known one what it says is written anew. */
export async function keepPrincipals(db: Runner, kind: string, holders: readonly Holder[]): Promise<void> {
  await db.rows(sql`
    insert into principal (kind, id, grantee, stands_for, personal, valid_from, valid_until)
    select ${kind}, id, grantee, "standsFor", coalesce(personal, false), "from", until from json_to_recordset(${JSON.stringify(holders)}::json)
      as rows(id uuid, grantee uuid, "standsFor" uuid, personal boolean, "from" timestamptz, until timestamptz)
    on conflict (id) do update set grantee = excluded.grantee, stands_for = excluded.stands_for, personal = excluded.personal,
      valid_from = excluded.valid_from, valid_until = excluded.valid_until`)
}

/** What is kept of holders of rights, by their ids. */
export async function readPrincipals(db: Runner, ids: readonly string[]): Promise<ReadonlyMap<string, Holder>> {
  const rows = await db.rows<Holder>(sql`
    select id, grantee, stands_for as "standsFor", personal, valid_from as "from", valid_until as until
    from principal where id = any(${ids as string[]}::uuid[])`)
  const moment = (text: string | null | undefined): string | null => (text ? new Date(text).toISOString() : null)
  return new Map(rows.map((row) => [row.id, { ...row, from: moment(row.from), until: moment(row.until) }]))
}

/** Whether a holder of rights is one at this moment; `held`: how the statement calls it. */
export function isLiveHolder(held: string): Sql {
  const [from, until] = [name(held, 'valid_from'), name(held, 'valid_until')]
  return sql`coalesce(${from} <= now(), true) and coalesce(${until} > now(), true)`
}
