import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, sql } from '#kernel'
import { type House, openHouse } from '#test/house'

let house: House
let ctx: Context
beforeAll(async () => {
  house = await openHouse()
  ctx = house.as('zhang')
})
afterAll(() => house.close())

const many = 200
const inYear = (year: number) => house.as('zhang', { now: () => new Date(Date.UTC(year, 5, 1)) })
const numberOf = ({ archiveNumber }: { [field: string]: unknown }) => String(archiveNumber)

describe('archive numbers', () => {
  it(`are ${many} different ones in ${many} parallel creations, of which some fail and leave gaps`, async () => {
    const customers = ctx.recordsNamed('customer')
    const settled = await Promise.allSettled(
      Array.from({ length: many }, (_, index) =>
        ctx.transaction(async (tx) => {
          const made = await tx.recordsNamed('customer').create({ name: `并发${index}` })
          if (index % 10 === 3) throw new Error('after the number was given')
          return numberOf(made)
        }),
      ),
    )
    const numbers = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
    expect(numbers).toHaveLength(many * 0.9)
    expect(new Set(numbers).size).toBe(numbers.length)
    const last = numberOf(await customers.create({ name: '其后' }))
    expect(Number(last.slice(-6))).toBe(many + 1)
  })

  it('are claimed once each, whatever came between', async () => {
    const claims = await ctx.transaction(({ db }) =>
      db.rows(sql`select value from claim group by value having count(*) > 1`),
    )
    expect(claims).toEqual([])
  })

  it('start anew with each year of the context clock, and go on where a year left off', async () => {
    const make = async (year: number) =>
      numberOf(await inYear(year).recordsNamed('customer').create({ name: '旧客户' }))
    expect(await make(2019)).toBe('KH-2019-000001')
    expect(await make(2020)).toBe('KH-2020-000001')
    expect(await make(2019)).toBe('KH-2019-000002')
  })

  it('are not given again after deletion, neither by rule nor by hand', async () => {
    const customers = inYear(2018).recordsNamed('customer')
    const made = await customers.create({ name: '会删除' })
    await customers.remove(made.id)
    const next = await customers.create({ name: '后来者' })
    expect(numberOf(next)).toBe('KH-2018-000002')
    const again = customers.create({ name: '抢号', archiveNumber: numberOf(made) })
    await expect(again).rejects.toMatchObject({ status: 422, code: 'field.number_taken' })
    const stolen = customers.update(next.id, { archiveNumber: numberOf(made) }, { version: 1 })
    await expect(stolen).rejects.toMatchObject({ status: 422, code: 'field.number_taken' })
  })

  it('step over a number that somebody brought along', async () => {
    const customers = inYear(2017).recordsNamed('customer')
    await customers.create({ name: '自带编号', archiveNumber: 'KH-2017-000001' })
    expect(numberOf(await customers.create({ name: '按规则' }))).toBe('KH-2017-000002')
  })

  it('refuse one number for two records of a batch', async () => {
    const twice = [1, 2].map((index) => ({ input: { name: `双胞${index}`, archiveNumber: 'TWIN-1' } }))
    await expect(ctx.recordsNamed('customer').createMany(twice)).rejects.toMatchObject({ code: 'field.number_taken' })
    const [one, two] = await ctx.recordsNamed('customer').createMany(twice, { lenient: true })
    expect([one?.errors, two?.errors].map((errors) => errors?.length)).toEqual([0, 1])
  })

  it('can be put back on the record that had them', async () => {
    const customers = ctx.recordsNamed('customer')
    const made = await customers.create({ name: '改号客户' })
    await customers.update(made.id, { archiveNumber: 'NEW-0001' }, { version: 1 })
    const { items } = await customers.history(made.id)
    const back = await customers.restoreValue(made.id, { change: items[0]?.id ?? '', version: 2 })
    expect(numberOf(back)).toBe(numberOf(made))
  })
})
