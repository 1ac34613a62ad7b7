import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Connection, Database } from '../query/database.ts'
import { locks } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { ensureEpoch } from './epoch.ts'
import { ensurePartitions } from './partitions.ts'
import { enqueueFunction, installQueue } from './queue.ts'
import { applyGrants, ensureRoles, markLeakproof, type Rights, roles } from './roles.ts'

type MigrationFile = { id: number; name: string; text: string; hash: string }

/**
 * Brings the database up to date as its owner. Each file runs in one transaction with its entry in `migration`, so a kill
 * between two leaves nothing half; a file that was changed after it ran is refused.
 */
export async function migrate(
  login: Database,
  folder: string,
  report: (line: string) => void = () => {},
): Promise<Rights> {
  const connection = await login.connect()
  try {
    await connection.text(`set statement_timeout = 0; select pg_advisory_lock(${locks.migrations})`)
    const rights = await ensureRoles(connection)
    await connection.text('create extension if not exists pg_trgm')
    await asOwner(connection, rights, async () => {
      await connection.text(
        'create table if not exists migration (id integer primary key, name text not null, hash text not null, at timestamptz not null default now())',
      )
      const done = await connection.rows<{ id: number; hash: string }>(sql`select id, hash from migration`)
      const hashes = new Map(done.map(({ id, hash }) => [id, hash]))
      for (const file of await readMigrations(folder))
        await apply(connection, file, { known: hashes.get(file.id), report })
      await ensurePartitions(connection, new Date())
      await ensureEpoch(connection, new Date())
      await installQueue(login.url, rights)
      await connection.text(enqueueFunction)
      if (rights.separateRoles) await applyGrants(connection, rights)
    })
    if (rights.superuser) await markLeakproof(connection)
    return rights
  } finally {
    // The session's lock and role end with the connection.
    connection.release(true)
  }
}

/** Runs DDL as the owning role, where there is one. */
export async function asOwner<T>(connection: Connection, rights: Rights, work: () => Promise<T>): Promise<T> {
  if (!rights.separateRoles) return work()
  await connection.text(`set role ${roles.owner}`)
  try {
    return await work()
  } finally {
    await connection.text('reset role')
  }
}

async function apply(
  connection: Connection,
  file: MigrationFile,
  { known, report }: { known?: string; report: (line: string) => void },
): Promise<void> {
  if (known === file.hash) return
  if (known)
    throw new Error(`Migration ${file.name} was changed after it ran; put the file back as it was and add a new one`)
  report(`migrating: ${file.name}`)
  await connection.text('begin')
  try {
    await connection.text(file.text)
    await connection.rows(sql`insert into migration (id, name, hash) values (${file.id}, ${file.name}, ${file.hash})`)
    await connection.text('commit')
  } catch (error) {
    await connection.text('rollback')
    throw new Error(`Migration ${file.name} failed; nothing of it was kept`, { cause: error })
  }
}

export async function readMigrations(folder: string): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8')
      return { id: Number(name.slice(0, 4)), name, text, hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}
