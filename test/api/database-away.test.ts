import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isDatabaseAway, type Kernel, makeContext, migrate, openDatabase, sql, systemActor } from '#kernel'
import { type ApiServer, openServer } from '#test/api-server'
import { testFolder } from '#test/test-folder'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'
import { type RunningDatabase, startDatabase } from '../../src/server/postgres/index.ts'

let dataDir: string
let database: RunningDatabase
let kernel: Kernel
let server: ApiServer

const start = () => startDatabase({ dataDir, report: () => undefined, settings: { fsync: 'off' } })

beforeAll(async () => {
  dataDir = await testFolder()
  database = await start()
  const login = openDatabase(database.url, { max: 1, name: 'migrations' })
  const rights = await migrate(login, join(import.meta.dirname, '../../db/migrations'))
  await login.end()
  kernel = await openKernel({ url: database.url, dataDir, rights, modules })
  server = await openServer(kernel)
}, 60_000)

afterAll(async () => {
  await server.close()
  await closeKernel(kernel)
  await database.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function health(): Promise<{ http: number; told: unknown }> {
  const response = await fetch(`${server.address}/api/health`)
  return { http: response.status, told: await response.json() }
}

it('a database that goes away is told as passing, and the same process works on when it is back', async () => {
  expect(await health()).toMatchObject({ http: 200, told: { status: 'ok' } })
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
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

it('an error of the product itself is not taken for that', () => {
  expect(isDatabaseAway(new Error('Something else', { cause: new TypeError('x is undefined') }))).toBe(false)
})
