import type { Database } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { keylessHash } from './blind-index.ts'
import { isSealed, keyIdOf } from './cipher.ts'
import type { Codec, KeyOwner } from './codec.ts'
import { openDataKeys } from './data-keys.ts'
import { findKeys, oneAtATime } from './first-keys.ts'
import { type IndexKeys, openIndexKeys } from './index-keys.ts'
import { type KeySecrets, keyFileIn, readKeyFile, replaceKeyFile } from './key-file.ts'
import { type LevelKeys, openLevelKeys } from './level-keys.ts'
import { masterOf } from './master-key.ts'
import { makeRing } from './ring.ts'
import { replayShreds } from './shred.ts'

/** The keys of this process: the codec that works with them, and what keeping them needs. */
export type Keys = {
  codec: Codec
  house: string
  folder: string
  levelKeys: LevelKeys
  index: IndexKeys
  secrets(): KeySecrets
  /** Changes the file of the secrets as it is at that moment, and what this process made of it. */
  changeSecrets(change: (secrets: KeySecrets) => KeySecrets): Promise<void>
  /** Reads the file again, which another process may have exchanged. */
  reread(): Promise<void>
  /** Whether values from before there were keys may still be read. */
  plain(): Promise<boolean>
  /** Whether rows from before there were proofs may lack one. */
  unproven(): boolean
  /** How many of these data keys open; one that was bent or belongs to another house throws. */
  prove(ids: readonly number[]): Promise<number>
  forget(owner: string): void
  end(): Promise<void>
}

const watchMs = 1_000

/** `db` has a connection of its own, as keys are made beside the caller's transaction. */
export async function openKeys(db: Database, folder: string): Promise<Keys> {
  let secrets = await findKeys(db, folder)
  const { house } = secrets
  let masters = secrets.masters.map(masterOf)
  const use = (next: KeySecrets): void => {
    secrets = next
    masters = next.masters.map(masterOf)
  }
  await replayShreds(db, folder)
  const reread = async (): Promise<void> => {
    const read = await readKeyFile(folder)
    if (read) use({ ...read, plain: read.plain && secrets.plain, unproven: read.unproven && secrets.unproven })
  }
  const levelKeys = await openLevelKeys(db, house, { masters: () => masters, reread })
  const dataKeys = openDataKeys(db, house, levelKeys)
  const index = await openIndexKeys(db, { path: keyFileIn(folder), secrets: () => secrets, reread })

  const changeSecrets = (change: (now: KeySecrets) => KeySecrets): Promise<void> =>
    oneAtATime(db, async () => {
      const next = change((await readKeyFile(folder)) ?? secrets)
      await replaceKeyFile(folder, next)
      use(next)
    })
  /** Once the database says that all is sealed, the file says so too, and no database can take that back. */
  const plain = async (): Promise<boolean> => {
    if (!secrets.plain) return false
    const [row] = await db.rows<{ done: boolean }>(
      sql`select not exists (select from plain_remains where sealed_at is null) as done`,
    )
    if (!row?.done) return true
    use({ ...secrets, plain: false })
    // Where the file may not be written, each start asks the database again.
    await changeSecrets((now) => ({ ...now, plain: false })).catch(() => {})
    return false
  }
  const watcher = watchShreds(db, dataKeys, async () => {
    await index.refresh()
    if (secrets.plain) await plain()
    if (secrets.unproven) await reread()
  })
  await plain()

  const codec: Codec = {
    sealing: async (owners) =>
      makeRing({ house, byId: new Map(), byOwner: await dataKeys.ensure(distinct(owners)), plain: false }),
    opening: async (runner, sealed) =>
      makeRing({
        house,
        byId: await dataKeys.fetch(runner, idsIn(sealed, secrets.plain)),
        byOwner: [],
        plain: secrets.plain,
      }),
    index: index.current,
    hashes: (kind, text) => [
      ...index.all().map(({ hash }) => hash(kind, text)),
      ...(secrets.plain ? [keylessHash(kind, text)] : []),
    ],
  }
  return {
    codec,
    house,
    folder,
    levelKeys,
    index,
    secrets: () => secrets,
    changeSecrets,
    reread,
    plain,
    unproven: () => secrets.unproven,
    prove: async (ids) => [...(await dataKeys.fetch(db, ids)).values()].filter(({ key }) => key).length,
    forget: dataKeys.forget,
    end: async () => {
      clearInterval(watcher)
      dataKeys.forgetAll()
      await db.end()
    },
  }
}

function distinct(owners: Iterable<KeyOwner>): KeyOwner[] {
  const found = new Map<string, KeyOwner>()
  for (const { owner, level } of owners) found.set(`${owner} ${level}`, { owner, level })
  return [...found.values()]
}

function idsIn(sealed: Iterable<Buffer | null | undefined>, plain: boolean): number[] {
  const ids = new Set<number>()
  for (const bytes of sealed) if (bytes && (!plain || isSealed(bytes))) ids.add(keyIdOf(bytes))
  return [...ids]
}

type Forgetful = { forget(owner: string): void; forgetAll(): void; held(): number }

/**
 * Each second: a key that was destroyed, here or by another server, goes out of this process's memory, and whatever else
 * changes beside it is looked at. The ledger is written one by one.
 */
function watchShreds(db: Database, keys: Forgetful, also: () => Promise<void>): NodeJS.Timeout {
  let last = -1
  let looking = false
  const look = async (): Promise<void> => {
    if (last < 0) {
      const [row] = await db.rows<{ last: number }>(sql`select coalesce(max(id), 0) as last from shred_ledger`)
      last = row?.last ?? 0
      // What was destroyed before the first look may have been remembered by then.
      keys.forgetAll()
      return
    }
    const rows = await db.rows<{ id: number; owner: string }>(
      sql`select id, owner from shred_ledger where id > ${last} order by id`,
    )
    for (const { id, owner } of rows) {
      keys.forget(owner)
      last = id
    }
    await also()
  }
  return setInterval(() => {
    if (looking) return
    looking = true
    look()
      .catch(() => keys.forgetAll())
      .finally(() => {
        looking = false
      })
  }, watchMs).unref()
}
