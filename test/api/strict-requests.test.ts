import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

/* A request that can be read in two ways, or that brings another thing than a value, is refused, and nothing is written. */

let house: ApiHouse
let zhang: ApiClient
let wang: ApiClient
let one: string
let before: unknown
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  wang = await house.client('wang')
  one = `/api/customers/${(await wang.post('/api/customers', { name: '原样客户' })).body.id}`
  before = (await wang.get(one)).body
})
afterAll(() => house.close())

/** A body as it came: JSON.stringify writes no name twice. */
async function send(client: ApiClient, method: string, path: string, body: string) {
  const headers = { cookie: client.cookie, 'content-type': 'application/json' }
  const response = await fetch(house.server.address + path, { method, headers, body })
  return { ...Object(await response.json()), status: response.status }
}

describe('a name that stands twice', () => {
  it.each([
    ['in a new record', 'POST', '/api/customers', '{"name":"夹带甲","name":"夹带乙"}'],
    ['with an escape', 'POST', '/api/customers', '{"name":"夹带甲","n\\u0061me":"夹带乙"}'],
    ['in a change', 'PATCH', '', '{"name":"夹带甲","version":1,"name":"夹带乙"}'],
    ['below the top', 'POST', '/api/customers/bulk-changes', '{"patch":{"name":"夹带甲","name":"夹带乙"},"ids":[]}'],
    ['in a list', 'POST', '/api/roles', '{"nameZh":"夹带","grants":[{"name":1},{"name":1,"name":2}]}'],
    ['at sign-in', 'POST', '/api/sessions', '{"login":"wang","name":"","name":"","password":"x"}'],
  ])('%s is refused by its name', async (_, method, path, body) => {
    const { status, code, params } = await send(zhang, method, path || one, body)
    expect(`${status} ${code} ${params?.field}`).toBe('400 request.repeated_field name')
    expect((await wang.get(one)).body).toEqual(before)
    expect((await zhang.get('/api/customers?search=夹带')).body.total).toBe(0)
  })

  it('is refused in a filter too', async () => {
    const { status, body } = await wang.get(`/api/customers?where=${encodeURIComponent('{"name":"甲","name":"乙"}')}`)
    expect(`${status} ${body.code}`).toBe('400 request.invalid')
  })

  it('is no name in a text, nor the same name in another object', async () => {
    const name = '\\"name":"甲","name":"乙"'
    const remarks = '{"remarks":1,"remarks":2}'
    const body = JSON.stringify({ name, remarks })
    const { status, ...made } = await send(wang, 'POST', '/api/customers', body)
    expect({ status, ...made }).toMatchObject({ status: 201, name, remarks })
    const many = JSON.stringify({ patch: { name: '甲' }, where: { name } })
    expect(await send(wang, 'POST', '/api/customers/bulk-changes', many)).toMatchObject({ changed: 1 })
  })
})

describe('a value of the wrong shape', () => {
  const shapes: readonly unknown[] = [['a', 'b'], [[]], { a: 1 }, { $gt: '' }, [{ id: 1 }]]
  it.each([
    'name',
    'shortName',
    'type',
    'phone',
    'email',
    'street',
    'owner',
    'unit',
    'parent',
    'birthday',
    'employees',
    'nextFollowUp',
    'remarks',
    'secretRemarks',
    'archiveNumber',
    'creditCode',
    'region',
    'website',
    'annualRevenue',
  ])('in %s is refused as a value, and the record stays as it was', async (field) => {
    for (const shape of shapes) {
      const { status, code } = await send(wang, 'PATCH', one, JSON.stringify({ [field]: shape, version: 1 }))
      expect(`${status} ${code}`, JSON.stringify(shape)).toMatch(/^422 field\./)
    }
    expect((await wang.get(one)).body).toEqual(before)
  })

  it('names nobody whom the writer may not see', async () => {
    const li = await house.client('li')
    const foreign = (await li.post('/api/customers', { name: '南方上级' })).body.id
    expect(await wang.patch(one, { parent: foreign, version: 1 })).toMatchObject({
      status: 422,
      body: { code: 'field.reference_unknown' },
    })
  })
})

it.each(['search', 'where', 'sort', 'after', 'limit', 'deleted', '__proto__'])(
  'a question that says %s twice is refused',
  async (name) => {
    const { status, body } = await wang.get(`/api/customers?${name}=1&${name}=true`)
    expect(`${status} ${body.code}`).toBe('400 request.invalid')
  },
)

it('none of this was an unexpected error on the server', () => {
  expect(house.server.errors).toEqual([])
})
