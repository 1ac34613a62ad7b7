import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ObjectWire } from '#shared/wire'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let zhang: ApiClient
let objects: readonly ObjectWire[]
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  objects = (await zhang.get('/api/definitions')).body.objects
})
afterAll(() => house.close())

const find = (path: string, where: object) =>
  zhang.get(`/api/${path}?limit=1&where=${encodeURIComponent(JSON.stringify(where))}`)

describe('a day that moves with the calendar', () => {
  it('is taken by each operator of each date and moment of every object, those that the house notes included', async () => {
    const noted = ['createdAt', 'updatedAt'].map((name) => ({ name, operators: ['lt', 'lte', 'gt', 'gte'] }))
    const asked = objects.flatMap(({ path, can, fields }) => {
      const own = fields.filter(({ kind }) => kind === 'date' || kind === 'date_time')
      return can.includes('read') ? [...own, ...noted].map((field) => ({ path, ...field })) : []
    })
    expect(asked.length).toBeGreaterThan(60)
    const refused: unknown[] = []
    for (const { path, name, operators } of asked) {
      const tests = operators.filter((operator) => !['empty', 'in', 'notIn'].includes(operator))
      const days = ['today', 'today-7', 'today+30']
      const or = tests.flatMap((operator) => days.map((day) => ({ [name]: { [operator]: day } })))
      const { status, body } = or.length ? await find(path, { or }) : { status: 200 }
      if (status !== 200) refused.push({ path, name, status, body })
    }
    expect(refused).toEqual([])
  })

  it.each(['createdAt', 'updatedAt'])('means the whole day in %s', async (name) => {
    await zhang.post('/api/customers', { name: `今天的客户 ${name}` })
    const totalOf = async (condition: object) => (await find('customers', { [name]: condition })).body.total
    const all = await totalOf({ gte: 'today' })
    expect(all).toBeGreaterThan(0)
    expect(await totalOf({ lte: 'today', gte: 'today-30' })).toBe(all)
    expect(await totalOf({ lt: 'today' })).toBe(0)
    expect(await totalOf({ gt: 'today' })).toBe(0)
    expect(await totalOf({ gte: new Date(Date.now() - 86_400_000).toISOString() })).toBe(all)
  })

  it.each(['yesterday', 'today-x', '', 'today-999999'])('is no other text: %j', async (text) => {
    const refused = { status: 400, body: { code: 'field.invalid' } }
    expect(await find('customers', { createdAt: { gte: text } })).toMatchObject(refused)
  })
})
