import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkDuplicates, findDuplicates, followTrail, sql } from '#kernel'
import { type CastName, type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'

const probes = process.env.LONG ? 1_000 : 25
const atOnce = 5

let house: House
beforeAll(async () => {
  house = await openHouse()
  await followTrail(house.system())
})
afterAll(() => house.close())

const make = (who: CastName, values: Record<string, unknown>) =>
  house.as(who).recordsNamed('customer').create(values, { check: true })

const check = (who: CastName, values: Record<string, unknown>) => {
  const ctx = house.as(who)
  return checkDuplicates(ctx, ctx.type('customer'), values)
}

/** What the job writes behind the answer. */
async function writeKeys(): Promise<void> {
  await findDuplicates(house.system().with({ now: () => new Date('2026-01-05T14:00:00+08:00') }))
  await runJobs(house)
}

async function noticesOf(who: CastName) {
  await runJobs(house)
  const { items } = await house
    .as(who)
    .recordsNamed('notification')
    .list({ where: { kind: 'customer_suspected' } })
  return items.map(({ values: { record, actor, count } }) => ({ record, actor, count }))
}

const theirs = { name: '绍兴鉴湖酒业有限公司', phone: '13800138201', email: 'office@jianhu.example.com' }

it('says of a customer out of sight only that there may be one, and tells its owner who asked', async () => {
  const { id } = await make('wang', { ...theirs, remarks: '不可见' })
  const made = await make('li', { name: theirs.name, phone: theirs.phone })
  expect(made.duplicates).toEqual({ records: [], hidden: true })
  expect(JSON.stringify(made)).not.toContain(id)
  expect(await noticesOf('wang')).toEqual([{ record: id, actor: house.people.li.id, count: 1 }])
})

it('tells nobody while somebody types, counts it all the same, and tells once the entry is made', async () => {
  const hidden = { name: '余姚榨菜有限公司', phone: '13800138211' }
  const { id } = await make('wang', hidden)
  const before = await noticesOf('wang')
  expect(await check('li', hidden)).toEqual({ records: [], hidden: true })
  expect(await noticesOf('wang')).toEqual(before)
  const [answer] = await house.kernel.db.rows(sql`select told from duplicate_answer where record = ${id}::uuid`)
  expect(answer).toEqual({ told: false })
  expect((await make('li', hidden)).duplicates).toEqual({ records: [], hidden: true })
  expect(await noticesOf('wang')).toContainEqual({ record: id, actor: house.people.li.id, count: 1 })
})

it('knows what else bears a name or number among what its reader sees, and says nothing of the rest', async () => {
  const file = async (who: CastName) => (await house.as(who).recordsNamed('customer').create({ name: '联系人之家' })).id
  const contacts = (who: CastName) => house.as(who).recordsNamed('contact')
  const [own, other] = [await file('zhang'), await file('li')]
  const { id } = await contacts('zhang').create({ customer: own, name: '沈同名', phone: '13800138221' })
  const ask = (who: CastName, values: Record<string, unknown>) => {
    const ctx = house.as(who)
    return checkDuplicates(ctx, ctx.type('contact'), values)
  }
  expect(await ask('zhang', { customer: own, name: '沈同名' })).toMatchObject({
    records: [{ id, title: '沈同名', reasons: [{ field: 'name' }] }],
  })
  expect(await ask('zhang', { phone: '138 0013 8221' })).toMatchObject({
    records: [{ id, reasons: [{ field: 'phone' }] }],
  })
  expect(await ask('zhang', { phone: '1380013' })).toEqual({ records: [], hidden: false })
  expect(await ask('li', { customer: other, name: '沈同名', phone: '13800138221' })).toEqual({
    records: [],
    hidden: false,
  })
})

it('says the same of one in the recycle bin', async () => {
  const gone = await make('wang', { name: '上虞青瓷有限公司', phone: '13800138202' })
  await house.as('zhang').recordsNamed('customer').remove(gone.id)
  expect((await make('wang', { name: '上虞青瓷有限公司', phone: '13800138202' })).duplicates).toEqual({
    records: [],
    hidden: true,
  })
})

it('names what its maker sees, with the reasons that lie in plain fields', async () => {
  const one = await make('sun', { name: '诸暨珍珠有限公司', phone: '13800138203' })
  expect((await make('sun', { name: '诸暨珍珠有限责任公司', phone: '13800138203' })).duplicates).toMatchObject({
    records: [{ id: one.id, title: '诸暨珍珠有限公司', reasons: [{ field: 'name', agreement: 'same' }] }],
    hidden: false,
  })
  expect(await make('sun', { name: '诸暨香榧有限公司', phone: '13800138204' })).not.toHaveProperty('duplicates')
})

it('finds by name alone once the keys are written, and says so once a day of one record', async () => {
  const name = '新昌大佛龙井茶业有限公司'
  const { id } = await make('wang', { name })
  expect(await check('li', { name })).toEqual({ records: [], hidden: false })
  await writeKeys()
  for (const typed of ['新昌大佛龙井茶业有限公司', '新昌大佛龙井茶业有限责任公司'])
    expect(await check('li', { name: typed })).toEqual({ records: [], hidden: true })
  const told = await house.kernel.db.rows(sql`select from duplicate_answer where record = ${id}::uuid`)
  expect(told).toHaveLength(1)
})

it(`answers ${probes} probes ten times at most, also when many come at once`, { timeout: 300_000 }, async () => {
  await house.kernel.db.rows(sql`delete from duplicate_answer`)
  const numbers = Array.from({ length: probes }, (_, at) => ({
    name: `柯桥${at}号布行`,
    phone: `+86137${10_000_000 + at}`,
  }))
  await house
    .as('wang')
    .recordsNamed('customer')
    .createMany(numbers.map((input) => ({ input })))
  let answers = 0
  for (let at = 0; at < probes; at += atOnce) {
    const made = await Promise.all(numbers.slice(at, at + atOnce).map((values) => make('li', values)))
    answers += made.filter(({ duplicates }) => duplicates?.hidden).length
  }
  expect(answers).toBe(10)
})

it('opens nothing out of sight past the bound, so that a hit takes no longer than a miss', async () => {
  const targets = [
    { name: '嵊州领带有限公司', phone: '13800138297' },
    { name: '嵊州茶机有限公司', phone: '13800138298' },
  ]
  for (const values of targets) await make('wang', values)
  await house.kernel.db.rows(sql`delete from duplicate_answer`)
  const within = await openedBy(targets[0] ?? {})
  await house.kernel.db.rows(sql`
    insert into duplicate_answer (person, record) select ${house.people.sun.id}::uuid, gen_random_uuid() from generate_series(1, 10)`)
  const miss = await openedBy({ name: '嵊州小笼包店', phone: '13800138299' })
  expect(within).toBeGreaterThan(miss)
  expect(await openedBy(targets[1] ?? {})).toBe(miss)
})

/** How often sealed values are opened while somebody makes a customer. */
async function openedBy(values: Record<string, unknown>): Promise<number> {
  const { codec } = house.kernel
  let count = 0
  house.kernel.codec = {
    ...codec,
    opening: (db, sealed) => {
      count++
      return codec.opening(db, sealed)
    },
  }
  try {
    await make('sun', values)
  } finally {
    house.kernel.codec = codec
  }
  return count
}
