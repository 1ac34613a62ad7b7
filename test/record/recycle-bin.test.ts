import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Records } from '#kernel'
import { type House, openHouse } from '#test/house'

let house: House
let customers: Records
let contacts: Records
beforeAll(async () => {
  house = await openHouse()
  customers = house.as('zhang').recordsNamed('customer')
  contacts = house.as('zhang').recordsNamed('contact')
})
afterAll(() => house.close())

async function fileWithContacts(): Promise<{ id: string; first: string; second: string }> {
  const { id } = await customers.create({ name: '回收站客户' })
  const first = (await contacts.create({ customer: id, name: '先走' })).id
  const second = (await contacts.create({ customer: id, name: '后走' })).id
  return { id, first, second }
}

const inBin = async (records: Records, id: string) => (await records.list({ deleted: true, where: { id } })).total === 1

describe('the recycle bin', () => {
  it('gives a file back with what went with it, and not with what had gone before', async () => {
    const { id, first, second } = await fileWithContacts()
    await contacts.remove(first)
    await customers.remove(id)
    expect([await inBin(customers, id), await inBin(contacts, first), await inBin(contacts, second)]).toEqual([
      true,
      true,
      true,
    ])
    await customers.restore(id)
    expect(await inBin(contacts, first)).toBe(true)
    expect((await contacts.get(second)).name).toBe('后走')
  })

  it('gives no child back without its file', async () => {
    const { id, first } = await fileWithContacts()
    await contacts.remove(first)
    await customers.remove(id)
    await expect(contacts.restore(first)).rejects.toMatchObject({ status: 409 })
    expect(await inBin(contacts, first)).toBe(true)
  })

  it('hides what is in it from reading, changing, searching, history and references', async () => {
    const { id } = await fileWithContacts()
    await customers.remove(id)
    const gone = { status: 404 }
    await expect(customers.get(id)).rejects.toMatchObject(gone)
    await expect(customers.update(id, { remarks: 'x' }, { version: 2 })).rejects.toMatchObject(gone)
    await expect(customers.history(id)).rejects.toMatchObject(gone)
    await expect(customers.timeline(id)).rejects.toMatchObject(gone)
    await expect(customers.remove(id)).rejects.toMatchObject(gone)
    expect((await customers.list({ search: '回收站客户', where: { id } })).total).toBe(0)
    await expect(contacts.create({ customer: id, name: '迟到' })).rejects.toMatchObject({ status: 422 })
  })

  it('shows what it holds to who looks into it, and nothing else', async () => {
    const { id } = await fileWithContacts()
    await expect(customers.get(id, { deleted: true })).rejects.toMatchObject({ status: 404 })
    await customers.remove(id)
    const found = await customers.get(id, { deleted: true })
    expect(found).toMatchObject({ id, name: '回收站客户', deletedAt: expect.any(String) })
    await expect(house.as('wang').recordsNamed('customer').get(id, { deleted: true })).rejects.toMatchObject({
      status: 404,
    })
  })

  it('is searched and grouped like the live records', async () => {
    const { id } = await customers.create({ name: '独角兽回收行', tier: 'vip' })
    await customers.remove(id)
    for (const search of ['独角', 'dujiaoshou'])
      expect((await customers.list({ deleted: true, search })).items.map((each) => each.id)).toEqual([id])
    const { groups } = await customers.groupBy('tier', { deleted: true, search: '独角' })
    expect(groups).toMatchObject([{ value: 'vip', count: 1 }])
  })

  it('keeps what it holds from those who could not see it alive', async () => {
    const { id } = await house.as('li').recordsNamed('customer').create({ name: '南方回收' })
    await customers.remove(id)
    expect(await inBin(house.as('wang').recordsNamed('customer'), id)).toBe(false)
    await expect(house.as('chen').recordsNamed('customer').restore(id)).rejects.toMatchObject({ status: 404 })
  })
})
