import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let wang: ApiClient
let li: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  li = await house.client('li')
})
afterAll(() => house.close())

const make = async (as: ApiClient, name: string): Promise<string> => (await as.post('/api/customers', { name })).body.id

describe('the stream of changes', () => {
  it('tells own records and keeps quiet about those of others', async () => {
    const stream = await li.events()
    const foreign = await make(wang, '北方动态客户')
    const own = await make(li, '南方动态客户')
    const event = await stream.next(({ records }) => records.includes(own))
    expect(event).toMatchObject({ object: 'customer', action: 'create', records: [own] })
    expect(JSON.stringify(stream.events)).not.toContain(foreign)
    stream.close()
  })

  it('tells what lives on a file to whom the file is shown', async () => {
    const [manager, other] = await Promise.all([house.client('chen').then((chen) => chen.events()), li.events()])
    const customer = await make(wang, '跟进客户')
    const followUp = (await wang.post('/api/follow-ups', { customer, content: '电话拜访' })).body.id
    expect(await manager.next(({ records }) => records.includes(followUp))).toMatchObject({ object: 'follow_up' })
    const mark = await make(li, '之后的客户')
    await other.next(({ records }) => records.includes(mark))
    expect(JSON.stringify(other.events)).not.toContain(followUp)
    for (const stream of [manager, other]) stream.close()
  })

  it('goes on after the last event that was seen', async () => {
    const before = await wang.events()
    const first = await make(wang, '第一位')
    const { id } = await before.next(({ records }) => records.includes(first))
    before.close()
    const missed = [await make(wang, '错过一'), await make(wang, '错过二')]
    await make(li, '他人的')
    const again = await wang.events({ 'last-event-id': String(id) })
    expect(again.events.flatMap(({ records }) => records)).toEqual(missed)
    expect(again.events.every((event) => event.id > id)).toBe(true)
    again.close()
  })

  it('starts afresh where the last event is none', async () => {
    for (const last of ['x', '-1', '0', '1e99']) {
      const stream = await wang.events({ 'last-event-id': last })
      expect(stream.events, last).toEqual([])
      stream.close()
    }
  })

  it('ends when its session does', async () => {
    const sun = await house.client('sun')
    const stream = await sun.events()
    await sun.delete('/api/sessions/current')
    await stream.ended
    expect((await fetch(`${house.server.address}/api/events`, { headers: { cookie: sun.cookie } })).status).toBe(401)
  })
})
