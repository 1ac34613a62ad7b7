import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { withClient } from '../../src/server/postgres/with-client.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A login that may create databases, the prefix of those that this run makes, and a folder for what belongs to them. */
    testServer: { url: string; run: string; folder: string }
  }
}

export type TestDatabase = { url: string; drop(): Promise<void> }

// A copy of files takes a third of what a copy through the log does, where nothing waits for the disk.
const copyOf = (template: string): string => `TEMPLATE ${template} STRATEGY FILE_COPY`

/** A new database of its own for a test: empty, or a copy of a template. */
export async function createDatabase(template?: string): Promise<TestDatabase> {
  const { url, run } = inject('testServer')
  const name = `${run}_${randomBytes(6).toString('hex')}`
  await withClient(url, (client) => client.query(`CREATE DATABASE ${name} ${template ? copyOf(template) : ''}`))
  return { url: inDatabase(url, name), drop: () => dropDatabase(url, name) }
}

/** A database to copy, a folder with the files that belong to it, and what its maker tells of both. */
export type Template<Made> = { database: string; folder: string; made: Made }

/** Prepares a template once per run, whoever asks first; from an empty database, or from a copy of another template. */
export async function createTemplate<Made>(
  name: string,
  prepare: (place: { url: string; folder: string }) => Promise<Made>,
  from?: Template<unknown>,
): Promise<Template<Made>> {
  const { url, run, folder: root } = inject('testServer')
  const database = `${run}_template_${name}`
  const folder = join(root, `template-${name}`)
  const told = `${folder}.json`
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [database])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (rowCount) return
    const making = `${database}_making`
    await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${making} ${from ? copyOf(from.database) : ''}`)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder)
    const made = await prepare({ url: inDatabase(url, making), folder })
    await writeFile(told, JSON.stringify(made ?? null))
    await client.query(`ALTER DATABASE ${making} RENAME TO ${database}`)
  })
  return { database, folder, made: JSON.parse(await readFile(told, 'utf8')) }
}

/** Removes what a run made on a server that outlives it. */
export async function dropTestDatabases(url: string, run: string): Promise<void> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string }>('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [run]),
  )
  for (const { name } of rows) await dropDatabase(url, name)
}

async function dropDatabase(url: string, name: string): Promise<void> {
  await withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
