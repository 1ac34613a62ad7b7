import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const made = (input: Record<string, unknown>, by: 'wang' | 'zhang' = 'wang') =>
  house
    .as(by)
    .recordsNamed('customer')
    .create({ name: '密级客户', ...input })

const beyond = { status: 422, code: 'record.level_beyond', errors: [{ path: 'level' }] }

describe('the level of a new file', () => {
  it.each([
    [{}, '1'],
    [{ tier: 'ordinary' }, '1'],
    [{ tier: 'vip' }, '2'],
    [{ tier: 'vip', level: null }, '2'],
    [{ tier: 'vip', level: '1' }, '1'],
    [{ tier: 'potential', level: '2' }, '2'],
  ])('%j is %s', async (input, level) => {
    expect((await made(input)).level).toBe(level)
  })

  it('guards the file at once', async () => {
    const { id } = await made({ tier: 'vip' })
    const [row] = await house
      .system()
      .transaction(({ db }) =>
        db.rows<{ level: number }>(sql`select acl_level as level from customer where id = ${id}::uuid`),
      )
    expect(row).toEqual({ level: 2 })
  })

  it('is that of the tier in an import too, where no cell gives one', async () => {
    const inputs = [
      { input: { name: '导入甲', tier: 'vip' } },
      { input: { name: '导入乙', tier: 'vip', level: '绝密' } },
    ]
    const rows = await house.as('wang').recordsNamed('customer').createMany(inputs, { lenient: true })
    const levels = rows.map(({ id }) => house.as('wang').recordsNamed('customer').get(id))
    expect(await Promise.all(levels)).toMatchObject([{ level: '2' }, { level: '2' }])
    expect(rows[1]?.incomplete).toContain('level')
  })
})

describe('a change of the tier', () => {
  it('raises the level, and never lowers it', async () => {
    const customers = house.as('wang').recordsNamed('customer')
    const { id } = await made({})
    expect(await customers.update(id, { tier: 'vip' }, { version: 1 })).toMatchObject({ level: '2' })
    expect(await customers.update(id, { tier: 'ordinary' }, { version: 2 })).toMatchObject({ level: '2' })
    const { items } = await customers.history(id)
    expect(items).toContainEqual(expect.objectContaining({ field: 'level', before: '1', after: '2' }))
  })

  it('leaves a level that is given with it, and one that is higher', async () => {
    const customers = house.as('zhang').recordsNamed('customer')
    const { id } = await made({})
    expect(await customers.update(id, { tier: 'vip', level: '1' }, { version: 1 })).toMatchObject({ level: '1' })
    expect(await customers.update(id, { stage: 'first' }, { version: 2 })).toMatchObject({ level: '1' })
    const secret = await made({ level: '3' }, 'zhang')
    expect(await customers.update(secret.id, { tier: 'vip' }, { version: 1 })).toMatchObject({ level: '3' })
    expect(await customers.update(secret.id, { level: null }, { version: 2 })).toMatchObject({ level: '2' })
  })
})

describe('a level above the own clearance', () => {
  it('is given by nobody, neither to a new file nor to one that is there', async () => {
    await expect(made({ level: '3' })).rejects.toMatchObject(beyond)
    const { id } = await made({})
    const customers = house.as('wang').recordsNamed('customer')
    await expect(customers.update(id, { level: '3' }, { version: 1 })).rejects.toMatchObject(beyond)
    expect(await customers.get(id)).toMatchObject({ level: '1', version: 1 })
  })

  it('is the trouble of one row in a list', async () => {
    const inputs = [{ input: { name: '过高', level: '3' } }, { input: { name: '正好', level: '2' } }]
    const [high, fine] = await house.as('wang').recordsNamed('customer').createMany(inputs, { lenient: true })
    expect(high?.errors).toMatchObject([{ path: 'level', code: 'record.level_beyond' }])
    expect(fine?.errors).toEqual([])
  })
})

describe('the company', () => {
  const item = { object: 'customer', field: 'tier', value: 'ordinary', labelZh: '普通客户', labelEn: 'Ordinary' }

  it('sets the default of each tier, and no code does', async () => {
    const items = house.as('zhang').recordsNamed('value_list_item')
    const { id } = await items.create({ ...item, level: '2' })
    expect((await made({ tier: 'ordinary' })).level).toBe('2')
    await items.create({ ...item, value: 'vip', labelZh: '大客户', labelEn: 'Key account' })
    expect((await made({ tier: 'vip' })).level).toBe('2')
    await items.remove(id)
    expect((await made({ tier: 'ordinary' })).level).toBe('1')
  })

  it('gives no level to a list that does not decide about it', async () => {
    const items = house.as('zhang').recordsNamed('value_list_item')
    await expect(items.create({ ...item, field: 'source', value: 'fair', level: '2' })).rejects.toMatchObject({
      code: 'definition.level_elsewhere',
    })
  })
})
