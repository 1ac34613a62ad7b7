import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { foundNothing } from '../../src/server/even-time.ts'

let house: ApiHouse
let wang: ApiClient
let customer: string
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  customer = (await wang.post('/api/customers', { name: '甲客户', phone: '13987650001' })).body.id
  for (const name of ['赵一', '钱二']) await wang.post('/api/contacts', { customer, name })
  await house.as('li').recordsNamed('customer').create({ name: '丙客户' })
})
afterAll(() => house.close())

/** What the trail says of somebody since a line. */
async function linesSince(line: number): Promise<{ action: string; object: string | null; detail: unknown }[]> {
  return house.kernel.db.rows(sql`
    select action, object, (body::json)->'detail' as detail from audit_event where id > ${line} and actor = ${house.people.wang.id}::uuid order by object`)
}

async function lastLine(): Promise<number> {
  const [row] = await house.kernel.db.rows<{ last: string }>(sql`select max(id) as last from audit_event`)
  return Number(row?.last)
}

it('several lists are answered at once as each by itself, and each stands in the trail by itself', async () => {
  const where = { customer }
  const alone = [
    await wang.get(`/api/contacts?sort=name&where=${encodeURIComponent(JSON.stringify(where))}`),
    await wang.get(`/api/needs?limit=1&where=${encodeURIComponent(JSON.stringify(where))}`),
    await wang.get('/api/customers?search=客户&fields=name,owner'),
  ]
  const before = await lastLine()
  const lists = [
    { object: 'contacts', sort: 'name', where },
    { object: 'needs', limit: 1, where },
    { object: 'customers', search: '客户', fields: ['name', 'owner'] },
  ]
  const { status, body } = await wang.post('/api/lists', { lists })
  expect(status).toBe(200)
  expect(body.lists).toEqual(alone.map((answer) => answer.body))
  expect(body.lists[0].items).toHaveLength(2)
  expect(body.lists[2].items[0]).not.toHaveProperty('phone')
  // What is somebody else's is in none of them.
  expect(body.lists[2]).toMatchObject({ total: 1, items: [{ id: customer }] })
  expect(await linesSince(before)).toMatchObject([
    { action: 'list', object: 'contact', detail: { total: 2 } },
    { action: 'search', object: 'customer', detail: { total: 1 } },
    { action: 'list', object: 'need', detail: { total: 0 } },
  ])
})

it('where one is refused all are, as it would be, and the trail has the refusal', async () => {
  const before = await lastLine()
  const asked = (object: string, more = {}) =>
    wang.post('/api/lists', { lists: [{ object: 'contacts' }, { object, ...more }] })
  expect((await asked('nothings')).status).toBe(404)
  expect((await asked('needs', { where: { nothing: 1 } })).status).toBe(
    (await wang.get('/api/needs?where={"nothing":1}')).status,
  )
  expect((await wang.post('/api/lists', { lists: [] })).status).toBe(400)
  expect((await wang.post('/api/lists', { lists: Array(41).fill({ object: 'needs' }) })).status).toBe(400)
  expect((await linesSince(before)).filter(({ action }) => action === 'refuse')).toMatchObject([
    { detail: { url: '/api/lists', status: 404 } },
  ])
})

it('no API key asks for several at once, as it is held to one object', async () => {
  const { body } = await wang.post('/api/api-keys', { name: '程序', scopes: ['read:contacts'] })
  const headers = { authorization: `Bearer ${body.token}` }
  const stranger = await house.client()
  expect((await stranger.get('/api/contacts', { headers })).status).toBe(200)
  expect((await stranger.post('/api/lists', { lists: [{ object: 'contacts' }] }, { headers })).status).toBe(403)
})

it('what is read side by side takes its turns among all that its reader asks for', async () => {
  const superuser = openDatabase(house.url, { max: 1, name: 'test superuser' })
  const connection = await superuser.connect()
  await connection.text('begin; lock table need in access exclusive mode')
  // Four lists each, none of which can be read yet: twelve have their turn, a hundred wait, and there is no room for more.
  const lists = Array(4).fill({ object: 'needs' })
  const asked = Array.from({ length: 40 }, () => wang.post('/api/lists', { lists }))
  expect((await Promise.race(asked)).status).toBe(429)
  await connection.text('rollback')
  connection.release()
  const statuses = new Set((await Promise.all(asked)).map(({ status }) => status))
  expect(statuses).toEqual(new Set([200, 429]))
  await superuser.end()
})

it('what finds nothing in one of them is told on the beat', () => {
  expect(foundNothing({ lists: [{ items: [{}] }, { items: [] }] })).toBe(true)
  expect(foundNothing({ lists: [{ items: [{}] }] })).toBe(false)
})
