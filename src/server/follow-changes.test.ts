import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { defineModule, sql, tellsApart } from '#kernel'
import { type House, openHouse } from '#test/house'
import { followChanges } from './follow-changes.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Counts how often what was written about tasks is followed. */
function counting(pace: { quietMs: number; longestMs: number }): { runs: number } {
  const counted = { runs: 0 }
  const module = defineModule({
    name: 'counting',
    label: { zh: '计数', en: 'Counting' },
    soon: {
      heeds: (_, object) => object === 'task',
      run: async () => {
        counted.runs++
      },
    },
  })
  const following = followChanges({ ...house.kernel, modules: [module] }, pace)
  onTestFinished(() => following.stop())
  return counted
}

const task = (title: string) => house.as('wang').recordsNamed('task').create({ title })

it('follows what came together once, and nothing that is not heeded', async () => {
  const counted = counting({ quietMs: 1_500, longestMs: 60_000 })
  const others = counting({ quietMs: 0, longestMs: 0 })
  await house.as('wang').recordsNamed('customer').create({ name: '甲客户' })
  await Promise.all(['整理名片', '核对传真', '回访'].map(task))
  await expect.poll(() => others.runs).toBeGreaterThan(0)
  expect(counted.runs).toBe(0)
  await expect.poll(() => counted.runs).toBe(1)
})

it('follows who writes all the time meanwhile', async () => {
  const counted = counting({ quietMs: 60_000, longestMs: 200 })
  await task('第一件')
  await expect.poll(() => counted.runs).toBe(1)
})

it('duplicates are looked for soon after a file was written', async () => {
  const following = followChanges(house.kernel, { quietMs: 50, longestMs: 50 })
  onTestFinished(() => following.stop())
  await house.as('wang').recordsNamed('customer').create({ name: '乙客户' })
  // By night one that goes through everything is due beside it.
  const ofChanges = sql`select id from job where kind = 'find_duplicates' and not input ? 'everything'`
  await expect.poll(() => house.kernel.db.rows(ofChanges)).toHaveLength(1)
  const { registry } = house.kernel
  expect(['customer', 'contact', 'task', 'unit'].filter((object) => tellsApart(registry, object))).toEqual([
    'customer',
    'contact',
  ])
})
