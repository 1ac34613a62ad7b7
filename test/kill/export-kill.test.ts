import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { fetchExport } from '../../src/modules/exports/index.ts'
import { startWorker } from '../../src/server/worker-process.ts'

const kills = Number(process.env.KILLS ?? 3)
const rows = 5_000

let house: House
let worker: ReturnType<typeof startWorker>
beforeAll(async () => {
  house = await openHouse()
  const customers = house.system().recordsNamed('customer')
  for (let from = 0; from < rows; from += 500)
    await customers.createMany(
      Array.from({ length: 500 }, (_, at) => ({ input: { name: `客户第${from + at}号`, type: 'company' } })),
    )
  worker = startWorker({ url: house.url, dataDir: house.dataDir, rights: house.rights }, () => {})
}, 240_000)
afterAll(async () => {
  await worker.stop()
  await house.close()
})

const stateOf = async (id: string): Promise<unknown> => (await house.system().recordsNamed('export').get(id)).state

it('an export whose worker is killed again and again becomes one whole file', async () => {
  const ctx = house.as('zhang')
  const asked = { object: 'customer', format: 'csv', columns: ['name'], grounds: '对账' } as const
  const { id, job } = await ctx.recordsNamed('export').create(asked)
  let killed = 0
  while (killed < kills && (await stateOf(id)) === 'making') {
    await delay(100 + Math.random() * 700)
    const pid = worker.pid()
    if (!pid) continue
    process.kill(pid, 'SIGKILL')
    killed++
  }
  expect(killed).toBeGreaterThan(0)
  await expect.poll(() => stateOf(id), { timeout: 120_000, interval: 100 }).toBe('ready')
  const { content } = await fetchExport(ctx, id)
  let text = ''
  for await (const piece of content) text += piece
  const names = text.trim().split('\r\n').slice(1)
  expect(names).toHaveLength(rows)
  expect(new Set(names).size).toBe(rows)
  const [left] = await house.kernel.db.rows<{ count: number }>(
    sql`select count(*) as count from file where uploaded_by is null`,
  )
  expect(left?.count).toBe(0)
  expect(job).toBeTruthy()
  const contents = async (): Promise<string[]> =>
    (await readdir(join(house.dataDir, 'files'), { recursive: true })).filter(
      (name) => name.includes('-') && !name.startsWith('incoming'),
    )
  await expect.poll(contents).toEqual([])
}, 240_000)
