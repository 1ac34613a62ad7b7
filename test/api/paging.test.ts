import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

const rows = 500
/** Few values and many gaps, so that every page ends within equals or within what is empty. */
const some = (values: readonly unknown[], index: number, gap: number) =>
  index % gap ? values[index % values.length] : null

let house: ApiHouse
let wang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  const customers = house.as('wang').recordsNamed('customer')
  await customers.createMany(
    Array.from({ length: rows }, (_, index) => ({
      input: {
        name: `${['重庆', '阿里', '北京', 'Zeta', '杭州'][index % 5]}客户${index % 50}`,
        shortName: some(['乙', '甲', '丙'], index, 3),
        employees: some([1, 20, 300], index, 4),
        dealAmount: some(['1', '2.5', '1000'], index, 5),
        nextFollowUp: some(['2026-01-01', '2026-02-01'], index, 2),
        tier: some(['vip', 'ordinary'], index, 7),
      },
      origin: { createdAt: new Date(Date.UTC(2026, 0, 1 + (index % 9))).toISOString() },
    })),
  )
}, 60_000)
afterAll(() => house.close())

async function walk(query: Record<string, string>): Promise<{ id: string; [field: string]: unknown }[]> {
  const found = []
  for (let after: string | null = null; ; ) {
    const page = await wang.get(`/api/customers?${new URLSearchParams({ ...query, ...(after ? { after } : {}) })}`)
    expect(page.status).toBe(200)
    expect(page.body).toMatchObject({ total: rows, totalExact: true })
    found.push(...page.body.items)
    after = page.body.next
    if (!after) return found
  }
}

describe('page by page', () => {
  it.each([
    '-updatedAt',
    'createdAt',
    'name',
    '-name',
    'shortName',
    '-shortName',
    'employees',
    '-employees',
    'dealAmount,-name',
    'nextFollowUp,-dealAmount,name',
    '-tier,nextFollowUp',
    '-importRow',
    'lastFollowedUp',
  ])('sorted by %s all records come once', async (sort) => {
    const found = await walk({ sort, limit: '37' })
    expect(found).toHaveLength(rows)
    expect(new Set(found.map(({ id }) => id)).size).toBe(rows)
  })

  it('is the order of the whole, with what is empty at the end', async () => {
    for (const sort of ['employees', '-employees']) {
      const values = (await walk({ sort, limit: '61', fields: 'employees' })).map(({ employees }) => employees)
      const filled = values.filter((value) => typeof value === 'number')
      expect(values.slice(0, filled.length)).toEqual(filled.toSorted((a, b) => (sort === 'employees' ? a - b : b - a)))
      expect(values.slice(filled.length).every((value) => value === null)).toBe(true)
      expect(filled).toHaveLength(375)
    }
  })

  it('sorts Chinese names as a dictionary does', async () => {
    const names = (await walk({ sort: 'name', limit: '200', fields: 'name' })).map(({ name }) => String(name))
    expect(names).toEqual(names.toSorted(new Intl.Collator('zh-Hans-CN-u-co-pinyin').compare))
  })

  it('answers the fields that were asked for and no others', async () => {
    const [first] = (await wang.get('/api/customers?limit=1&fields=name,tier')).body.items
    expect(Object.keys(first)).toEqual(expect.arrayContaining(['id', 'version', 'name', 'tier', 'can']))
    expect(first).not.toHaveProperty('phone')
  })

  it('loses and repeats nothing while others write', async () => {
    const first = (await wang.get('/api/customers?sort=createdAt&limit=200')).body
    const made = (await wang.post('/api/customers', { name: '后来的客户' })).body.id
    const ids = first.items.map(({ id }: { id: string }) => id)
    for (let after = first.next; after; ) {
      const page = (await wang.get(`/api/customers?sort=createdAt&limit=200&after=${after}`)).body
      ids.push(...page.items.map(({ id }: { id: string }) => id))
      after = page.next
    }
    expect(ids).toHaveLength(rows + 1)
    expect(new Set(ids).size).toBe(rows + 1)
    expect(ids.at(-1)).toBe(made)
  })
})
