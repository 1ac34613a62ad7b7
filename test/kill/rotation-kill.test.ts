import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeContext, sql, startIndexRotation, startRotation } from '#kernel'
import { type House, openHouse } from '#test/house'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'
import { startWorker } from '../../src/server/worker-process.ts'

const kills = process.env.LONG ? 20 : 3
const many = 3_000

let house: House
/** Numbers by the customers who have them. */
const numbers = new Map<string, string>()
beforeAll(async () => {
  house = await openHouse()
  await add(many)
})
afterAll(() => house.close())

const customers = (kernel = house.kernel) =>
  makeContext({ kernel, actor: house.as('zhang').actor, channel: 'api' }).recordsNamed('customer')

async function add(count: number): Promise<void> {
  const phones = Array.from({ length: count }, (_, at) => `138${String(numbers.size + at).padStart(8, '0')}`)
  const made = await customers().createMany(phones.map((phone) => ({ input: { name: `客户${phone}`, phone } })))
  made.forEach(({ id }, at) => {
    numbers.set(id, `+86${phones[at]}`)
  })
}

/** Some, at random, by their number and by their last four digits, with the number opened. */
async function findSome(kernel = house.kernel): Promise<void> {
  const all = [...numbers]
  for (let tries = 0; tries < 3; tries++) {
    const [id, phone] = all[Math.floor(Math.random() * all.length)] ?? ['', '']
    expect((await customers(kernel).list({ where: { phone } })).items).toMatchObject([{ id, values: { phone } }])
    expect((await customers(kernel).list({ search: phone })).items.map((item) => item.id)).toEqual([id])
  }
}

type Work = { progress: string; open: number }

/** How far both exchanges are. */
async function work(): Promise<Work> {
  const [row] = await house.kernel.db.rows<Work>(sql`
    select string_agg(concat_ws(' ', kind, place, state), ', ' order by kind) as progress,
      count(*) filter (where state in ('queued', 'running'))::integer as open
    from job where kind in ('rotate_level_keys', 'rotate_index_key')`)
  return row ?? { progress: '', open: 0 }
}

/** What the whole table says: each number opens, and its one hash is the one that is looked for. */
async function expectWhole(): Promise<void> {
  const { hash, number } = house.kernel.codec.index()
  const rows = await house.kernel.db.rows<{ id: string; hash: Buffer; key: number }>(sql`
    select record_id as id, hash, index_key as key from lookup where object = 'customer' and kind = 'phone'`)
  expect(rows).toHaveLength(numbers.size)
  for (const row of rows) {
    expect(row.key).toBe(number)
    expect(row.hash).toEqual(hash('phone', numbers.get(row.id) ?? ''))
  }
  const ids = [...numbers.keys()]
  for (let at = 0; at < ids.length; at += 200) {
    const { items } = await customers().list({ where: { id: { in: ids.slice(at, at + 200) } }, limit: 200 })
    expect(items).toHaveLength(Math.min(200, ids.length - at))
    for (const item of items) expect(item.values.phone).toBe(numbers.get(item.id))
  }
}

it(`both exchanges of keys go on after a worker that is killed ${kills} times, while everybody finds and adds`, async () => {
  const secrets = house.kernel.keys.secrets().index
  await findSome()
  await startRotation(house.as('zhang'))
  await startIndexRotation(house.as('zhang'))
  const worker = startWorker({ url: house.url, dataDir: house.dataDir, rights: house.rights }, () => {})
  let { progress: before, open } = await work()
  for (let killed = 0; open; ) {
    await delay(5)
    const now = await work()
    open = now.open
    const pid = worker.pid()
    if (now.progress === before || !pid || killed >= kills) continue
    before = now.progress
    // Now and then a step more.
    if (!process.env.LONG && Math.random() < 0.3) continue
    await delay(Math.random() * 40)
    process.kill(pid, 'SIGKILL')
    killed++
    await expect.poll(() => worker.pid()).not.toBe(pid)
    await findSome()
    await add(5)
  }
  await worker.stop()
  expect(await house.kernel.db.rows(sql`select from job where state = 'failed'`)).toEqual([])
  // This process learns by itself that the old key has gone.
  await expect.poll(() => house.kernel.keys.secrets().index.length).toBe(1)
  await expectWhole()
  expect(house.kernel.keys.secrets().index).not.toEqual(secrets)
  const old = sql`select from level_key where retired_at is not null and wrapped is not null`
  expect(await house.kernel.db.rows(old)).toEqual([])
  const fresh = await openKernel({ url: house.url, dataDir: house.dataDir, rights: house.rights, modules })
  await findSome(fresh)
  await closeKernel(fresh)
}, 600_000)
