import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duplicateGroups, findImport, followTrail, sql, startFinding } from '#kernel'
import { type CastName, type House, openHouse } from '#test/house'
import { queueImport } from '#test/import-csv'
import { runJobs } from '#test/run-jobs'

const data = join(import.meta.dirname, '../data')
let house: House
beforeAll(async () => {
  house = await openHouse()
  // As every worker does when it starts.
  await followTrail(house.system())
})
afterAll(() => house.close())

const customers = (who: CastName) => house.as(who).recordsNamed('customer')

async function make(who: CastName, values: Record<string, unknown>): Promise<string> {
  return (await customers(who).create(values)).id
}

/** Behind what was written since the last time, or through everything. */
async function find(what: { everything?: true } = {}): Promise<void> {
  await house.system().transaction((tx) => startFinding(tx, { object: 'customer', ...what }))
  await runJobs(house)
}

/** Ids of the records of each group that somebody sees. */
async function groupsOf(who: CastName): Promise<string[][]> {
  const ctx = house.as(who)
  const found: string[][] = []
  let after: string | undefined
  do {
    const page = await duplicateGroups(ctx, ctx.type('customer'), { after })
    found.push(...page.items.map(({ records }) => records.map(({ id }) => id)))
    after = page.next ?? undefined
  } while (after)
  return found
}

describe('records that are one', () => {
  it('are found by name and number, until one of them is another', async () => {
    const values = { name: '杭州云栖竹业有限公司', phone: '13800138101' }
    const [one, other] = [await make('wang', values), await make('wang', { ...values, name: '云栖竹业有限公司' })]
    await find()
    expect(await groupsOf('wang')).toEqual([[one, other].sort()])
    const { version } = await customers('wang').get(other)
    await customers('wang').update(other, { name: '杭州云栖竹业有限公司上海分公司' }, { version })
    await find()
    expect(await groupsOf('wang')).toEqual([])
  })

  it('are found by what stands on their files, and hang together', async () => {
    const phone = '13800138102'
    const one = await make('wang', { name: '德清莫干民宿有限公司', phone })
    const two = await make('wang', { name: '德清莫干民宿有限责任公司' })
    await house.as('wang').recordsNamed('contact').create({ customer: two, name: '沈秋', phone })
    const three = await make('wang', { name: '德清莫干民宿', phone })
    await find()
    expect(await groupsOf('wang')).toEqual([[one, two, three].sort()])
  })

  it('are not those that merely bear one name, nor those in the recycle bin', async () => {
    const before = await groupsOf('wang')
    await make('wang', { name: '沈秋月', phone: '13800138103' })
    await make('wang', { name: '沈秋月', phone: '13800138104' })
    const [, gone] = [
      await make('wang', { name: '安吉白茶有限公司', phone: '13800138105' }),
      await make('wang', { name: '安吉白茶有限公司', phone: '13800138105' }),
    ]
    await customers('zhang').remove(gone)
    await find()
    expect(await groupsOf('wang')).toEqual(before)
  })

  it('are shown to nobody who does not see both', async () => {
    const values = { name: '余姚杨梅合作社', phone: '13800138106' }
    const [north, south] = [await make('wang', values), await make('li', values)]
    await find()
    const own = (groups: string[][]) => groups.filter((group) => group.includes(north) || group.includes(south))
    expect(own(await groupsOf('wang'))).toEqual([])
    expect(own(await groupsOf('li'))).toEqual([])
    expect(own(await groupsOf('zhang'))).toEqual([[north, south].sort()])
  })

  it('are found among those from before there were keys', async () => {
    const values = { name: '象山海鲜有限公司', phone: '13800138107' }
    const [one, other] = [await make('sun', values), await make('sun', { ...values, phone: null })]
    await house.kernel.db.rows(sql`delete from lookup where kind = 'company_name.like'`)
    await find({ everything: true })
    expect(await groupsOf('sun')).toEqual([[one, other].sort()])
  })
})

it('are found although a value of another was bent in the database', async () => {
  const values = { name: '嘉善黄酒有限公司', phone: '13800138108' }
  const [one, other] = [await make('sun', values), await make('sun', values)]
  const bent = await make('sun', values)
  const bend = sql`
    update customer set phone = (select phone from customer where id = ${one}::uuid) where id = ${bent}::uuid`
  await house.system().transaction((tx) => tx.db.rows(bend))
  await find()
  expect(await groupsOf('sun')).toContainEqual([one, other].sort())
})

it('finds what an untidy list has twice, and nothing else', async () => {
  const ctx = house.as('zhang')
  const { id } = await queueImport(ctx, await readFile(join(data, 'customers-dirty.utf8.csv'), 'utf8'))
  await runJobs(house)
  expect(await findImport(ctx, id)).toMatchObject({ state: 'done', comparing: true })
  await runJobs(house)
  expect(await findImport(ctx, id)).toMatchObject({ comparing: false })
  const found = await house.system().transaction((tx) =>
    tx.db.rows<{ rows: number[] }>(sql`
      select array[least(a.import_row, b.import_row), greatest(a.import_row, b.import_row)] as rows
      from duplicate_pair join customer a on a.id = one join customer b on b.id = other where a.import_id = ${id}::uuid`),
  )
  // What the file says of itself.
  const truth = JSON.parse(await readFile(join(data, 'customers-dirty.truth.json'), 'utf8')) as {
    duplicates: number[][]
  }
  const wanted = new Set(truth.duplicates.map((rows) => rows.join()))
  const right = found.filter(({ rows }) => wanted.has(rows.join()))
  expect(right.length / found.length).toBeGreaterThanOrEqual(0.98)
  expect(right.length / wanted.size).toBeGreaterThanOrEqual(0.98)
})
