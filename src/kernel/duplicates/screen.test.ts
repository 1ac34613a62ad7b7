import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { followTrail, sql, startFinding } from '#kernel'
import { type House, openHouse } from '#test/house'
import { queueImport } from '#test/import-csv'
import { runJobs } from '#test/run-jobs'
import { partnersOf } from './candidates.ts'
import { linesOf } from './evidence.ts'
import { readFacts } from './facts.ts'
import { judge } from './judge.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await followTrail(house.system())
  await make('南浔丝语茶业有限公司')
  const list = join(import.meta.dirname, '../../../test/data/customers-dirty.utf8.csv')
  const lines = (await readFile(list, 'utf8')).split('\n')
  await queueImport(house.as('zhang'), lines.slice(0, 1300).join('\n'))
  await runJobs(house)
  // The end of a list asks for it.
  await runJobs(house)
  await make('临安竹海酒店有限公司')
  await find()
})
afterAll(() => house.close())

/** One of two that are called differently, and have all else in common; more than a step of a walk lies between them. */
async function make(name: string): Promise<void> {
  const ctx = house.as('zhang')
  const same = { phone: '13800138909', email: 'hello@example.com', street: '环湖路 9 号' }
  const { id } = await ctx.recordsNamed('customer').create({ name, ...same })
  await ctx.recordsNamed('contact').create({ customer: id, name: '沈秋' })
}

type Found = { one: string; other: string; points: number }

const kept = (): Promise<Found[]> =>
  house
    .system()
    .transaction((tx) => tx.db.rows<Found>(sql`select one, other, points from duplicate_pair order by 1, 2`))

async function find(what: { everything?: true } = {}): Promise<void> {
  await house.system().transaction((tx) => startFinding(tx, { object: 'customer', ...what }))
  await runJobs(house)
}

/** All who share a hash, opened and judged. */
function judged(): Promise<Found[]> {
  return house.system().transaction(async (tx) => {
    const type = tx.type('customer')
    const lines = linesOf(tx, type)
    const rows = await tx.db.rows<{ id: string }>(sql`select id from customer`)
    const ids = rows.map(({ id }) => id)
    const facts = await readFacts(tx, type, lines, ids)
    const near = await partnersOf(tx, type, { lines, ids, behind: false })
    return near
      .flatMap(({ one, other }) => {
        const [a, b] = [facts.get(one) ?? [], facts.get(other) ?? []]
        const found = judge(lines, [a, b], tx.kernel)
        return found ? [{ one, other, points: found.points }] : []
      })
      .sort((a, b) => (a.one + a.other < b.one + b.other ? -1 : 1))
  })
}

it('opens whatever may be one: along the trail and on a walk the pairs are those that all opened ones would be', async () => {
  const whole = await judged()
  expect(whole.filter(({ points }) => points === 5)).toHaveLength(1)
  expect(whole.length).toBeGreaterThan(10)
  expect(await kept()).toEqual(whole)
  await house.system().transaction(async (tx) => {
    // One of the pairs is left, with another that is gone since.
    await tx.db.rows(sql`delete from duplicate_pair where one <> ${whole[0]?.one}::uuid`)
    await tx.db.rows(
      sql`update duplicate_pair set other = 'ffffffff-ffff-7fff-bfff-ffffffffffff' where other = ${whole[0]?.other}::uuid`,
    )
    await tx.db.rows(sql`delete from lookup where kind like '%.like'`)
  })
  await find({ everything: true })
  expect(await kept()).toEqual(whole)
})
