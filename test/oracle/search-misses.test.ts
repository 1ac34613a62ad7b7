import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

const phone = '13800138000'
let house: ApiHouse
let wang: ApiClient
let file: string
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  file = (await house.as('wang').recordsNamed('customer').create({ name: '蒙面客户', phone })).id
  await house.as('li').recordsNamed('customer').create({ name: '南方客户', phone: '13911112222' })
})
afterAll(() => house.close())

const forget = () => house.kernel.db.rows(sql`delete from sealed_search`)
const search = (client: ApiClient, text: string) => client.get(`/api/customers?search=${encodeURIComponent(text)}`)
const candidate = (at: number): string => `138${String(10_000 + at).slice(1)}8000`
const alarms = () =>
  house.kernel.db.rows<{ actor: string; reason: string }>(
    sql`select actor, reason from audit_event where action = 'alarm' order by id`,
  )

describe('guessing a masked number by searching for it', () => {
  it('ends after twenty misses, with a sentence, and with one alarm in the trail', async () => {
    const statuses: number[] = []
    for (let at = 100; at < 130; at++) statuses.push((await search(wang, candidate(at))).status)
    expect(statuses).toEqual([...Array(20).fill(200), ...Array(10).fill(429)])
    const refused = await search(wang, candidate(400))
    expect(refused.body).toMatchObject({ code: 'access.search_quota', params: { most: 20, hours: 1 } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3_000)
    expect(await alarms()).toEqual([{ actor: house.people.wang.id, reason: 'access.search_quota' }])
  })

  it('is the same lock for the tail, the group, the bar on top, the bin, and the key of the same person', async () => {
    for (const path of [
      '/api/customers?search=7311',
      '/api/customers/groups?by=tier&search=7312',
      '/api/search?q=7313',
      '/api/customers?deleted=true&search=7314',
      '/api/contacts?search=7315',
    ])
      expect((await wang.get(path)).status, path).toBe(429)
    const { token } = (await wang.post('/api/api-keys', { name: '程序', scopes: ['read'] })).body
    const byKey = { headers: { cookie: '', authorization: `Bearer ${token}` } }
    expect((await wang.get('/api/customers?search=7316', byKey)).status).toBe(429)
  })

  it('leaves other searches, what was asked before, and other people alone', async () => {
    expect((await search(wang, '蒙面')).body.items).toMatchObject([{ id: file }])
    expect((await search(wang, candidate(100))).status).toBe(200)
    const li = await house.client('li')
    expect((await search(li, '2222')).body.total).toBe(1)
  })

  it('goes on an hour later', async () => {
    await house.kernel.db.rows(sql`update sealed_search set at = at - interval '61 minutes'`)
    expect((await search(wang, phone)).body.items).toMatchObject([{ id: file }])
    await forget()
  })

  it('does not slip past by many at once', async () => {
    const all = await Promise.all(Array.from({ length: 60 }, (_, at) => search(wang, candidate(at + 200))))
    expect(all.filter(({ status }) => status === 200)).toHaveLength(20)
    await forget()
  })

  it('tells nothing of numbers out of sight: they are misses', async () => {
    for (let at = 0; at < 25; at++) {
      const { body } = await search(wang, at % 2 ? '13911112222' : '2222')
      expect(body.total).toBe(0)
    }
    const [row] = await house.kernel.db.rows(sql`select count(*)::integer as misses from sealed_search where missed`)
    expect(row).toEqual({ misses: 2 })
    await forget()
  })

  it('ends after three hundred a day where each guess hits a record made to be hit', async () => {
    const decoys = Array.from({ length: 301 }, (_, at) => ({
      input: { name: `诱饵${at}`, phone: candidate(at + 500) },
    }))
    await house.as('wang').recordsNamed('customer').createMany(decoys)
    const statuses: number[] = []
    for (let at = 0; at < 301; at++) statuses.push((await search(wang, candidate(at + 500))).status)
    expect(statuses.indexOf(429)).toBe(300)
    await forget()
  })
})

describe('a search that nothing sealed could answer', () => {
  it.each(['蒙面客户', 'mmkh', 'K-12', '138', '13800'])('%s is not counted', async (text) => {
    expect((await search(wang, text)).status).toBe(200)
    expect(await house.kernel.db.rows(sql`select from sealed_search`)).toEqual([])
  })

  it('nor is one by who sees the numbers anyway', async () => {
    const zhang = await house.client('zhang')
    for (let at = 0; at < 25; at++) expect((await search(zhang, candidate(at))).status).toBe(200)
    expect(await house.kernel.db.rows(sql`select from sealed_search`)).toEqual([])
  })
})

it('no masked text is found by searching for it whole', async () => {
  const fields = house.as('zhang').recordsNamed('custom_field')
  const made = { object: 'customer', name: 'alias', kind: 'text', labelZh: '化名', labelEn: 'Alias' }
  await fields.create({ ...made, level: '2', sealed: true, searchable: true })
  const named = house.as('wang').recordsNamed('customer')
  await named.create({ name: '另一客户', alias: '风清扬' })
  expect((await search(wang, '风清扬')).body.total).toBe(0)
  expect((await search(await house.client('zhang'), '风清扬')).body.total).toBe(1)
})
