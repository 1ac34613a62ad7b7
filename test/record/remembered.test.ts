import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '#kernel'
import { type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it("shows a colleague's new name in the next answer", async () => {
  const ctx = house.as('zhang')
  const { id } = await ctx.recordsNamed('customer').create({ name: '改名客户', owner: house.people.wang.id })
  expect((await ctx.recordsNamed('customer').get(id)).titles[house.people.wang.id]).toBe('王芳')
  const users = ctx.recordsNamed('user')
  const { version } = await users.get(house.people.wang.id)
  await users.update(house.people.wang.id, { name: '王小芳' }, { version })
  expect((await ctx.recordsNamed('customer').get(id)).titles[house.people.wang.id]).toBe('王小芳')
})

it('holds a role in force before its making is answered', async () => {
  const roles = house.as('zhang').recordsNamed('role')
  const { registry } = house.kernel
  for (let n = 0; n < 5; n++) {
    const { id, version } = await roles.create({ nameZh: `审阅${n}`, nameEn: `Reviewing ${n}` })
    expect(house.kernel.roles.get(id)?.label.zh).toBe(`审阅${n}`)
    await roles.update(id, { nameZh: `复核${n}` }, { version })
    expect(house.kernel.roles.get(id)?.label.zh).toBe(`复核${n}`)
    await roles.remove(id)
    expect(house.kernel.roles.has(id)).toBe(false)
  }
  // No object is defined anew by it, so that no page fetches the definitions again.
  expect(house.kernel.registry === registry).toBe(true)
})

it('counts a record in the list that follows its creation', async () => {
  const customers = house.as('zhang').recordsNamed('customer')
  for (let n = 0; n < 3; n++) await customers.create({ name: `数数${n}`, tags: ['数'] })
  const count = async () => (await customers.list({ where: { tags: { hasAny: ['数'] } }, limit: 1 })).total
  expect(await count()).toBe(3)
  await customers.create({ name: '数数三', tags: ['数'] })
  expect(await count()).toBe(4)
})

it('leaves nothing of a request in its connection, whatever failed in it', async () => {
  const [zhang, wang] = [house.as('zhang'), house.as('wang')]
  const { id } = await zhang.recordsNamed('customer').create({ name: '别人的客户', owner: house.people.li.id })
  const tries = Array.from({ length: 40 }, (_, n) =>
    n % 2 ? wang.recordsNamed('customer').get(id) : zhang.recordsNamed('customer').get(id),
  )
  const answers = await Promise.allSettled(tries)
  expect(answers.map(({ status }) => status)).toEqual(tries.map((_, n) => (n % 2 ? 'rejected' : 'fulfilled')))
})

it('keeps nothing of what a transaction has read and taken back', async () => {
  const reading = {
    objects: ['unit'],
    read: async (ctx: Context) => (await ctx.recordsNamed('unit').list({ limit: 200, uncounted: true })).items.length,
  }
  const of = (ctx: Context) => house.kernel.remembered.of(ctx, reading)
  let within = 0
  const taken = house.system().transaction(async (tx) => {
    await tx.recordsNamed('unit').create({ name: '未成部' })
    within = await of(tx)
    throw new Error('taken back')
  })
  await expect(taken).rejects.toThrow('taken back')
  expect(await of(house.system())).toBe(within - 1)
  await house.system().recordsNamed('unit').create({ name: '已成部' })
  expect(await of(house.system())).toBe(within)
})
