import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  everything,
  isDatabaseAway,
  type Kernel,
  makeContext,
  migrate,
  openDatabase,
  type Sql,
  sql,
  startSession,
  systemActor,
} from '#kernel'
import { type ApiServer, openServer } from '#test/api-server'
import { openSmallDisk, type SmallDisk } from '#test/small-disk'
import { testFolder } from '#test/test-folder'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'
import { type RunningDatabase, startDatabase } from '../../src/server/postgres/index.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'

let folder: string
let disk: SmallDisk
let dataDir: string
let database: RunningDatabase
let kernel: Kernel
let server: ApiServer
let caller: Awaited<ReturnType<typeof openCaller>>

const start = () => startDatabase({ dataDir, report: () => undefined, settings: { fsync: 'off' } })

beforeAll(async () => {
  folder = await testFolder()
  disk = openSmallDisk(folder)
  dataDir = join(folder, 'data')
  database = await start()
  const login = openDatabase(database.url, { max: 1, name: 'migrations' })
  const rights = await migrate(login, join(import.meta.dirname, '../../db/migrations'))
  await login.end()
  kernel = await openKernel({ url: database.url, dataDir, rights, modules })
  server = await openServer(kernel)
  caller = await openCaller()
}, 60_000)

afterAll(async () => {
  await server.close()
  await closeKernel(kernel)
  await database.stop()
  disk.close()
  await rm(folder, { recursive: true, force: true })
})

const system = () =>
  makeContext({ kernel, actor: { ...systemActor, keys: [everything] }, channel: 'cli', systemReason: 'test' })

async function health(): Promise<{ http: number; told: unknown }> {
  const response = await fetch(`${server.address}/api/health`)
  return { http: response.status, told: await response.json() }
}

it('a database that goes away is told as passing, and the same process works on when it is back', async () => {
  expect(await health()).toMatchObject({ http: 200, told: { status: 'ok' } })
  const ctx = system()
  const under = ctx.transaction(async (tx) => {
    const sleeping = tx.db.rows(sql`select pg_sleep(60)`)
    await Promise.all([sleeping, database.stop()])
  })
  await expect(under).rejects.toMatchObject({ status: 503, code: 'server.unavailable' })
  await database.stop()
  expect(await health()).toMatchObject({ http: 503, told: { code: 'server.unavailable' } })
  await expect(ctx.transaction(async () => undefined)).rejects.toMatchObject({ code: 'server.unavailable' })
  expect(server.errors.map(isDatabaseAway)).toEqual([true])

  database = await start()
  expect(await health()).toMatchObject({ http: 200, told: { status: 'ok' } })
})

/** Calls as the head of the company, and keeps count of what was read and what was made. */
async function openCaller() {
  const { id } = await system().recordsNamed('user').create({ name: '张伟', login: 'zhang', role: 'head' })
  const { token } = await startSession(kernel.db, id, { ip: null, agent: 'test' })
  const headers = { cookie: `dossier=${token}`, 'content-type': 'application/json', 'user-agent': 'test' }
  const done: { read: string[]; made: string[] } = { read: [], made: [] }
  const call = async (path: string, init: RequestInit = {}): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${server.address}/api${path}`, { ...init, headers })
    return { status: response.status, text: await response.text() }
  }
  return {
    done,
    read: async (path: string) => {
      const answer = await call(path)
      if (answer.status === 200) done.read.push(path)
      return answer
    },
    make: async () => {
      const answer = await call('/customers', {
        method: 'POST',
        body: JSON.stringify({ name: `${known}${Math.random()}` }),
      })
      if (answer.status === 201) done.made.push(JSON.parse(answer.text).id)
      return answer
    },
  }
}

const known = '满盘客户'
/** Pages that are there already take so many lines yet, at the most. */
const room = 2_000

/** Asks until it is refused: there is no data in the refusal. */
async function untilRefused(ask: () => Promise<{ status: number; text: string }>, code: RegExp): Promise<void> {
  for (let asked = 0; asked < room; asked++) {
    const { status, text } = await ask()
    if (status < 300) continue
    expect(text).not.toContain(known)
    return expect(`${status} ${JSON.parse(text).code}`).toMatch(code)
  }
  expect.unreachable('It is never refused')
}

/** Writes into the log of the database until it has no room, and PostgreSQL ends. */
async function fillLog(): Promise<void> {
  await withClient(database.url, async (client) => {
    for (;;) await client.query(`select pg_logical_emit_message(false, 'test', 'full'), pg_switch_wal()`)
  }).catch((error: unknown) => expect(error).toMatchObject({ severity: 'PANIC', code: '53100' }))
}

it('a disk without space gives no data and takes none; with space again nothing that was acknowledged is lost', async () => {
  const { read, make, done } = caller
  await expect.poll(async () => (await make()).status).toBe(201)
  const one = `/customers/${done.made[0]}`
  const paths = [one, '/customers', `${one}/history`, `/search?q=${encodeURIComponent(known)}`]
  // Connections to the server of before are noticed as they are used.
  for (const path of paths) await expect.poll(async () => (await read(path)).status).toBe(200)
  await disk.fill(database.url)
  for (const path of paths) await untilRefused(() => read(path), /^503 server.disk_full$/)
  await untilRefused(make, /^503 server.disk_full$/)
  if (disk.isReal) {
    await fillLog()
    await untilRefused(() => read(one), /^503 /)
  }
  await disk.free(database.url)
  await expect.poll(async () => (await health()).http).toBe(200)

  expect(await read(one)).toMatchObject({ status: 200 })
  expect(await make()).toMatchObject({ status: 201 })
  const ids = (query: Sql): Promise<unknown[]> =>
    system().transaction(async (tx) => (await tx.db.rows<{ id: string }>(query)).map(({ id }) => id))
  const made = done.made.toSorted()
  expect(await ids(sql`select id from customer order by id`)).toEqual(made)
  const lines = (action: string) =>
    ids(sql`select record as id from audit_event where action = ${action} and object = 'customer' order by record`)
  expect(await lines('create')).toEqual(made)
  expect((await lines('read')).length).toBe(done.read.filter((path) => path === one).length)
}, 60_000)

it('an error of the product itself is not taken for that', () => {
  expect(isDatabaseAway(new Error('Something else', { cause: new TypeError('x is undefined') }))).toBe(false)
})
