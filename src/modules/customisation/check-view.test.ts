import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Filter } from '#shared/filter'
import { type House, openHouse } from '#test/house'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const views = () => house.as('zhang').recordsNamed('saved_view')
const make = (where: Filter) => views().create({ name: '我的视图', object: 'customer', settings: { where } })
const secret = { phone: { tail: '5678' } }

it('keeps conditions, also on whether a sealed value is there at all', async () => {
  const { id } = await make({ tier: { in: ['vip'] }, phone: { empty: false }, lastFollowedUp: { lte: 'today-60' } })
  expect(await views().get(id)).toMatchObject({ settings: { where: { phone: { empty: false } } } })
})

it.each<[string, Filter]>([
  ['by itself', secret],
  ['as a bare value', { phone: '13812345678' }],
  ['in one of several', { or: [{ tier: 'vip' }, { and: [secret] }] }],
  ['turned round', { not: secret }],
])('keeps no value that is sealed elsewhere, %s', async (_, where) => {
  const refused = { status: 422, code: 'view.sealed_condition' }
  await expect(make(where)).rejects.toMatchObject(refused)
  const { id, version } = await make({ tier: 'vip' })
  await expect(views().update(id, { settings: { where } }, { version })).rejects.toMatchObject(refused)
  await expect(views().update(id, { settings: JSON.stringify({ where }) }, { version })).rejects.toMatchObject(refused)
})

it('keeps no condition that its list would refuse', async () => {
  await expect(make({ unheard: 1 })).rejects.toMatchObject({ status: 400 })
})
