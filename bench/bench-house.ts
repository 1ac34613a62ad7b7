import { join } from 'node:path'
import { type Kernel, makeContext, migrate, openDatabase, sql, systemActor } from '#kernel'
import { modules } from '../src/server/modules.ts'
import { closeKernel, openKernel } from '../src/server/open-kernel.ts'
import { startDatabase } from '../src/server/postgres/index.ts'
import { readPostmasterFile } from '../src/server/postgres/postmaster-file.ts'
import { withClient } from '../src/server/postgres/with-client.ts'
import { largeData } from './large-data.ts'

/** A large list in a database that lives as long as the run, so that every run finds the same. */
export type BenchHouse = { kernel: Kernel; url: string; dataDir: string; postgres: number; close(): Promise<void> }

const migrations = join(import.meta.dirname, '../db/migrations')
const silent = (): void => {}
const copy = 'bench'

export async function openBenchHouse(rows: number): Promise<BenchHouse> {
  // An exit takes the database along; a signal by itself would leave it running.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
  const dataDir = await largeData(rows)
  const database = await startDatabase({ dataDir, report: silent })
  try {
    const url = await copyDatabase(database.url)
    const login = openDatabase(url, { max: 1, name: 'dossier bench' })
    const rights = await migrate(login, migrations, silent)
    await login.end()
    const kernel = await openKernel({ url, dataDir, rights, modules })
    const postgres = readPostmasterFile(join(dataDir, 'postgres'))?.pid ?? 0
    const close = async (): Promise<void> => {
      await closeKernel(kernel)
      await dropCopy(database.url)
      await database.stop()
    }
    return { kernel, url, dataDir, postgres, close }
  } catch (error) {
    await database.stop()
    throw error
  }
}

export function systemContext(kernel: Kernel) {
  return makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'bench' })
}

/** A list that nobody has lived with is looked through for duplicates, which is no part of what is measured. */
export async function endOtherWork(kernel: Kernel): Promise<void> {
  await systemContext(kernel).transaction((tx) =>
    tx.db.rows(
      sql`update job set cancel_requested = true where kind = 'find_duplicates' and state in ('queued', 'running') and not cancel_requested`,
    ),
  )
}

async function copyDatabase(url: string): Promise<string> {
  const address = new URL(url)
  const original = address.pathname.slice(1)
  await dropCopy(url)
  await besides(url, `create database ${copy} template ${original} strategy file_copy`)
  address.pathname = `/${copy}`
  return address.href
}

async function dropCopy(url: string): Promise<void> {
  await besides(url, `drop database if exists ${copy} with (force)`)
}

/** A database can be copied while nobody is in it. */
async function besides(url: string, statement: string): Promise<void> {
  const address = new URL(url)
  address.pathname = '/postgres'
  await withClient(address.href, (client) => client.query(statement))
}
