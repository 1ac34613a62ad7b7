import type { KeyObject } from 'node:crypto'
import type { Database, Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { NotSealedHere } from './cipher.ts'
import type { Level } from './codec.ts'
import { KeyProblem } from './key-problem.ts'
import type { MasterKey } from './master-key.ts'
import { randomKey } from './wrap-key.ts'

export const levels: readonly Level[] = [1, 2, 3]

type LevelKeyRow = { id: number; level: Level; year: number; master: string; wrapped: Buffer; retired: boolean }

export type LevelKeys = {
  /** The key that wraps new data keys of a level. */
  current(level: Level): { id: number; key: KeyObject }
  /** A key by its id; undefined = not known yet, or destroyed. */
  find(id: number): KeyObject | undefined
  /** Reads again what another process may have changed. */
  refresh(db?: Runner): Promise<void>
  masters(): readonly MasterKey[]
}

/** The keys of the levels, unwrapped by the masters once and kept in memory. */
export async function openLevelKeys(
  db: Database,
  house: string,
  { masters: mastersNow, reread }: { masters: () => readonly MasterKey[]; reread: () => Promise<void> },
): Promise<LevelKeys> {
  let keys = new Map<number, KeyObject>()
  let current = new Map<Level, { id: number; key: KeyObject }>()
  const refresh = async (runner: Runner = db): Promise<void> => {
    const rows = await readLevelKeys(runner)
    const found = new Map<number, KeyObject>()
    const newest = new Map<Level, { id: number; key: KeyObject }>()
    // Another process may have changed the master since this one read the file.
    const isNew = rows.some(
      ({ id, master }) => !keys.has(id) && !mastersNow().some((each) => each.fingerprint === master),
    )
    if (isNew) await reread()
    for (const row of rows) {
      const key = keys.get(row.id) ?? (await unwrap(row, house, mastersNow()))
      found.set(row.id, key)
      if (!row.retired) newest.set(row.level, { id: row.id, key })
    }
    keys = found
    current = newest
  }
  await refresh()
  return {
    current: (level) => {
      const key = current.get(level)
      if (!key) throw new Error(`Level ${level} has no key`)
      return key
    },
    find: (id) => keys.get(id),
    refresh,
    masters: mastersNow,
  }
}

export function readLevelKeys(db: Runner): Promise<LevelKeyRow[]> {
  return db.rows<LevelKeyRow>(sql`
    select id, level, year, master, wrapped, retired_at is not null as retired from level_key
    where wrapped is not null order by id`)
}

async function unwrap(row: LevelKeyRow, house: string, masters: readonly MasterKey[]): Promise<KeyObject> {
  const master = masters.find(({ fingerprint }) => fingerprint === row.master)
  if (!master)
    throw new KeyProblem(
      `The key file does not hold the master key ${row.master.slice(0, 8)}, which this database needs.`,
      'Put back the newest copy of the key file that you keep.',
    )
  try {
    return await master.unwrap(row.wrapped, levelMeaning(house, row.level, row.year))
  } catch (error) {
    if (!(error instanceof NotSealedHere)) throw error
    throw new KeyProblem(
      `The key of level ${row.level} in the database was changed by somebody or belongs to another house.`,
      'Bring back the database from a backup.',
      error,
    )
  }
}

/** What the wrapping of a level's key is bound to. */
export function levelMeaning(house: string, level: number, year: number): string {
  return ['level key', house, level, year].join('\0')
}

/** Makes a level's next key; the one before wraps nothing new from then on. */
export async function addLevelKey(
  db: Runner,
  house: string,
  { level, year, masters }: { level: Level; year: number; masters: readonly MasterKey[] },
): Promise<number> {
  const alive = await db.rows<{ fingerprint: string }>(
    sql`select fingerprint from master_key where retired_at is null for share`,
  )
  const master = masters.find(({ fingerprint }) => alive.some((row) => row.fingerprint === fingerprint))
  if (!master)
    throw new KeyProblem('The master key was changed meanwhile.', 'Put the new key file in place and start again.')
  const wrapped = await master.wrap(randomKey(), levelMeaning(house, level, year))
  await db.rows(sql`update level_key set retired_at = now() where level = ${level} and retired_at is null`)
  const [row] = await db.rows<{ id: number }>(sql`
    insert into level_key (level, year, master, wrapped) values (${level}, ${year}, ${master.fingerprint}, ${wrapped}) returning id`)
  return row?.id ?? 0
}
