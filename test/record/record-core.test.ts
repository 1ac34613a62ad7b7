import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('the record core', () => {
  it('creates a customer with normalised values, a number, an owner and a trail', async () => {
    const customers = house.as('wang').recordsNamed('customer')
    const made = await customers.create({
      name: ' 平凉穿针引线科技有 限公司',
      phone: '１３８-0013 8000',
      annualRevenue: '1.5万',
      tags: ['VIP'],
    })
    expect(made).toMatchObject({
      name: '平凉穿针引线科技有限公司',
      phone: null,
      masked: { phone: '138****8000' },
      annualRevenue: { amount: 1_500_000, currency: 'CNY' },
      owner: house.people.wang.id,
      version: 1,
      stage: 'prospect',
    })
    expect(made.archiveNumber).toMatch(/^KH-\d{4}-\d{6}$/)
    expect(made.titles[house.people.wang.id]).toBe('王芳')
    expect(made.can).toContain('update')
  })

  it('hides a customer from those whose keys do not meet it', async () => {
    const made = await house.as('wang').recordsNamed('customer').create({ name: '北方一号客户' })
    await expect(house.as('li').recordsNamed('customer').get(made.id)).rejects.toMatchObject({ status: 404 })
    await expect(house.as('zhang').recordsNamed('customer').get(made.id)).resolves.toMatchObject({ id: made.id })
  })

  it('refuses a stale version and tells what changed', async () => {
    const customers = house.as('zhang').recordsNamed('customer')
    const made = await customers.create({ name: '版本客户', phone: '13900139000' })
    await customers.update(made.id, { phone: '13900139001' }, { version: 1 })
    await expect(customers.update(made.id, { phone: '13900139002' }, { version: 1 })).rejects.toMatchObject({
      status: 409,
      code: 'record.stale',
      details: { version: 2, changes: [{ field: 'phone', yours: '13900139002', theirs: '+8613900139001' }] },
    })
  })

  it('keeps the history of each field and puts an old value back', async () => {
    const customers = house.as('zhang').recordsNamed('customer')
    const made = await customers.create({ name: '历史客户', phone: '13900139000' })
    await customers.update(made.id, { phone: '13900139001' }, { version: 1, reason: '客户来电' })
    const { items } = await customers.history(made.id)
    expect(items).toMatchObject([
      {
        field: 'phone',
        before: '+8613900139000',
        after: '+8613900139001',
        reason: '客户来电',
        by: house.people.zhang.id,
      },
    ])
    const restored = await customers.restoreValue(made.id, { change: items[0]?.id ?? '', version: 2 })
    expect(restored.phone).toBe('+8613900139000')
    expect((await customers.history(made.id)).items[0]).toMatchObject({ undoOf: items[0]?.id })
  })

  it('names in history and timeline whom a change led from and to', async () => {
    const { wang, li, zhang } = house.people
    const customers = house.as('zhang').recordsNamed('customer')
    const made = await customers.create({ name: '移交客户', owner: wang.id })
    await customers.update(made.id, { owner: li.id }, { version: 1 })
    const names = { [wang.id]: '王芳', [li.id]: '李娜', [zhang.id]: '张伟' }
    expect((await customers.history(made.id)).titles).toMatchObject(names)
    expect((await customers.timeline(made.id)).titles).toMatchObject(names)
  })

  it('finds customers by name parts, pinyin, initials, number, phone tail and contact', async () => {
    const ctx = house.as('zhang')
    const customers = ctx.recordsNamed('customer')
    const made = await customers.create({ name: '重庆蓝鲸物流有限公司', phone: '13712345678', creditCode: null })
    await ctx.recordsNamed('contact').create({ customer: made.id, name: '欧阳静怡', phone: '13611112222' })
    for (const search of [
      '蓝鲸',
      '鲸',
      'chongqing',
      'cqlj',
      '5678',
      '13712345678',
      '2222',
      '欧阳',
      String(made.archiveNumber),
      'ouyang',
    ]) {
      const { items } = await customers.list({ search })
      expect(
        items.map(({ id }) => id),
        search,
      ).toContain(made.id)
    }
    expect((await customers.list({ search: '白鲸' })).items).toEqual([])
  })

  it('moves a file and its children to the recycle bin and back', async () => {
    const ctx = house.as('zhang')
    const customers = ctx.recordsNamed('customer')
    const made = await customers.create({ name: '回收客户' })
    const contact = await ctx.recordsNamed('contact').create({ customer: made.id, name: '赵六' })
    await customers.remove(made.id)
    await expect(customers.get(made.id)).rejects.toMatchObject({ status: 404 })
    await expect(ctx.recordsNamed('contact').get(contact.id)).rejects.toMatchObject({ status: 404 })
    expect((await customers.list({ deleted: true })).items.map(({ id }) => id)).toContain(made.id)
    await customers.restore(made.id)
    await expect(ctx.recordsNamed('contact').get(contact.id)).resolves.toMatchObject({ name: '赵六' })
  })

  it('keeps totals of children on the file', async () => {
    const ctx = house.as('wang')
    const made = await ctx.recordsNamed('customer').create({ name: '合计客户' })
    await ctx.recordsNamed('purchase').create({ customer: made.id, amount: '100.50', date: '2026-01-02' })
    const second = await ctx.recordsNamed('purchase').create({ customer: made.id, amount: '50', date: '2026-03-02' })
    expect(await ctx.recordsNamed('customer').get(made.id)).toMatchObject({
      purchaseCount: 2,
      purchaseTotal: { amount: 15_050, currency: 'CNY' },
      lastPurchaseAt: '2026-03-02',
      version: 1,
    })
    await ctx.recordsNamed('purchase').remove(second.id)
    expect(await ctx.recordsNamed('customer').get(made.id)).toMatchObject({
      purchaseCount: 1,
      purchaseTotal: { amount: 10_050 },
    })
  })

  it('shows follow-ups, purchases and changes on one timeline', async () => {
    const ctx = house.as('wang')
    const made = await ctx.recordsNamed('customer').create({ name: '时间线客户' })
    await ctx.recordsNamed('follow_up').create({ customer: made.id, content: '第一次拜访', method: 'meeting' })
    await ctx.recordsNamed('customer').update(made.id, { tier: 'ordinary' }, { version: 1 })
    const { items } = await ctx.recordsNamed('customer').timeline(made.id)
    expect(items.map((item) => item.type)).toEqual(['change', 'record'])
    expect(items[0]).toMatchObject({ changes: [{ field: 'tier', before: 'potential', after: 'ordinary' }] })
  })

  it('gives one effect to a repeated request', async () => {
    const customers = house.as('wang').recordsNamed('customer')
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => customers.create({ name: '幂等客户' }, { idempotencyKey: 'key-1' })),
    )
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect((await customers.list({ where: { name: '幂等客户' } })).items).toHaveLength(1)
  })

  it('gives 200 parallel creations 200 numbers', async () => {
    const customers = house.as('zhang').recordsNamed('customer')
    const made = await Promise.all(
      Array.from({ length: 200 }, (_, index) => customers.create({ name: `并发客户${index}` })),
    )
    expect(new Set(made.map(({ archiveNumber }) => archiveNumber)).size).toBe(200)
  })

  it('groups and sums within sight', async () => {
    const { groups } = await house
      .as('zhang')
      .recordsNamed('customer')
      .groupBy('tier', { sums: ['purchaseTotal'] })
    expect(groups.find(({ value }) => value === 'ordinary')).toMatchObject({ count: 1 })
  })
})
