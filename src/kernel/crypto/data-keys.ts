import type { KeyObject } from 'node:crypto'
import { AppError } from '#shared/app-error'
import type { Database, Runner } from '../query/database.ts'
import { rowArrays } from '../query/row-arrays.ts'
import { among, sql } from '../query/sql.ts'
import { NotSealedHere } from './cipher.ts'
import type { KeyOwner, Level } from './codec.ts'
import { type DataKey, openKeyCache } from './key-cache.ts'
import type { LevelKeys } from './level-keys.ts'
import { randomKey, unwrapKey, wrapKey } from './wrap-key.ts'

type Row = { id: number; owner: string; level: Level; level_key: number; wrapped: Buffer | null }

export type DataKeys = {
  /** Keys by their ids. */
  fetch(db: Runner, ids: readonly number[]): Promise<Map<number, DataKey>>
  /** Keys of owners, made where there are none. */
  ensure(owners: readonly KeyOwner[]): Promise<DataKey[]>
  forget(owner: string): void
  forgetAll(): void
  held(): number
}

const attempts = 3

/**
 * The random keys of owners. They are made outside the caller's transaction: a key that were undone with it could have
 * been remembered and used already. The log of the database is written in order, so a key is on disk before what it seals.
 */
export function openDataKeys(db: Database, house: string, levelKeys: LevelKeys): DataKeys {
  const cache = openKeyCache()

  const unwrap = async ({ id, owner, level, level_key, wrapped }: Row): Promise<DataKey> => {
    if (!wrapped) return { id, owner, level, key: null }
    const under = levelKeys.find(level_key) ?? (await refreshed(levelKeys, level_key))
    return { id, owner, level, key: unwrapKey(wrapped, under, dataMeaning(house, owner, level)) }
  }
  const remember = async (rows: readonly Row[]): Promise<DataKey[]> => {
    const keys: DataKey[] = []
    for (const row of rows) keys.push(await unwrap(row))
    for (const key of keys) cache.add(key)
    return keys
  }

  return {
    fetch: async (runner, ids) => {
      const found = new Map<number, DataKey>()
      for (const id of ids) {
        const key = cache.byId(id)
        if (key) found.set(id, key)
      }
      const missing = ids.filter((id) => !found.has(id))
      if (missing.length) for (const key of await remember(await readKeys(runner, missing))) found.set(key.id, key)
      return found
    },
    ensure: async (owners) => {
      const known = owners.map((owner) => cache.byOwner(owner))
      const missing = owners.filter((_, index) => !known[index])
      const made = missing.length ? await makeKeys(db, missing, { house, levelKeys, remember }) : []
      for (const key of made) cache.add(key)
      const keys = [...known.filter((key) => key !== undefined), ...made]
      if (keys.some(({ key }) => !key)) throw new AppError(409, 'record.destroyed')
      return keys
    },
    forget: cache.drop,
    forgetAll: cache.clear,
    held: cache.size,
  }
}

async function refreshed(levelKeys: LevelKeys, id: number): Promise<KeyObject> {
  await levelKeys.refresh()
  const key = levelKeys.find(id)
  if (!key) throw new NotSealedHere()
  return key
}

/** What the wrapping of a data key is bound to. */
export function dataMeaning(house: string, owner: string, level: number): string {
  return ['data key', house, owner, level].join('\0')
}

function readKeys(db: Runner, ids: readonly number[]): Promise<Row[]> {
  return db.rows<Row>(
    sql`select id, owner, level, level_key, wrapped from data_key where ${among(sql`id`, ids, 'bigint')}`,
    { steady: true },
  )
}

type Making = { house: string; levelKeys: LevelKeys; remember(rows: readonly Row[]): Promise<DataKey[]> }

/** Makes the keys that are missing and answers with all. A level key that has just been retired wraps nothing: try with the next. */
async function makeKeys(db: Database, owners: readonly KeyOwner[], making: Making): Promise<DataKey[]> {
  for (let attempt = 1; ; attempt++) {
    const made = await insertKeys(db, owners, making)
    if (made.length === owners.length) return made
    const all = await readOwned(db, owners)
    if (all.length === owners.length) return making.remember(all)
    if (attempt === attempts) throw new Error('Keys could not be made')
    await making.levelKeys.refresh()
  }
}

const inserted = rowArrays([
  { name: 'owner', type: 'uuid' },
  { name: 'level', type: 'smallint' },
  { name: 'level_key', type: 'integer' },
  { name: 'wrapped', type: 'bytea' },
])

/** Of those whose owners had none: what comes back has just been made here. */
async function insertKeys(db: Database, owners: readonly KeyOwner[], { house, levelKeys }: Making): Promise<DataKey[]> {
  const made = new Map<string, KeyObject>()
  const rows = owners
    .map(({ owner, level }) => {
      const under = levelKeys.current(level)
      const key = randomKey()
      made.set(`${owner} ${level}`, key)
      return { owner, level, level_key: under.id, wrapped: wrapKey(key, under.key, dataMeaning(house, owner, level)) }
    })
    // In one order everywhere, or two that make keys for the same owners could wait for each other.
    .sort((one, other) => (one.owner < other.owner ? -1 : one.owner > other.owner ? 1 : one.level - other.level))
  const { names, values, source } = inserted
  const found = await db.rows<{ id: number; owner: string; level: Level }>(
    sql`
    insert into data_key (${names}) select ${values} from ${source(rows)}
    where level_key in (select id from level_key where retired_at is null for share)
    on conflict (owner, level) do nothing returning id, owner, level`,
    { steady: true },
  )
  return found.map((row) => ({ ...row, key: made.get(`${row.owner} ${row.level}`) ?? null }))
}

function readOwned(db: Runner, owners: readonly KeyOwner[]): Promise<Row[]> {
  return db.rows<Row>(
    sql`
    select id, owner, level, level_key, wrapped from data_key
    where (owner, level) in (select owner, level from json_to_recordset(${JSON.stringify(owners)}::json) as rows(owner uuid, level smallint))`,
    { steady: true },
  )
}
