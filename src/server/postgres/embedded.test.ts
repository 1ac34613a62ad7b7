import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testFolder } from '#test/test-folder'
import { byPort } from './cluster-url.ts'
import { type RunningDatabase, startDatabase } from './index.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import { isRoot, runUser } from './run-user.ts'
import { withClient } from './with-client.ts'

let dataDir: string
let lines: string[]
const running: RunningDatabase[] = []
const children: ChildProcess[] = []

beforeEach(async () => {
  dataDir = await testFolder()
  lines = []
})

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop()
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

async function start(): Promise<RunningDatabase> {
  const database = await startDatabase({
    dataDir,
    // Said where the checkout itself lies out of the database user's reach, as under /root.
    report: (line) => line.includes('cannot reach') || lines.push(line),
    settings: { fsync: 'off' },
  })
  running.push(database)
  return database
}

const postmaster = (): number => readPostmasterFile(join(dataDir, 'postgres'))?.pid ?? 0

async function answer(database: RunningDatabase, sql: string): Promise<unknown> {
  const { rows } = await withClient(database.url, (client) => client.query(sql))
  return rows[0] && Object.values(rows[0])[0]
}

/** Another process that starts the database of this data folder and says so. */
async function otherApplication(): Promise<ChildProcess> {
  const script = `const { startDatabase } = await import('${join(import.meta.dirname, 'index.ts')}')
    await startDatabase({ dataDir: '${dataDir}', report: () => {} }); console.log('started'); setInterval(() => {}, 1e6)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout, 'data')
  return child
}

describe('the embedded database', () => {
  it('is made at the first start, keeps its data, and leaves nothing running', async () => {
    const first = await start()
    expect(first).toMatchObject({ embedded: true, version: 18 })
    await answer(first, 'CREATE TABLE kept AS SELECT 7 AS n')
    await first.stop()
    expect(postmaster()).toBe(0)
    const second = await start()
    expect(await answer(second, 'SELECT n FROM kept')).toBe(7)
    expect(second.url).toBe(first.url)
    expect(lines).toEqual([`Creating the database in ${join(dataDir, 'postgres')}.`])
  })

  it('can search and sort Chinese text, and checks its pages', async () => {
    const database = await start()
    expect(await answer(database, 'CREATE EXTENSION pg_trgm')).toBeUndefined()
    expect(await answer(database, "SELECT array_length(show_trgm('客户档案'), 1) > 0")).toBe(true)
    expect(await answer(database, "SELECT '张' > '李' COLLATE \"zh-x-icu\"")).toBe(true)
    expect(await answer(database, 'SHOW data_checksums')).toBe('on')
  })

  it('listens on this computer only and needs its password, which only the owner may read', async () => {
    const database = await start()
    expect(await answer(database, 'SHOW listen_addresses')).toBe('127.0.0.1')
    const guess = database.url.replace(/:[^:@]+@/, ':guess@')
    for (const way of [guess, byPort(guess)])
      await expect(withClient(way, async () => undefined)).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(join(dataDir, 'postgres.secret')).mode & 0o777).toBe(0o600)
  })

  it('is reached by a socket that only its owner may use, or by the port where the folder has too long a name', async () => {
    const database = await start()
    const way = 'select inet_client_addr() is null as local'
    const socket = join(dataDir, 'postgres', `.s.PGSQL.${new URL(database.url).port}`)
    expect(statSync(socket).mode & 0o777).toBe(0o700)
    expect(await answer(database, way)).toBe(true)
    expect(await answer({ ...database, url: byPort(database.url) }, way)).toBe(false)
    const short = dataDir
    dataDir = join(short, 'long'.repeat(30))
    const other = await start()
    dataDir = short
    expect(await answer(other, way)).toBe(false)
  })

  it('writes no text of a customer into its log', async () => {
    const database = await start()
    await expect(answer(database, "SELECT '隔壁老王'::int")).rejects.toThrow()
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('隔壁老王')
  })

  it('starts again by itself when its main process is killed', async () => {
    const database = await start()
    await answer(database, 'CREATE TABLE kept AS SELECT 7 AS n')
    const before = postmaster()
    process.kill(before, 'SIGKILL')
    await expect.poll(() => lines.at(-1), { timeout: 10_000 }).toBe('PostgreSQL runs again.')
    expect(postmaster()).not.toBe(before)
    expect(await answer(database, 'SELECT n FROM kept')).toBe(7)
  })

  it('can be stopped while it is being started again', async () => {
    const database = await start()
    process.kill(postmaster(), 'SIGKILL')
    await expect.poll(() => lines.length, { timeout: 10_000 }).toBeGreaterThan(1)
    await database.stop()
    expect(postmaster()).toBe(0)
  })

  it('refuses a second application on the same data folder', async () => {
    const other = await otherApplication()
    await expect(start()).rejects.toMatchObject({
      name: 'StartFailure',
      message: expect.stringContaining(
        `Another Dossier (process ${other.pid}) already uses the data folder ${dataDir}`,
      ),
    })
  })

  it('is the same by every path that leads to its folder', async () => {
    const link = `${dataDir}-link`
    await symlink(dataDir, link)
    try {
      const database = await startDatabase({ dataDir: link, report: () => {}, settings: { fsync: 'off' } })
      running.push(database)
      await expect(start()).rejects.toThrow('already uses the data folder')
    } finally {
      await rm(link)
    }
  })

  it('is taken over after the application was killed', async () => {
    const other = await otherApplication()
    const left = postmaster()
    other.kill('SIGKILL')
    await once(other, 'exit')
    const database = await start()
    expect(lines).toContain(`PostgreSQL still runs from an earlier start (process ${left}); stopping it.`)
    expect(postmaster()).not.toBe(left)
    expect(await answer(database, 'SELECT 1')).toBe(1)
  })

  it('starts although its process file names a stranger', async () => {
    await (await start()).stop()
    // PostgreSQL minds only processes of its own user.
    const stranger = spawn('sleep', ['60'], { uid: runUser()?.uid })
    children.push(stranger)
    await writeFile(
      join(dataDir, 'postgres/postmaster.pid'),
      `${stranger.pid}\n${dataDir}/postgres\n1\n1\n\n\n\nready\n`,
    )
    const port = await readFile(join(dataDir, 'postgres.port'), 'utf8')
    await writeFile(join(dataDir, `postgres/.s.PGSQL.${port}.lock`), `${stranger.pid}\n`)
    await start()
    expect(postmaster()).not.toBe(stranger.pid)
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  })

  it('begins anew when the first start was killed half-way', async () => {
    await mkdir(join(dataDir, 'postgres.making'))
    await writeFile(join(dataDir, 'postgres.making/half'), '')
    await start()
    expect(existsSync(join(dataDir, 'postgres/half'))).toBe(false)
    expect(existsSync(join(dataDir, 'postgres.making'))).toBe(false)
  })

  it('moves to another port when its own is taken', async () => {
    const first = await start()
    await first.stop()
    const port = Number(new URL(first.url).port)
    const server = createServer().listen(port, '127.0.0.1')
    await once(server, 'listening')
    const second = await start()
    server.close()
    expect(new URL(second.url).port).not.toBe(String(port))
    expect(await readFile(join(dataDir, 'postgres.port'), 'utf8')).toBe(new URL(second.url).port)
  })

  it('says what is missing when its password file is gone', async () => {
    await (await start()).stop()
    await rm(join(dataDir, 'postgres.secret'))
    await expect(start()).rejects.toMatchObject({ fix: expect.stringContaining('from a backup') })
  })

  it.runIf(isRoot())('runs as another user when root starts it', async () => {
    await start()
    expect(statSync(`/proc/${postmaster()}`).uid).toBeGreaterThan(0)
  })

  it.runIf(!isRoot())('says so when the data folder may not be written', async () => {
    await chmod(dataDir, 0o500)
    await expect(start()).rejects.toMatchObject({ reason: `No permission to write in ${dataDir}.` })
    await chmod(dataDir, 0o700)
  })
})
