import { timingSafeEqual } from 'node:crypto'
import type { Connection, Database } from '../query/database.ts'
import { locks } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { blindIndex } from './blind-index.ts'
import { createKeyFile, type KeySecrets, keyFileIn, makeSecrets, readKeyFile } from './key-file.ts'
import { KeyProblem } from './key-problem.ts'
import { addLevelKey, levels } from './level-keys.ts'
import { type MasterKey, masterOf } from './master-key.ts'

type Registered = { fingerprint: string; house: string; keyed_check: Buffer; retired: boolean }

/** The secrets of this database; made with a new house, and refused where file and database do not belong together. */
export async function findKeys(db: Database, folder: string): Promise<KeySecrets> {
  return oneAtATime(db, (connection) => findLocked(connection, folder))
}

/** The key file and what the database knows of it change in one process at a time. */
export async function oneAtATime<T>(db: Database, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await db.connect()
  try {
    await connection.text(`select pg_advisory_lock(${locks.keys})`)
    return await work(connection)
  } finally {
    await connection.text(`select pg_advisory_unlock(${locks.keys})`).catch(() => {})
    connection.release()
  }
}

async function findLocked(db: Connection, folder: string): Promise<KeySecrets> {
  const registered = await db.rows<Registered>(
    sql`select fingerprint, house, keyed_check, retired_at is not null as retired from master_key order by created_at`,
  )
  const read = await readKeyFile(folder)
  if (registered.length) return checked(registered, read, folder)
  const secrets = read ?? (await createKeyFile(folder, makeSecrets({ plain: await hasPlain(db) })))
  await register(db, secrets)
  return secrets
}

function checked(registered: readonly Registered[], read: KeySecrets | undefined, folder: string): KeySecrets {
  const path = keyFileIn(folder)
  if (!read)
    throw new KeyProblem(
      `The database is sealed, and its key file ${path} is not there.`,
      'Put back the copy that you keep, or make it again from the two recovery sheets: npx dossier keys recover. Without it nothing sealed can be read.',
    )
  const check = checkOf(read)
  const masters = new Set(read.masters.map((secret) => masterOf(secret).fingerprint))
  const needed = registered.filter(({ retired }) => !retired)
  const fits = needed.every(
    ({ fingerprint, house, keyed_check }) =>
      masters.has(fingerprint) && house === read.house && same(keyed_check, check),
  )
  if (fits) return read
  throw new KeyProblem(
    `The key file ${path} belongs to another database.`,
    'Set DOSSIER_KEYS to the folder with the keys of this one.',
  )
}

function same(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other)
}

/** What only the holder of the index key can write: tells whether file and database belong together. */
export function checkOf({ index, house }: KeySecrets): Buffer {
  return blindIndex(index.at(-1) ?? Buffer.alloc(0)).hash('dossier house', house)
}

async function hasPlain(db: Connection): Promise<boolean> {
  const [row] = await db.rows<{ plain: boolean }>(
    sql`select exists (select from plain_remains where sealed_at is null) as plain`,
  )
  return row?.plain ?? false
}

async function register(db: Connection, secrets: KeySecrets): Promise<void> {
  const [secret] = secrets.masters
  if (!secret) throw new Error('A key file holds a master')
  const master = masterOf(secret)
  await db.text('begin')
  try {
    await registerMaster(db, secrets, master)
    const year = new Date().getUTCFullYear()
    for (const level of levels) await addLevelKey(db, secrets.house, { level, year, masters: [master] })
    await db.text('commit')
  } catch (error) {
    await db.text('rollback')
    throw error
  }
}

async function registerMaster(db: Connection, secrets: KeySecrets, master: MasterKey): Promise<void> {
  await db.rows(sql`
    insert into master_key (fingerprint, house, algorithm, keyed_check)
    values (${master.fingerprint}, ${secrets.house}::uuid, ${master.algorithm}, ${checkOf(secrets)})`)
}
