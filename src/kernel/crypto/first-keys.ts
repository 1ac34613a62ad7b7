import type { Connection, Database, Runner } from '../query/database.ts'
import { locks } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { checkOf, type IndexKeyRow, lacksIndexKey, readIndexKeys, secretOf } from './index-keys.ts'
import { createKeyFile, type KeySecrets, keyFileIn, makeSecrets, readKeyFile } from './key-file.ts'
import { KeyProblem } from './key-problem.ts'
import { addLevelKey, levels } from './level-keys.ts'
import { type MasterKey, masterOf } from './master-key.ts'

type Registered = { fingerprint: string; house: string; retired: boolean }

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
  const registered = await readMasters(db)
  const read = await readKeyFile(folder)
  if (registered.length) return checked({ registered, indexKeys: await readIndexKeys(db) }, read, folder)
  const secrets = read ?? (await createKeyFile(folder, makeSecrets({ plain: await hasPlain(db) })))
  await register(db, secrets)
  return secrets
}

function readMasters(db: Runner): Promise<Registered[]> {
  return db.rows<Registered>(
    sql`select fingerprint, house, retired_at is not null as retired from master_key order by created_at`,
  )
}

/** Whether this file opens what is sealed in this database. */
export async function mastersFit(db: Runner, secrets: KeySecrets): Promise<boolean> {
  return fits(await readMasters(db), secrets)
}

function fits(registered: readonly Registered[], secrets: KeySecrets): boolean {
  const masters = new Set(secrets.masters.map((secret) => masterOf(secret).fingerprint))
  const needed = registered.filter(({ retired }) => !retired)
  return needed.every(({ fingerprint, house }) => masters.has(fingerprint) && house === secrets.house)
}

function checked(
  { registered, indexKeys }: { registered: readonly Registered[]; indexKeys: readonly IndexKeyRow[] },
  read: KeySecrets | undefined,
  folder: string,
): KeySecrets {
  const path = keyFileIn(folder)
  if (!read)
    throw new KeyProblem(
      `The database is sealed, and its key file ${path} is not there.`,
      'Put back the copy that you keep, or make it again from the two recovery sheets: npx dossier keys recover. Without it nothing sealed can be read.',
    )
  if (fits(registered, read)) {
    if (indexKeys.every((row) => secretOf(read, row))) return read
    throw lacksIndexKey(path)
  }
  throw new KeyProblem(
    `The key file ${path} belongs to another database.`,
    'Set DOSSIER_KEYS to the folder with the keys of this one.',
  )
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
    await registerMaster(db, secrets.house, master)
    for (const secret of secrets.index)
      await db.rows(
        sql`insert into index_key (keyed_check, used_from) values (${checkOf(secret, secrets.house)}, now())`,
      )
    const year = new Date().getUTCFullYear()
    for (const level of levels) await addLevelKey(db, secrets.house, { level, year, masters: [master] })
    await db.text('commit')
  } catch (error) {
    await db.text('rollback')
    throw error
  }
}

/** From then on it is needed to open the house. */
export async function registerMaster(db: Runner, house: string, master: MasterKey): Promise<void> {
  await db.rows(sql`
    insert into master_key (fingerprint, house, algorithm)
    values (${master.fingerprint}, ${house}::uuid, ${master.algorithm})`)
}
