import type { Context } from '../context.ts'
import type { Runner } from '../query/database.ts'
import { type Sql, sql } from '../query/sql.ts'
import { type BlindIndex, blindIndex } from './blind-index.ts'
import type { IndexKey } from './codec.ts'
import type { KeySecrets } from './key-file.ts'
import { KeyProblem } from './key-problem.ts'

/** A key of the index as the database knows it. */
export type IndexKeyRow = { id: number; keyed_check: Buffer; writes: boolean; announced: boolean }

/** Those under which hashes stand or will stand, the oldest first. */
export function readIndexKeys(db: Runner): Promise<IndexKeyRow[]> {
  return db.rows<IndexKeyRow>(sql`
    select id, keyed_check, used_from is not null and retired_at is null as writes, used_from is null as announced
    from index_key where emptied_at is null order by id`)
}

/** What only the holder of an index key can write: tells which key this is, and whether file and database belong together. */
export function checkOf(secret: Buffer, house: string): Buffer {
  return blindIndex(secret).hash('dossier house', house)
}

/** The secret of a key that the database names; undefined = the file does not hold it. */
export function secretOf({ index, house }: KeySecrets, { keyed_check }: { keyed_check: Buffer }): Buffer | undefined {
  return index.find((secret) => checkOf(secret, house).equals(keyed_check))
}

export function lacksIndexKey(path: string): KeyProblem {
  return new KeyProblem(
    `The key file ${path} lacks an index key that the database uses.`,
    'Put back the newest copy of the key file. If there is none, or the database is from a backup of before: npx dossier keys renew-index --lost.',
  )
}

export type IndexKeys = {
  /** The one under which new hashes are written. */
  current(): IndexKey
  /** All under which a stored hash may stand. */
  all(): readonly IndexKey[]
  /** Reads again which there are. */
  refresh(): Promise<void>
}

type File = { path: string; secrets(): KeySecrets; reread(): Promise<void> }

/** The keys of the index that this process knows. Where the file lacks one it finds nothing rather than too little. */
export async function openIndexKeys(db: Runner, { path, secrets, reread }: File): Promise<IndexKeys> {
  let keys: readonly (IndexKey & { writes: boolean })[] = []
  let lacking = false
  let known = ''
  const indexes = new Map<number, BlindIndex>()
  const indexOf = (row: IndexKeyRow): BlindIndex | undefined => {
    const secret = indexes.has(row.id) ? undefined : secretOf(secrets(), row)
    if (secret) indexes.set(row.id, blindIndex(secret))
    return indexes.get(row.id)
  }
  const refresh = async (): Promise<void> => {
    const rows = await readIndexKeys(db)
    // The file gets a key before the database knows of it, and loses it after.
    if (secrets().index.length !== rows.length) await reread()
    const state = JSON.stringify(rows.map(({ id, writes }) => [id, writes]))
    if (state === known && !lacking) return
    if (!rows.every(indexOf)) await reread()
    keys = rows.flatMap((row) => {
      const index = indexOf(row)
      return index ? [{ number: row.id, writes: row.writes, hash: index.hash }] : []
    })
    lacking = keys.length < rows.length
    known = state
  }
  const whole = (): typeof keys => {
    if (lacking) throw lacksIndexKey(path)
    return keys
  }
  await refresh()
  return {
    current: () => {
      const key = whole().find(({ writes }) => writes)
      if (!key) throw lacksIndexKey(path)
      return key
    },
    all: whole,
    refresh,
  }
}

/** Part of each statement that writes hashes: none is written any more under a key that has been exchanged. */
export function whileInUse({ number }: IndexKey): Sql {
  return sql`(select index_key_writes(${number}))`
}

const attempts = 3

/** Writes hashes under the key of the moment. Where `write` says that nothing was written, it has been exchanged: again under the next. */
export async function underIndexKey(ctx: Context, write: (key: IndexKey) => Promise<boolean>): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (await write(ctx.kernel.codec.index())) return
    await ctx.kernel.keys.index.refresh()
  }
  throw new Error('No hash could be written under the key of the index')
}
