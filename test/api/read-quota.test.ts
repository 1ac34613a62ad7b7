import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Kernel, sql } from '#kernel'
import { type ApiServer, openServer } from '#test/api-server'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { rawConnection } from '#test/raw-connection'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'

const made = 30
/** Of a day: two fifths of it, twelve, within ten minutes. */
const limit = 30

let house: ApiHouse
let wang: ApiClient
let ids: string[]

beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  const files = house.as('wang').recordsNamed('customer')
  const records = Array.from({ length: made }, (_, at) => ({ input: { name: `客户${at}` } }))
  ids = (await files.createMany(records)).map(({ id }) => id)
  const parts = ids.map((customer, at) => ({ input: { customer, name: `联系人${at}` } }))
  await house.as('wang').recordsNamed('contact').createMany(parts)
  bound(house.kernel)
})
afterAll(() => house.close())

/** Whenever roles are read anew, as the feed of what was set up with the house has them some time later. */
function bound(kernel: Kernel): void {
  const limited = (roles: Kernel['roles']): Kernel['roles'] =>
    new Map([...roles].map(([code, role]) => [code, code === 'clerk' ? { ...role, readLimit: limit } : role]))
  let roles = limited(kernel.roles)
  Object.defineProperty(kernel, 'roles', {
    get: () => roles,
    set: (read: Kernel['roles']) => {
      roles = limited(read)
    },
  })
}

/** As if the people had read nothing yet, and another server had just started. */
async function begin(): Promise<void> {
  await house.kernel.db.rows(sql`delete from file_reading`)
  await house.kernel.db.rows(sql`delete from reading_alarm`)
  restart()
}

function restart(): void {
  house.kernel.readings.clear()
}

const page = (client: ApiClient, after = '', limit = 5) => client.get(`/api/customers?limit=${limit}&after=${after}`)

/** Who is named by the alarms that have been written since one of them was there. */
async function alarmsSince(first: string): Promise<{ actor: string; reason: string }[]> {
  return house.kernel.db.rows(sql`
    select actor, reason from audit_event where action = 'alarm' and reason like 'access.read%' and id > ${first} order by id`)
}

async function lastLine(): Promise<string> {
  const [line] = await house.kernel.db.rows<{ id: string }>(sql`select max(id)::text as id from audit_event`)
  return line?.id ?? '0'
}

describe('reading one customer after the other', () => {
  beforeEach(begin)

  it('ends at the bound, with a sentence, one alarm, and nothing of the page', async () => {
    const before = await lastLine()
    let after = ''
    const statuses: number[] = []
    for (let at = 0; at < 3; at++) {
      const { status, body } = await page(wang, after)
      statuses.push(status)
      after = body.next ?? after
    }
    expect(statuses).toEqual([200, 200, 429])
    const refused = await page(wang, after)
    expect(refused.body).toMatchObject({ code: 'access.read_pace', params: { most: 12, minutes: 10 } })
    expect(JSON.stringify(refused.body)).not.toContain('客户1')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500)
    expect(await alarmsSince(before)).toEqual([{ actor: house.people.wang.id, reason: 'access.read_pace' }])
    const [line] = await house.kernel.db.rows<{ result: string }>(
      sql`select result from audit_event where action = 'refuse' and reason = 'access.read_pace' order by id desc limit 1`,
    )
    expect(line).toEqual({ result: 'refused' })
  })

  it('is one count for the page, the file, its parts, a second session, a key and another server', async () => {
    const { body } = await page(wang, '', 12)
    const read = body.items.map(({ id }: { id: string }) => id)
    // Written within one millisecond, the page has them in no order of their making.
    const at = ids.findIndex((id) => !read.includes(id))
    const last = ids[at]
    const paths = [
      `/api/customers/${last}`,
      `/api/customers/${last}/timeline`,
      `/api/customers/${last}/history`,
      '/api/contacts?limit=30',
      `/api/customers?where=${encodeURIComponent(JSON.stringify({ name: `客户${at}` }))}`,
      `/api/search?q=客户${at}`,
    ]
    for (const path of paths) expect((await wang.get(path)).status, path).toBe(429)
    const again = await house.client('wang')
    expect((await again.get(`/api/customers/${last}`)).status).toBe(429)
    const { token } = (await wang.post('/api/api-keys', { name: '程序', scopes: ['read'] })).body
    const byKey = { headers: { cookie: '', authorization: `Bearer ${token}` } }
    expect((await wang.get(`/api/customers/${last}`, byKey)).status).toBe(429)
    restart()
    expect((await wang.get(`/api/customers/${last}`)).status).toBe(429)
  })

  it('leaves what was just read, other people and who has no bound alone', async () => {
    const { body } = await page(wang, '', 12)
    expect((await page(wang, '', 12)).status).toBe(200)
    expect((await wang.get(`/api/customers/${body.items[0].id}`)).status).toBe(200)
    const head = await house.client('zhang')
    expect((await page(head, '', made)).body.items).toHaveLength(made)
    expect(await house.kernel.db.rows(sql`select from file_reading where by = ${house.people.zhang.id}::uuid`)).toEqual(
      [],
    )
  })

  it('goes on ten minutes later, up to the bound of the day', async () => {
    const later = async () => {
      await house.kernel.db.rows(sql`update file_reading set at = at - interval '11 minutes'`)
      restart()
    }
    const before = await lastLine()
    const first = await page(wang, '', 12)
    expect((await page(wang, first.body.next, 1)).status).toBe(429)
    await later()
    const second = await page(wang, first.body.next, 12)
    expect(second.status).toBe(200)
    await later()
    const third = await page(wang, second.body.next, 5)
    expect(third.status).toBe(200)
    await later()
    const again = await house
      .as('wang')
      .recordsNamed('customer')
      .createMany([{ input: { name: '新客户一' } }, { input: { name: '新客户二' } }])
    expect((await wang.get(`/api/customers/${again[0]?.id}`)).status).toBe(200)
    const refused = await wang.get(`/api/customers/${again[1]?.id}`)
    expect(refused.body).toMatchObject({ code: 'access.read_quota', params: { most: limit, hours: 24 } })
    // Told beside the alarm of the minutes, whose time is not over yet.
    const told = (await alarmsSince(before)).map(({ reason }) => reason)
    expect(told).toEqual(['access.read_pace', 'access.read_quota'])
  })

  it('does not let many requests at once slip past', async () => {
    const answers = await Promise.all(ids.map((id) => wang.get(`/api/customers/${id}`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(12)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(made - 12)
  })
})

describe('two servers', () => {
  const connections = 4
  const clientThere = (cookie: string): ApiClient =>
    clientOf(server.address, { contract: liveContract(second, server), seen: [], cookie })
  let second: Kernel
  let there: ApiClient
  let server: ApiServer
  beforeAll(async () => {
    second = await openKernel({ ...house, modules, connections })
    bound(second)
    server = await openServer(second)
    there = clientThere(wang.cookie)
  })
  afterAll(async () => {
    await server.close()
    await closeKernel(second)
  })
  beforeEach(async () => {
    await begin()
    second.readings.clear()
  })

  it('do not let somebody slip past by asking both at once', async () => {
    const raw = await rawConnection(house, { everything: true })
    // Counted by both, were it not for the turn, before either has noted what it gives out.
    await raw.rows('begin')
    await raw.rows('lock table file_reading in share row exclusive mode')
    const both = Promise.all([read(wang, ids.slice(0, 7)), read(there, ids.slice(7, 14))])
    await expect.poll(() => raw.rows('select from pg_locks where not granted')).toHaveLength(2)
    await raw.rows('commit')
    const answers = await both
    await raw.end()
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 429])
  })

  it('wait for one person’s count with one connection, and serve everybody else', async () => {
    const li = clientThere((await house.client('li')).cookie)
    const raw = await rawConnection(house, { everything: true })
    await raw.rows('begin')
    await raw.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`read ${house.people.wang.id}`])
    const many = Promise.all(ids.slice(0, 2 * connections).map((id) => there.get(`/api/customers/${id}`)))
    await expect.poll(() => raw.rows('select from pg_locks where not granted')).not.toHaveLength(0)
    for (let at = 0; at < connections; at++) expect((await li.get('/api/customers')).status).toBe(200)
    await raw.rows('commit')
    expect((await many).map(({ status }) => status)).toEqual(Array(2 * connections).fill(200))
    await raw.end()
  })

  it('tell of it once', async () => {
    const before = await lastLine()
    for (const client of [wang, there, wang]) expect((await read(client, ids.slice(0, 13))).status).toBe(429)
    expect(await alarmsSince(before)).toHaveLength(1)
  })
})

const read = (client: ApiClient, named: readonly string[]) =>
  client.get(`/api/customers?limit=20&where=${encodeURIComponent(JSON.stringify({ id: { in: named } }))}`)
