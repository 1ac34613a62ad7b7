import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context, Records } from '#kernel'
import { calendarSpans, firstDayOf, nextDayOf } from '#shared/calendar-spans'
import type { Filter } from '#shared/filter'
import { type House, openHouse } from '#test/house'
import { localDate } from '../../src/field-types/zone.ts'

let house: House
let ctx: Context
let customers: Records
const zone = 'Asia/Shanghai'
/** Ends of months, years and weeks, a leap day, and moments that are another day in Shanghai than in UTC. */
const days = ['2024-02-29', '2025-12-31', '2026-01-01', '2026-03-29', '2026-03-30', '2026-06-30', '2026-07-01', null]
const regions = ['330110', '3301', '33', '110105', '71', '81', '650100', null]
const moments = ['2025-12-31T15:59:59.999Z', '2025-12-31T16:00:00.000Z', '2026-03-29T15:30:00.000Z']

beforeAll(async () => {
  house = await openHouse()
  ctx = house.as('zhang')
  customers = ctx.recordsNamed('customer')
  for (let at = 0; at < 24; at++)
    await customers.create({
      name: `分组客户${at}`,
      nextFollowUp: days[at % days.length],
      region: regions[(at * 3) % regions.length],
      employees: at,
      annualRevenue: { amount: at * 100, currency: at % 8 === 1 ? 'USD' : 'CNY' },
    })
  const { items } = await customers.list({ limit: 1 })
  for (const at of moments)
    await ctx.recordsNamed('follow_up').create({ customer: items[0]?.id, method: 'phone', content: '联系', at })
})
afterAll(() => house.close())

type Counted = Record<string, { count: number; employees: number }>

/** The same in memory: each record's value, and what it falls into. */
async function inMemory(keyOf: (values: Record<string, unknown>) => string | null): Promise<Counted> {
  const { items } = await customers.list({ limit: 200 })
  const counted: Counted = {}
  for (const { values } of items) {
    const key = String(keyOf(values))
    const was = counted[key] ?? { count: 0, employees: 0 }
    counted[key] = { count: was.count + 1, employees: was.employees + Number(values.employees) }
  }
  return counted
}

async function inSql(by: string, per?: string): Promise<Counted> {
  const { groups } = await customers.groupBy(by, { per, sums: ['employees'] })
  return Object.fromEntries(
    groups.map(({ value, count, sums }) => [String(value), { count, employees: Number(sums.employees) }]),
  )
}

describe('groups of what values fall into', () => {
  it.each(calendarSpans)(
    'by the %s of a day are what memory makes of them, and hold what lies between their ends',
    async (span) => {
      expect(await inSql('nextFollowUp', span)).toEqual(
        await inMemory(({ nextFollowUp }) => (nextFollowUp ? firstDayOf(span, String(nextFollowUp)) : null)),
      )
      const { groups } = await customers.groupBy('nextFollowUp', { per: span })
      expect(groups[0]?.value).toBeNull()
      expect(groups.slice(1).map(({ value }) => value)).toEqual(
        groups
          .slice(1)
          .map(({ value }) => value)
          .toSorted()
          .toReversed(),
      )
      for (const { value, count, span: ends } of groups.slice(1)) {
        expect(ends).toEqual([value, nextDayOf(span, String(value))])
        const where: Filter = { nextFollowUp: { gte: ends?.[0], lt: ends?.[1] } }
        expect((await customers.list({ where })).total).toBe(count)
      }
    },
  )

  it('by month of a moment are those of the company’s clocks', async () => {
    const records = ctx.recordsNamed('follow_up')
    for (const span of calendarSpans) {
      const { groups } = await records.groupBy('at', { per: span })
      const expected = Map.groupBy(moments, (at) => firstDayOf(span, localDate(new Date(at), zone)))
      expect(groups.map(({ value, count }) => [value, count])).toEqual(
        [...expected].map(([day, all]) => [day, all.length]).toReversed(),
      )
      for (const { count, span: [from, until] = ['', ''] } of groups)
        expect((await records.list({ where: { at: { gte: from, lt: until } } })).total).toBe(count)
    }
    const { groups } = await records.groupBy('at', { per: 'year' })
    expect(groups[0]?.span).toEqual(['2025-12-31T16:00:00.000Z', '2026-12-31T16:00:00.000Z'])
  })

  it('by month of when records were made, which their list can be narrowed to', async () => {
    const { groups } = await customers.groupBy('createdAt', { per: 'month' })
    expect(groups.map(({ value, count }) => [value, count])).toEqual([
      [firstDayOf('month', localDate(new Date(), zone)), 24],
    ])
    const [from, until] = groups[0]?.span ?? []
    expect((await customers.list({ where: { createdAt: { gte: from, lt: until } } })).total).toBe(24)
  })

  it('by province are what memory makes of them, whatever the part of it', async () => {
    expect(await inSql('region.province')).toEqual(
      await inMemory(({ region }) => (region ? String(region).slice(0, 2) : null)),
    )
    const { groups } = await customers.groupBy('region.province')
    for (const { value, count } of groups) {
      const where: Filter = value === null ? { region: { empty: true } } : { region: { under: value } }
      expect((await customers.list({ where })).total).toBe(count)
    }
  })

  it('of all records together are one, with sums of one currency alone', async () => {
    const all = await customers.groupBy(undefined, { sums: ['employees', 'annualRevenue'] })
    expect(all.groups).toEqual([{ value: null, count: 24, sums: { employees: 276, annualRevenue: null } }])
    const where: Filter = { name: { contains: '分组客户2' } }
    const some = await customers.groupBy(undefined, { where, sums: ['annualRevenue'] })
    expect(some.groups).toEqual([{ value: null, count: 5, sums: { annualRevenue: { amount: 8800, currency: 'CNY' } } }])
    const none = await customers.groupBy(undefined, { where: { name: '查无此名' }, sums: ['employees'] })
    expect(none.groups).toEqual([{ value: null, count: 0, sums: { employees: null } }])
  })

  it.each([
    ['nextFollowUp', 'province'],
    ['region', 'month'],
    ['region', 'letters'],
    ['tier', 'month'],
    ['phone', 'month'],
    ['version', 'month'],
    ['createdBy', 'day'],
    [undefined, 'month'],
  ])('are refused where %s has no %s', async (by, per) => {
    await expect(customers.groupBy(by, { per })).rejects.toMatchObject({ status: 400 })
  })

  it('by moments themselves are refused', async () => {
    for (const by of ['createdAt', 'lastFollowedUp'])
      await expect(customers.groupBy(by)).rejects.toMatchObject({ status: 400 })
  })
})
