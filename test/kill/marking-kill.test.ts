import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type House, openHouse } from '#test/house'
import { startWorker } from '../../src/server/worker-process.ts'

const kills = process.env.LONG ? 12 : 2
const many = process.env.LONG ? 20_000 : 4_000

let house: House
beforeAll(async () => {
  house = await openHouse()
  const inputs = Array.from({ length: many }, (_, at) => ({
    input: { name: `客户${at}`, tier: at % 2 ? 'vip' : 'ordinary', shortName: at % 3 ? '简称' : null },
  }))
  for (let at = 0; at < many; at += 1_000)
    await house
      .as('zhang')
      .recordsNamed('customer')
      .createMany(inputs.slice(at, at + 1_000))
})
afterAll(() => house.close())

type Work = { place: string; done: number; state: string }

async function work(): Promise<Work> {
  const [row] = await house.kernel.db.rows<Work>(
    sql`select place::text, done, state from job where kind = 'mark_incomplete' order by id desc limit 1`,
  )
  return row ?? expect.fail('no work')
}

it(`what is to be completed agrees with a changed rule after a worker that is killed ${kills} times`, async () => {
  const parts = [{ need: 'required', when: { tier: 'vip' } }]
  const rule = { object: 'customer', field: 'shortName', rule: 'needs', parts }
  await house.as('zhang').recordsNamed('field_rule').create(rule)
  const worker = startWorker({ url: house.url, dataDir: house.dataDir, rights: house.rights }, () => {})
  let before = ''
  for (let killed = 0; ; ) {
    const now = await work()
    if (now.state === 'done') break
    expect(now.state).toMatch(/^(queued|running)$/)
    const pid = worker.pid()
    if (pid && killed < kills && now.place && now.place !== before) {
      before = now.place
      await delay(Math.random() * 20)
      process.kill(pid, 'SIGKILL')
      killed++
    }
    await delay(5)
  }
  await worker.stop()
  expect((await work()).done).toBe(many)
  const [wrong] = await house.system().transaction(({ db }) =>
    db.rows(sql`
      select count(*)::integer as count from customer
      where (incomplete = array['shortName']) is distinct from (tier = 'vip' and short_name is null)`),
  )
  expect(wrong).toEqual({ count: 0 })
}, 300_000)
