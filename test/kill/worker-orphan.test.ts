import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'
import { isAlive } from '../../src/server/pid-lock.js'

const parent = join(import.meta.dirname, 'worker-parent.ts')

let house: House
let raw: Awaited<ReturnType<typeof rawConnection>>
beforeAll(async () => {
  house = await openHouse()
  raw = await rawConnection(house, { everything: true })
})
afterAll(async () => {
  await raw.end()
  await house.close()
})

async function startServer(): Promise<{ server: ChildProcess; worker: number }> {
  const { url, dataDir, rights } = house
  const server = spawn(process.execPath, [parent, JSON.stringify({ url, dataDir, rights })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(server.stdout, 'data')
  const worker = Number(String(said))
  onTestFinished(() => {
    server.kill('SIGKILL')
    if (isAlive(worker)) process.kill(worker, 'SIGKILL')
  })
  return { server, worker }
}

/** Connections of workers and of the house itself. */
async function connections(): Promise<number> {
  const open = await raw.rows('select 1 from pg_stat_activity where datname = current_database()')
  return open.length
}

describe('a worker whose server is killed', () => {
  it('before the worker has read its code ends by itself', async () => {
    const { server, worker } = await startServer()
    server.kill('SIGKILL')
    await expect.poll(() => isAlive(worker), { timeout: 20_000 }).toBe(false)
  })

  it('while the worker opens its connections ends by itself', async () => {
    const before = await connections()
    const { server, worker } = await startServer()
    await expect.poll(connections, { timeout: 20_000, interval: 2 }).toBeGreaterThan(before)
    server.kill('SIGKILL')
    await expect.poll(() => isAlive(worker), { timeout: 20_000 }).toBe(false)
    await expect.poll(connections, { timeout: 20_000 }).toBe(before)
  })
})
