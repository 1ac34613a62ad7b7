import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const duels = 200
const retries = process.env.LONG ? 1_000 : 100

describe('two writers of one version', () => {
  it(`have exactly one winner in each of ${duels} duels, and its value is the one that stays`, async () => {
    const customers = house.as('wang').recordsNamed('customer')
    const { id } = await customers.create({ name: '争议客户' })
    for (let version = 1; version <= duels; version++) {
      const writers = ['左', '右'].map((side) =>
        customers.update(id, { remarks: `${side}${version}` }, { version }).then(({ remarks }) => String(remarks)),
      )
      const settled = await Promise.allSettled(writers)
      const won = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
      const lost = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
      expect(won).toHaveLength(1)
      expect(lost).toMatchObject([{ status: 409, code: 'record.stale', details: { version: version + 1 } }])
      expect((await customers.get(id)).remarks).toBe(won[0])
    }
    const { items } = await customers.history(id)
    expect(items[0]).toMatchObject({ version: duels + 1, field: 'remarks' })
  })

  it('conflict on a record that one of them takes away', async () => {
    const customers = house.as('zhang').recordsNamed('customer')
    const { id } = await customers.create({ name: '将删' })
    const settled = await Promise.allSettled([
      customers.remove(id),
      customers.update(id, { remarks: '改' }, { version: 1 }),
    ])
    expect(settled[0]?.status).toBe('fulfilled')
    expect((await customers.list({ deleted: true, where: { id } })).total).toBe(1)
  })

  it('needs a version at all', async () => {
    const customers = house.as('wang').recordsNamed('customer')
    const { id } = await customers.create({ name: '无版本' })
    await expect(customers.update(id, { remarks: '改' })).rejects.toMatchObject({ status: 428 })
  })
})

describe('a repeated request', () => {
  it(`has one effect each for ${retries} keys sent eight times at once`, async () => {
    const customers = house.as('wang').recordsNamed('customer')
    const before = (await customers.list({ limit: 1 })).total
    for (let from = 0; from < retries; from += 20) {
      const keys = Array.from({ length: 20 }, (_, index) => `retry-${from + index}`)
      const answers = await Promise.all(
        keys.flatMap((key) =>
          Array.from({ length: 8 }, () => customers.create({ name: `重试${key}` }, { idempotencyKey: key })),
        ),
      )
      const ids = Map.groupBy(answers, ({ name }) => name)
      expect(ids.size).toBe(20)
      for (const same of ids.values()) expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1)
    }
    expect((await customers.list({ limit: 1 })).total).toBe(before + retries)
  }, 600_000)

  it('is refused where the key comes with another content', async () => {
    const customers = house.as('wang').recordsNamed('customer')
    await customers.create({ name: '甲' }, { idempotencyKey: 'same' })
    const other = customers.create({ name: '乙' }, { idempotencyKey: 'same' })
    await expect(other).rejects.toMatchObject({ status: 422, code: 'record.idempotency_mismatch' })
  })

  it('runs anew after a failure, and is nobody else’s', async () => {
    const customers = house.as('wang').recordsNamed('customer')
    await expect(customers.create({ name: '' }, { idempotencyKey: 'mine' })).rejects.toMatchObject({ status: 422 })
    const made = await customers.create({ name: '终于' }, { idempotencyKey: 'mine' })
    const theirs = await house.as('li').recordsNamed('customer').create({ name: '终于' }, { idempotencyKey: 'mine' })
    expect(theirs.id).not.toBe(made.id)
  })
})
