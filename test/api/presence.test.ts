import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openFeed, openPresence } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let zhang: ApiClient
let wang: ApiClient
let li: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  wang = await house.client('wang')
  li = await house.client('li')
})
afterAll(() => house.close())

type State = 'reads' | 'writes' | 'gone'

/** One page of somebody's: says what it does with a record, and answers with who else is there. */
const pageOf = (client: ApiClient, id: string, object = 'customers', page: string = randomUUID()) => {
  return (state: State) => client.post('/api/presence', { object, id, page, state })
}

const make = async (as: ApiClient, name: string): Promise<string> => (await as.post('/api/customers', { name })).body.id

/** Until the servers have heard of it. */
const others = (say: (state: State) => Promise<{ body: { others: unknown } }>, expected: unknown) =>
  expect.poll(async () => (await say('reads')).body.others, { interval: 20 }).toEqual(expected)

describe('who else has a record open', () => {
  it('is told to whoever has it open too, with who writes, until they leave', async () => {
    const id = await make(wang, '同看客户')
    const { zhang: boss, wang: owner } = house.people
    const [theirs, second, own] = [pageOf(zhang, id), pageOf(zhang, id), pageOf(wang, id)]
    expect((await theirs('reads')).body.others).toEqual([])
    await others(own, [{ id: boss.id, name: boss.name, writes: false }])
    await others(theirs, [{ id: owner.id, name: owner.name, writes: false }])
    await second('writes')
    await others(own, [{ id: boss.id, name: boss.name, writes: true }])
    await second('gone')
    await others(own, [{ id: boss.id, name: boss.name, writes: false }])
    await theirs('gone')
    await others(own, [])
  })

  it('is no answer about a record that one may not read, and who may not is never among them', async () => {
    const id = await make(wang, '旁人看不见的客户')
    const own = pageOf(wang, id)
    await own('reads')
    const stranger = pageOf(li, id)
    expect((await stranger('reads')).status).toBe(404)
    expect((await pageOf(li, randomUUID())('reads')).status).toBe(404)
    expect((await pageOf(li, 'x')('reads')).status).toBe(404)
    expect((await pageOf(li, id, 'strays')('reads')).status).toBe(404)
    expect(
      (
        await (
          await house.client()
        ).post('/api/presence', { object: 'customers', id, page: randomUUID(), state: 'reads' })
      ).status,
    ).toBe(401)
    // Whoever leaves is told nothing, whether there is something to leave or not.
    const mark = randomUUID()
    await pageOf(wang, id, 'customers', mark)('writes')
    expect((await pageOf(li, id, 'customers', mark)('gone')).body).toEqual({ others: [] })
    await own('reads')
    await others(own, [])
    expect(house.kernel.presence.at(id)).toEqual([{ person: house.people.wang.id, writes: true }])
    // Said by another server, such as before the right was taken away.
    const { li: other } = house.people
    await house.kernel.presence.note({
      object: 'customer',
      record: id,
      person: other.id,
      page: randomUUID(),
      state: 'reads',
    })
    await expect.poll(() => house.kernel.presence.at(id).length).toBe(2)
    expect((await own('reads')).body.others).toEqual([])
  })

  it('tells over the stream that somebody came, to whoever is there and may still read it', async () => {
    const id = await make(wang, '推送客户')
    const [owner, stranger] = [await wang.events(), await li.events()]
    onTestFinished(() => {
      for (const stream of [owner, stranger]) stream.close()
    })
    await pageOf(wang, id)('reads')
    const { li: other } = house.people
    await house.kernel.presence.note({
      object: 'customer',
      record: id,
      person: other.id,
      page: randomUUID(),
      state: 'reads',
    })
    await pageOf(zhang, id)('reads')
    await owner.told((block) => block.startsWith('event: presence') && block.includes(id))
    const mark = await make(li, '之后的标记')
    await stranger.next(({ records }) => records.includes(mark))
    expect(stranger.blocks.join()).not.toContain(id)
  })

  it('goes from server to server, and leaves with who falls silent', async () => {
    const feed = await openFeed(house.kernel.db, house.url)
    onTestFinished(() => feed.end())
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    const second = openPresence(house.kernel.db, feed)
    onTestFinished(() => second.end())
    const [record, person] = [randomUUID(), randomUUID()]
    const told: string[] = []
    second.subscribe((_, at) => told.push(at))
    const came = Promise.withResolvers<void>()
    const stop = second.subscribe((_, at) => at === record && came.resolve())
    await house.kernel.presence.note({ object: 'customer', record, person, page: randomUUID(), state: 'writes' })
    await came.promise
    stop()
    expect(second.at(record)).toEqual([{ person, writes: true }])
    vi.advanceTimersByTime(20_000)
    expect(second.at(record)).toHaveLength(1)
    vi.advanceTimersByTime(10_000)
    expect([second.at(record), told]).toEqual([[], [record, record]])
  })
})
