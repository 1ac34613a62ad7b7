import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

const system = [
  'id',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
  'deleted_with',
  'import_id',
  'import_row',
]
const guard = ['acl_read', 'acl_write', 'acl_level', 'incomplete', 'search_text', 'search_latin']
const wire = [
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
  'imported',
  'can',
  'titles',
  'unresolved',
]
const kept = ['purchaseCount', 'purchaseTotal', 'lastPurchaseAt', 'lastFollowedUp', 'age']
const tricks = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'name"; drop table customer; --',
  '',
]
const values: readonly unknown[] = [1, 'x', true, [1], { 0: 1 }, '{1}', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01']

let house: ApiHouse
let wang: ApiClient
let one: string
let before: unknown
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  one = `/api/customers/${(await wang.post('/api/customers', { name: '原样客户' })).body.id}`
  before = (await wang.get(one)).body
})
afterAll(() => house.close())

/** As it would come from elsewhere: JSON.stringify drops `__proto__`. */
const bodyOf = (key: string, value: unknown, rest: string) =>
  `{${JSON.stringify(key)}:${JSON.stringify(value)},${rest}}`

async function send(method: string, path: string, body: string): Promise<{ status: number; code: string }> {
  const headers = { cookie: wang.cookie, 'content-type': 'application/json' }
  const response = await fetch(house.server.address + path, { method, headers, body })
  return { status: response.status, code: Object(await response.json()).code }
}

describe('what belongs to the system', () => {
  it.each([...system, ...guard, ...wire, ...kept, ...tricks])(
    '%j cannot be written, whatever value comes',
    async (key) => {
      for (const value of values) {
        const change = await send('PATCH', one, bodyOf(key, value, '"version":1'))
        const creation = await send('POST', '/api/customers', bodyOf(key, value, '"name":"夹带客户"'))
        for (const { status, code } of [change, creation]) {
          expect([400, 422], `${key} ${JSON.stringify(value)}: ${status} ${code}`).toContain(status)
          expect(['request.unknown_field', 'request.invalid', 'field.read_only']).toContain(code)
        }
      }
      expect((await wang.get(one)).body).toEqual(before)
    },
  )

  it('made no record on the way', async () => {
    expect((await wang.get('/api/customers?search=夹带')).body.total).toBe(0)
  })

  it.each([
    ['version', 7],
    ['__proto__', 7],
  ])('%s of a new record is not the caller’s to say', async (key, value) => {
    expect((await send('POST', '/api/customers', bodyOf(key, value, '"name":"夹带客户"'))).status).toBe(400)
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
      const { status, code } = await send('PATCH', one, bodyOf(field, shape, '"version":1'))
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
