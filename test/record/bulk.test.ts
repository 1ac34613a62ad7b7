import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const ghost = '01994a3e-0000-7000-8000-000000000000'

describe('a change of many records', () => {
  it('goes through where it can, and names each record that refuses it with the reason', async () => {
    const customers = house.as('wang').recordsNamed('customer')
    const good = await customers.create({ name: '一', source: 'referral' })
    const emptied = await customers.create({ name: '二' })
    const foreign = await house.as('li').recordsNamed('customer').create({ name: '三' })
    const ids = [good.id, foreign.id, ghost, 'no id at all', emptied.id]
    const result = await customers.updateMany({ ids }, { patch: { source: 'exhibition' }, reason: '展会名单' })
    expect(result.changed).toBe(2)
    expect(result.failed.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
      [foreign.id, ghost, 'no id at all']
        .map((id) => ({ id, code: 'request.not_found' }))
        .toSorted((a, b) => a.id.localeCompare(b.id)),
    )
    expect((await customers.get(good.id)).source).toBe('exhibition')
    expect((await customers.history(good.id)).items[0]).toMatchObject({ reason: '展会名单', before: 'referral' })
    expect((await house.as('li').recordsNamed('customer').get(foreign.id)).source).toBeNull()
  })

  it('leaves nothing of a record that refuses half-way', async () => {
    const ctx = house.as('zhang')
    const product = ctx.recordsNamed('product')
    const [used, free] = [await product.create({ name: '在用' }), await product.create({ name: '闲置' })]
    const { id } = await ctx.recordsNamed('customer').create({ name: '买家' })
    await ctx.recordsNamed('purchase').create({ customer: id, amount: '1', product: used.id })
    const result = await product.removeMany({ ids: [used.id, free.id] })
    expect(result).toEqual({ changed: 1, proposed: 0, failed: [{ id: used.id, code: 'record.in_use' }] })
    expect((await product.get(used.id)).version).toBe(1)
    await expect(product.get(free.id)).rejects.toMatchObject({ status: 404 })
  })

  it('goes on behind a record that PostgreSQL itself refuses', async () => {
    const ctx = house.as('wang')
    const [from, to] = [
      await ctx.recordsNamed('customer').create({ name: '原' }),
      await ctx.recordsNamed('customer').create({ name: '新' }),
    ]
    const contacts = ctx.recordsNamed('contact')
    const held = await contacts.create({ customer: from.id, name: '有跟进' })
    const free = await contacts.create({ customer: from.id, name: '无跟进' })
    await ctx.recordsNamed('follow_up').create({ customer: from.id, contact: held.id, content: '电话' })
    const result = await contacts.updateMany({ ids: [held.id, free.id] }, { patch: { customer: to.id } })
    expect(result).toEqual({ changed: 1, proposed: 0, failed: [{ id: held.id, code: 'record.in_use' }] })
    expect((await contacts.get(held.id)).customer).toBe(from.id)
    expect((await contacts.get(free.id)).customer).toBe(to.id)
  })

  it('takes a filter, within sight', async () => {
    const customers = house.as('wang').recordsNamed('customer')
    for (const name of ['批一', '批二']) await customers.create({ name, tags: ['批量'] })
    await house
      .as('li')
      .recordsNamed('customer')
      .create({ name: '批三', tags: ['批量'] })
    const where = { tags: { hasAny: ['批量'] } }
    expect(await customers.updateMany({ where }, { patch: { tier: 'vip' } })).toEqual({
      changed: 2,
      proposed: 0,
      failed: [],
    })
    const { groups } = await house.as('zhang').recordsNamed('customer').groupBy('tier', { where })
    expect(Object.fromEntries(groups.map(({ value, count }) => [value, count]))).toEqual({ vip: 2, potential: 1 })
  })

  it('refuses a value that no record could take, and more records than it says', async () => {
    const customers = house.as('wang').recordsNamed('customer')
    const { id } = await customers.create({ name: '四' })
    const { changed, failed } = await customers.updateMany({ ids: [id] }, { patch: { tier: '没有的级别' } })
    expect([changed, failed]).toMatchObject([0, [{ id, code: 'field.choice_unknown' }]])
    const tooMany = Array.from({ length: 1_001 }, () => ghost)
    await expect(customers.updateMany({ ids: tooMany }, { patch: { tier: 'vip' } })).rejects.toMatchObject({
      status: 413,
    })
  })
})
