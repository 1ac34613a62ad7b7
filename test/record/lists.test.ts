import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, type Records, sql } from '#kernel'
import type { Filter } from '#shared/filter'
import { growCustomers } from '#test/grow'
import { type House, openHouse } from '#test/house'

let house: House
let ctx: Context
let customers: Records
const size = 90

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]

/** Customers with values that repeat and values that are missing, of five owners. */
function input(index: number): Record<string, unknown> {
  return {
    name: `${at(['安', '白', '曹', '邓'], index)}客户${index % 7}`,
    tier: at(['vip', 'ordinary', 'potential'], index),
    stage: at(['prospect', 'first', 'repeat'], Math.floor(index / 2)),
    industry: index % 4 ? at(['A', 'C', 'F'], index) : null,
    region: index % 5 ? at(['330110', '330106', '310115'], index) : null,
    employees: index % 3 ? index % 11 : null,
    annualRevenue: index % 6 ? { amount: (index % 9) * 1_000, currency: 'CNY' } : null,
    nextFollowUp: index % 7 ? `2026-0${1 + (index % 9)}-15` : null,
    tags: index % 2 ? [`甲${index % 3}`, `乙${index % 4}`] : null,
    owner: at(Object.values(house.people), index)?.id,
  }
}

beforeAll(async () => {
  house = await openHouse()
  ctx = house.as('zhang')
  customers = ctx.recordsNamed('customer')
  for (let index = 0; index < size; index++) await customers.create(input(index))
})
afterAll(() => house.close())

async function walk(records: Records, query: { where?: Filter; sort?: string; limit?: number }): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await records.list({ ...query, after })
    ids.push(...page.items.map(({ id }) => id))
    after = page.next ?? undefined
  } while (after)
  return ids
}

/** What PostgreSQL says when asked by hand. */
async function byHand(condition: string, order = 'id'): Promise<string[]> {
  return ctx.transaction(async ({ db }) => {
    const rows = await db.rows<{ id: string }>(
      sql`select id from customer where deleted_at is null and (${sql.raw(condition)}) order by ${sql.raw(order)}`,
    )
    return rows.map(({ id }) => id)
  })
}

const filters: [Filter, string][] = [
  [{ tier: 'vip', stage: 'first' }, `tier = 'vip' and stage = 'first'`],
  [{ or: [{ tier: 'vip' }, { stage: 'first' }] }, `tier = 'vip' or stage = 'first'`],
  [{ not: { tier: 'vip' } }, `tier <> 'vip'`],
  [{ not: { industry: 'A' } }, `industry is distinct from 'A'`],
  [{ industry: null }, 'industry is null'],
  [{ industry: { in: ['A', 'C'] }, region: { under: '3301' } }, `industry in ('A', 'C') and region like '3301%'`],
  [{ employees: { gte: 3, lt: 8 } }, 'employees >= 3 and employees < 8'],
  [{ not: { employees: { gte: 3 } } }, 'coalesce(employees < 3, true)'],
  [{ tags: { hasAny: ['甲0', '乙1'] } }, `coalesce(tags && array['甲0', '乙1'], false)`],
  [
    {
      and: [
        { or: [{ tier: 'vip' }, { not: { region: { empty: true } } }] },
        { not: { or: [{ stage: 'first' }, { employees: 5 }] } },
      ],
    },
    `(tier = 'vip' or region is not null) and not (stage = 'first' or coalesce(employees = 5, false))`,
  ],
  [{ or: [] }, 'false'],
  [{ and: [] }, 'true'],
]

const orders: [string, string][] = [
  ['-updatedAt', 'updated_at desc, id desc'],
  ['createdAt', 'created_at, id'],
  ['name', 'name collate "zh-x-icu" nulls last, id'],
  ['-name', 'name collate "zh-x-icu" desc nulls last, id desc'],
  ['employees', 'employees nulls last, id'],
  ['-employees', 'employees desc nulls last, id desc'],
  ['annualRevenue', 'annual_revenue nulls last, id'],
  ['-nextFollowUp', 'next_follow_up desc nulls last, id desc'],
  ['tier,-employees', 'tier nulls last, employees desc nulls last, id desc'],
  ['-tier,employees,name', 'tier desc nulls last, employees nulls last, name collate "zh-x-icu" nulls last, id'],
]

describe('a list', () => {
  it.each(filters)('filtered by %o finds what SQL by hand finds', async (where, condition) => {
    const ids = await walk(customers, { where, sort: 'id', limit: 200 })
    expect(ids).toEqual((await byHand(condition)).toSorted())
    expect((await customers.list({ where, limit: 1 })).total).toBe(ids.length)
  })

  it.each(orders)('sorted by %s is walked page by page in the order of SQL by hand', async (sort, order) => {
    expect(await walk(customers, { sort, limit: 7 })).toEqual(await byHand('true', order))
  })

  it('walks without gap or repeat while others write', async () => {
    const before = await byHand('true', 'created_at, id')
    const first = await customers.list({ sort: 'createdAt', limit: 40 })
    await customers.create(input(1))
    const rest: string[] = []
    for (let after = first.next; after; ) {
      const page = await customers.list({ sort: 'createdAt', limit: 40, after })
      rest.push(...page.items.map(({ id }) => id))
      after = page.next
    }
    expect([...first.items.map(({ id }) => id), ...rest].slice(0, before.length)).toEqual(before)
  })

  it.each(['e30', 'WyJ4IiwieSJd', 'WzFd', '%', ''.padEnd(4000, 'A')])('refuses %s as a cursor', async (after) => {
    await expect(customers.list({ after })).rejects.toMatchObject({ status: 400, code: 'request.invalid' })
  })

  it('counts exactly up to 10,000 and estimates beyond', async () => {
    await growCustomers(house, 10_500)
    const all = await customers.list({ limit: 1 })
    expect(all.totalExact).toBe(false)
    expect(all.total).toBeGreaterThan(10_000)
    expect(Math.abs(all.total - 10_591)).toBeLessThan(1_500)
    const where = { industry: { in: ['A', 'C', 'F', 'I'] } }
    const exact = (await byHand(`industry in ('A', 'C', 'F', 'I')`)).length
    expect(exact).toBeLessThan(10_000)
    expect(await customers.list({ where, limit: 1 })).toMatchObject({ total: exact, totalExact: true })
  })
})

describe('a group-by', () => {
  it.each(['tier', 'industry', 'region', 'owner', 'employees'])(
    'by %s counts and sums as SQL by hand does',
    async (field) => {
      const column = field === 'owner' ? 'owner_id' : field
      const where = { stage: { in: ['prospect', 'first'] } }
      const { groups } = await customers.groupBy(field, { where, sums: ['employees', 'annualRevenue'] })
      const rows = await ctx.transaction(({ db }) =>
        db.rows(sql`select ${sql.id(column)} as value, count(*) as count, sum(employees) as employees,
          case when count(annual_revenue) > 0 then json_build_object('amount', sum(annual_revenue), 'currency', 'CNY') end as "annualRevenue"
        from customer where stage in ('prospect', 'first') and deleted_at is null group by 1`),
      )
      const flat = groups.map(({ value, count, sums }) => ({ value, count, ...sums }))
      expect(new Set(flat.map((each) => JSON.stringify(each)))).toEqual(
        new Set(rows.map((each) => JSON.stringify(each))),
      )
    },
  )

  it('adds up no amounts of different currencies', async () => {
    for (const [name, currency] of [
      ['同币', 'USD'],
      ['同币', 'USD'],
      ['异币', 'USD'],
      ['异币', 'CNY'],
    ])
      await customers.create({ name: `${name}客户`, shortName: name, dealAmount: { amount: 500, currency } })
    const where = { shortName: { in: ['同币', '异币'] } }
    const { groups } = await customers.groupBy('shortName', { where, sums: ['dealAmount'] })
    const sums = Object.fromEntries(groups.map(({ value, sums: { dealAmount } }) => [value, dealAmount]))
    expect(sums).toEqual({ 同币: { amount: 1_000, currency: 'USD' }, 异币: null })
  })

  it('adds up by a part of the values, such as the province of a region', async () => {
    const regions = ['330110', '330106', '33', '310115', null]
    for (const [at, region] of regions.entries()) await customers.create({ name: `地区客户${at}`, region })
    const where = { name: { contains: '地区客户' } }
    const { groups } = await customers.groupBy('region.province', { where })
    expect(groups.map(({ value, count }) => [value, count])).toEqual([
      ['33', 3],
      ['31', 1],
      [null, 1],
    ])
    const { items } = await customers.list({ where, sort: 'region.province,name', limit: 4, fields: ['name'] })
    expect(items.map(({ values }) => values.name)).toEqual(['地区客户3', '地区客户0', '地区客户1', '地区客户2'])
    const paged = await customers.list({ where, sort: '-region.province,name', limit: 3, fields: ['name'] })
    const rest = await customers.list({
      where,
      sort: '-region.province,name',
      after: paged.next ?? '',
      fields: ['name'],
    })
    expect(rest.items.map(({ values }) => values.name)).toEqual(['地区客户3', '地区客户4'])
    await expect(customers.list({ sort: 'region.street' })).rejects.toMatchObject({ code: 'request.unknown_field' })
    await expect(customers.groupBy('region.street')).rejects.toMatchObject({ code: 'request.unknown_field' })
  })

  it('is refused by a field whose values make no groups', async () => {
    await expect(customers.groupBy('tags')).rejects.toMatchObject({ status: 400 })
  })
})

describe('a list of some fields', () => {
  it('reads those alone, and what a computed one is worked out from', async () => {
    const { id } = await customers.create({
      name: '林先生',
      type: 'person',
      birthday: '1990-04-12',
      phone: '13812345678',
    })
    const listed = async (fields?: readonly string[]) => {
      const { items } = await customers.list({ where: { name: { contains: '林先生' } }, fields })
      return items.find((item) => item.id === id)?.values ?? {}
    }
    expect(await listed(['name'])).not.toHaveProperty('phone')
    expect(await listed(['name', 'phone'])).toMatchObject({ name: '林先生', phone: '+8613812345678' })
    const { age } = await listed()
    expect(age).toBeGreaterThan(30)
    expect(await listed(['age'])).toMatchObject({ age })
    const [line] = await ctx.transaction(({ db }) =>
      db.rows<{ fields: string[] }>(
        sql`select fields from audit_event where object = 'customer' and action = 'list' order by id desc limit 1`,
      ),
    )
    expect(line?.fields).toEqual(['age', 'birthday'])
    await expect(listed(['unheard'])).rejects.toMatchObject({ status: 400 })
  })
})
