import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let wang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  await wang.post('/api/customers', { name: '查询客户' })
})
afterAll(() => house.close())

const list = (query: Record<string, string>, locale = 'zh') =>
  wang.get(`/api/customers?${new URLSearchParams(query)}`, { headers: { 'accept-language': locale } })
const where = (filter: unknown) => list({ where: JSON.stringify(filter) })

describe('a refusal', () => {
  it.each([
    [{ where: '{"nothing":1}' }, 'request.unknown_field', 'nothing'],
    [{ where: '{"phone":{"contains":"138"}}' }, 'field.operator_unknown', 'contains'],
    [{ sort: 'phone' }, 'field.not_sortable', ''],
    [{ sort: 'nothing' }, 'request.unknown_field', 'nothing'],
    [{ fields: 'name,nothing' }, 'request.unknown_field', 'nothing'],
    [{ where: '{' }, 'request.invalid', 'where'],
    [{ limit: '201' }, 'request.invalid', 'limit'],
    [{ page: '2' }, 'request.invalid', 'page'],
    [{ after: 'made up' }, 'request.invalid', 'after'],
  ])('of the list %j has the code %s and speaks the language asked for', async (query, code, names) => {
    const [zh, en] = await Promise.all([list(query, 'zh-CN,en;q=0.5'), list(query, 'en-GB,zh;q=0.5')])
    for (const answer of [zh, en]) {
      expect(answer).toMatchObject({ status: 400, body: { status: 400, code } })
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
      expect(answer.body.title).toContain(names)
    }
    expect(zh.body.title).toMatch(/[\u4e00-\u9fff]/)
    expect(en.body.title.replace(/“.*?”/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('of a record names every field that is wrong, each with its own sentence', async () => {
    const { status, body } = await wang.post('/api/customers', { phone: '123', creditCode: 'X', type: 'alien' })
    expect(status).toBe(422)
    expect(body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'creditCode',
      'name',
      'phone',
      'type',
    ])
    for (const { message, params } of body.errors) expect(message).toContain(params.field)
  })

  it('speaks the language of who is signed in where none is asked for', async () => {
    const chen = await house.client('chen')
    await chen.patch('/api/sessions/current', { locale: 'en' })
    const silent = { headers: { 'accept-language': '' } }
    const { body } = await chen.post('/api/customers', {}, silent)
    expect(body.title).toBe('Name is required.')
  })

  it.each([
    ['{"name":', 400],
    ['[]', 400],
    ['"text"', 400],
    ['{"name":"a","__proto__":{"x":1}}', 400],
    ['{"name":"a","constructor":{"prototype":{"x":1}}}', 400],
  ])('meets the body %s', async (body, status) => {
    const response = await fetch(`${house.server.address}/api/customers`, {
      method: 'POST',
      headers: { cookie: wang.cookie, 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ code: 'request.invalid' })
  })

  it('meets a body that is no JSON by its type, and one that is too large', async () => {
    const send = (type: string, body: string) =>
      fetch(`${house.server.address}/api/customers`, {
        method: 'POST',
        headers: { cookie: wang.cookie, 'content-type': type },
        body,
      })
    expect((await send('application/xml', '<name/>')).status).toBe(415)
    expect((await send('text/plain', '{"name":"a"}')).status).toBe(415)
    expect((await send('application/x-www-form-urlencoded', 'name=a')).status).toBe(415)
    expect(await (await send('application/json', `{"name":"${'a'.repeat(1_100_000)}"}`)).json()).toMatchObject({
      code: 'request.too_large',
    })
  })

  it('of an address that leads nowhere is a problem like any other', async () => {
    for (const path of [
      '/api/unknown',
      '/api/customers/a/b/c/d',
      '/api',
      '/api/%zz',
      `/api/customers/${'x'.repeat(300)}`,
    ]) {
      const response = await fetch(house.server.address + path, { headers: { cookie: wang.cookie } })
      expect([400, 404, 414], path).toContain(response.status)
      expect(response.headers.get('content-type'), path).toContain('application/problem+json')
    }
  })
})

describe('a filter', () => {
  it.each([
    [[]],
    ['text'],
    [{ or: {} }],
    [{ not: [] }],
    [{ not: 1 }],
    [{ name: { in: 'x' } }],
    [{ name: {} }],
    [{ name: ['a'] }],
    [{ createdAt: { lt: 'yesterday noon' } }],
    [{ createdBy: 'x' }],
    [{ version: { eq: 1e300 } }],
    [{ version: 'x' }],
    [{ annualRevenue: { gt: 1e300 } }],
    [{ employees: { gt: '9'.repeat(400) } }],
    [{ constructor: 1 }],
    [{ incomplete: { hasAny: [1] } }],
    [JSON.parse('{"__proto__": {"x": 1}}')],
    [{ and: Array.from({ length: 9 }).reduce<unknown>((inner) => ({ not: inner }), { name: 'a' }) }],
  ])('%j that makes no sense is refused, and never fails on the way', async (filter) => {
    expect((await where(filter)).status).toBe(400)
  })

  it.each([
    [{ name: { contains: 'a\u0000b' } }],
    [{ name: { contains: '\ud800' } }],
    [{ name: { contains: '%_\\' } }],
    [{ name: { eq: "'; drop table customer; --" } }],
    [{ tags: { hasAny: ['{"a"}', 'null', ''] } }],
    [{ or: [] }],
    [{ and: [] }],
    [{}],
  ])('%j that finds nothing, or all, is no failure', async (filter) => {
    expect([200, 400]).toContain((await where(filter)).status)
  })

  it('by a fact that an object does not have is refused there', async () => {
    const filter = encodeURIComponent(JSON.stringify({ incomplete: { empty: true } }))
    expect((await wang.get(`/api/customers?where=${filter}`)).status).toBe(200)
    expect((await wang.get(`/api/tags?where=${filter}`)).status).toBe(400)
    expect((await wang.get('/api/tags?sort=incomplete')).status).toBe(400)
  })

  it('with a made-up page mark is refused', async () => {
    for (const values of [['x', 'y'], ['2026-01-01T00:00:00Z', 'y'], [{}, []], [1]]) {
      const after = Buffer.from(JSON.stringify(values)).toString('base64url')
      expect((await list({ after })).status, JSON.stringify(values)).toBe(400)
    }
  })

  it('and a search take whatever people type', async () => {
    for (const search of ['\u0000', '%', '_', '\\', "'", '😀', '\ud800', ' ', '重庆\u0000', 'a'.repeat(200)])
      expect([200, 400], JSON.stringify(search)).toContain((await list({ search })).status)
  })
})

it('none of this was an unexpected error on the server', () => {
  expect(house.server.errors).toEqual([])
})
