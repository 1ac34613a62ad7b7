import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, type Database, makeContext, type Sql, sql } from '#kernel'
import { overdueBy } from '#shared/service-standard'
import { growCustomers } from '#test/grow'
import { type CastName, type House, openHouse } from '#test/house'
import { rawConnection } from '#test/raw-connection'
import { compileSql } from '../../src/kernel/query/sql.ts'
import { queryOf } from '../../src/modules/exports/selection.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await growCustomers(house, 100_000)
  await giveBirthdays()
  await giveContacts()
})
afterAll(() => house.close())

/** Of one in ten the day of birth is known, and these are of all days of the year for each reader. */
async function giveBirthdays(): Promise<void> {
  const raw = await rawConnection(house, { everything: true })
  await raw.rows(`
    update customer set birthday = (date '1950-01-01' + n / 10)::text
    from (select id, substr(search_latin, 3)::integer as n from customer) as counted
    where counted.id = customer.id and n % 10 = 0`)
  await raw.rows('analyze customer')
  await raw.end()
}

/** One in ten is of a tier whose customers were contacted within the last fifteen days. */
async function giveContacts(): Promise<void> {
  const raw = await rawConnection(house, { everything: true })
  await raw.rows(`
    update customer set tier = 'vip', last_followed_up = now() - make_interval(days => n / 70 % 16)
    from (select id, substr(search_latin, 3)::integer as n from customer) as counted
    where counted.id = customer.id and n % 10 = 0`)
  await raw.rows('analyze customer')
  await raw.end()
}

/** A context whose statements can be looked at afterwards. */
function watched(name: CastName): { ctx: Context; statements: Sql[]; counts: Sql[] } {
  const statements: Sql[] = []
  const counts: Sql[] = []
  const watch = <R extends Pick<Database, 'tuples' | 'rows'>>(runner: R): R => ({
    ...runner,
    tuples: (query: Sql) => {
      statements.push(query)
      return runner.tuples(query)
    },
    rows: <R extends Record<string, unknown>>(query: Sql) => {
      if (compileSql(query).text.trim().startsWith('select count(')) counts.push(query)
      return runner.rows<R>(query)
    },
  })
  const { db } = house.kernel
  const kernel = { ...house.kernel, db: { ...watch(db), connect: async () => watch(await db.connect()) } }
  return { ctx: makeContext({ kernel, actor: house.as(name).actor, channel: 'api' }), statements, counts }
}

type Query = Parameters<ReturnType<Context['recordsNamed']>['list']>[0]

/** The plan of the list's own statement, for its reader's keys. */
async function planOf(name: CastName, query: Query): Promise<{ plan: string; found: number }> {
  const { ctx, statements } = watched(name)
  const { items } = await ctx.recordsNamed('customer').list({ ...query, limit: 50 })
  return { plan: await explain(ctx, statements), found: items.length }
}

/** Of the first statement, in the way a list is read. */
async function explain(ctx: Context, [statement = sql``]: readonly Sql[]): Promise<string> {
  const explained = ({ db }: Context) => db.rows<{ 'QUERY PLAN': string }>(sql`explain ${statement}`)
  const rows = await ctx.reading(explained, { many: true })
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

const overdue = overdueBy([
  { tier: 'vip', contactDays: 14 },
  { tier: 'ordinary', contactDays: 60 },
])
const readers = ['zhang', 'chen', 'wang'] as const
const queries: [string, Query, RegExp][] = [
  ['by time of change', {}, /customer_(updated|acl)_idx/],
  ['of a region and an industry', { where: { region: '330110', industry: 'A' } }, /customer_(region_industry|acl)_idx/],
  ['with a birthday within a week', { where: { birthday: { withinDays: 7 } } }, /customer_(birthday_day|acl)_idx/],
  [
    'longer without contact than the standard of its tier',
    { where: overdue, sort: 'lastFollowedUp' },
    /customer_(last_followed_up|acl)_idx/,
  ],
  ['with two characters in the name', { search: '客户' }, /customer_(grams|acl)_idx/],
  ['with two rare characters in the name', { search: '一丠' }, /customer_(grams|acl)_idx/],
]

describe('at 100,000 customers, the list', () => {
  it.each(queries.flatMap(([title, query, index]) => readers.map((reader) => ({ title, query, index, reader }))))(
    '$title uses an index for $reader',
    async ({ query, index, reader }) => {
      const { plan, found } = await planOf(reader, query)
      // Without a superuser nobody may call the search's functions leakproof: right answers, slower.
      if (query?.search && !house.rights.superuser) return expect(found).toBeGreaterThanOrEqual(0)
      expect(plan).toMatch(index)
      expect(plan).not.toContain('Seq Scan on customer')
    },
  )

  it('counts by an index alone for who sees all', async () => {
    const { ctx, counts } = watched('zhang')
    const where = { region: '330110' }
    const { total } = await ctx.recordsNamed('customer').list({ where, limit: 1 })
    expect(total).toBeGreaterThan(1)
    if (house.rights.reader) expect(await explain(ctx, counts)).toMatch(/Index Only Scan using customer_region/)
  })

  it('counts what is overdue by the standards by an index for who sees all', async () => {
    const { ctx, counts } = watched('zhang')
    const where = overdueBy([{ tier: 'vip', contactDays: 13 }])
    const { total } = await ctx.recordsNamed('customer').list({ where, limit: 1 })
    expect(total).toBeGreaterThan(1)
    expect(await explain(ctx, counts)).toContain('customer_tier_idx')
  })

  it('finds something in each of those ways', async () => {
    for (const [title, query] of queries.slice(0, 5))
      for (const reader of readers) expect((await planOf(reader, query)).found, `${reader} ${title}`).toBeGreaterThan(0)
  })
})

describe('at 100,000 customers, an export', () => {
  const exported = 'DC-2026-000001'
  const holders = ['zhang', 'chen'] as const

  it.each(holders)('goes on behind its last page by an index for %s', async (name) => {
    const { ctx, statements } = watched(name)
    const customers = ctx.recordsNamed('customer')
    const query = { ...queryOf({}), limit: 200, fields: ['name'], uncounted: true, exported }
    const { next } = await customers.list(query)
    const begun = statements.length
    const { items } = await customers.list({ ...query, after: next ?? undefined })
    expect(items.length).toBeGreaterThan(0)
    const plan = await explain(ctx, statements.slice(begun))
    expect(plan).toMatch(/Index Cond: \(.*(acl_read|id)/)
    expect(plan).not.toContain('Seq Scan on customer')
  })

  it('of few is measured by an index for those who do not see all', async () => {
    const { ctx, counts } = watched('chen')
    const { rows } = await ctx.recordsNamed('customer').measure(queryOf({}), 5_000)
    expect(rows).toBeGreaterThan(0)
    const plan = await explain(ctx, counts)
    expect(plan).toContain('customer_acl_idx')
    expect(plan).not.toContain('Seq Scan on customer')
  })
})
