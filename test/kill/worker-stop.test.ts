import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'

const file = join(import.meta.dirname, '../../src/server/worker.ts')

let house: House
let raw: Awaited<ReturnType<typeof rawConnection>>
let barrier: typeof raw
beforeAll(async () => {
  house = await openHouse()
  raw = await rawConnection(house, { everything: true })
  barrier = await rawConnection(house, { everything: true })
})
afterAll(async () => {
  await raw.end()
  await barrier.end()
  await house.close()
})

it('a worker that is told to stop while it still starts ends what it has begun, and has nothing to complain of', async () => {
  const { url, dataDir, rights } = house
  // The upkeep of its start waits here.
  await barrier.rows('begin')
  await barrier.rows('lock table idempotency in access exclusive mode')
  const env = { ...process.env, DOSSIER_WORKER: JSON.stringify({ url, dataDir, rights }) }
  const worker = spawn(process.execPath, [file], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const complaints = text(worker.stderr)
  const ended = once(worker, 'exit')
  const count = (query: string) => async () => (await raw.rows(query)).length
  const upkeep = count(`select 1 from pg_locks where not granted and relation = 'idempotency'::regclass`)
  const queue = count(
    `select 1 from pg_stat_activity where datname = current_database() and query like 'LISTEN "jobs:insert"%'`,
  )
  await expect.poll(upkeep).toBe(1)
  await expect.poll(queue).toBe(1)
  worker.kill('SIGTERM')
  // It has heard: nothing listens for new jobs any more.
  await expect.poll(queue).toBe(0)
  expect(worker.exitCode).toBe(null)
  await barrier.rows('commit')
  expect(await ended).toEqual([0, null])
  expect(await complaints).toBe('')
})
