import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createCluster, OWNER } from '../../src/server/postgres/create-cluster.ts'
import { startOnAnyPort } from '../../src/server/postgres/port.ts'
import { runUser } from '../../src/server/postgres/run-user.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import { QUICK_SERVER } from './quick-server.ts'
import { clearKilledRuns, quickFolder } from './test-folder.ts'

const INSTALLED = '/usr/lib/postgresql'
const PASSWORD = 'only-for-tests'
const LOCALE = ['--locale=C.UTF-8']

/** A server of Debian's oldest PostgreSQL that has a database `dossier` of an ordinary login: no superuser, no roles. */
export async function startDebianPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  await clearKilledRuns()
  const folder = await quickFolder()
  const place = { cluster: join(folder, 'postgres'), binaries: oldestInstalled(), user: runUser() }
  await createCluster({ place, password: PASSWORD, sync: false, locale: LOCALE })
  const log = join(folder, 'postgres.log')
  // An ordinary owner may not end an autovacuum worker, and so drops no database in which one is at work.
  const settings = { ...QUICK_SERVER, autovacuum: 'off' }
  const { postmaster, port } = await startOnAnyPort({ place, log, settings }, join(folder, 'postgres.port'))
  const server = `127.0.0.1:${port}`
  await withClient(`postgres://${OWNER}:${PASSWORD}@${server}/postgres`, async (client) => {
    await client.query(`CREATE ROLE ordinary LOGIN CREATEDB NOSUPERUSER NOCREATEROLE PASSWORD '${PASSWORD}'`)
    await client.query('CREATE DATABASE dossier OWNER ordinary')
  })
  const stop = () => postmaster.stop().then(() => rm(folder, { recursive: true, force: true }))
  return { url: `postgres://ordinary:${PASSWORD}@${server}/dossier`, stop }
}

function oldestInstalled(): string {
  const [version] = readdirSync(INSTALLED)
    .map(Number)
    .filter((number) => number >= 15)
    .sort((a, b) => a - b)
  return join(INSTALLED, String(version))
}

if (import.meta.main) {
  const [command = '', ...args] = process.argv.slice(2)
  const server = await startDebianPostgres()
  const env = { ...process.env, DOSSIER_TEST_DATABASE_URL: server.url }
  const child = spawn(command, args, { stdio: 'inherit', env })
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
  await server.stop()
}
