import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { withClient } from '../../src/server/postgres/with-client.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A login that may create databases, and the prefix of those that this run makes. */
    testServer: { url: string; run: string }
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

/** Prepares a database once per run, whoever asks first, and answers with its name for `createDatabase`. */
export async function createTemplate(name: string, prepare: (url: string) => Promise<void>): Promise<string> {
  const { url, run } = inject('testServer')
  const template = `${run}_template_${name}`
  await withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template])
    if (rowCount) return
    const making = `${template}_making`
    await client.query(`DROP DATABASE IF EXISTS ${making} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${making}`)
    await prepare(inDatabase(url, making))
    await client.query(`ALTER DATABASE ${making} RENAME TO ${template}`)
  })
  return template
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
