import { afterAll, beforeAll, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let zhang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
})
afterAll(() => house.close())

const field = { object: 'customer', field: 'archiveNumber' }
const byType = [
  { field: 'type', texts: { company: 'Q', person: 'G' } },
  { region: 'region', digits: 2 },
  { text: '-' },
  { sequence: 4, reset: ['region', 'field'] },
]
const preview = (parts: unknown, values: Record<string, string | null> = {}) =>
  zhang.post('/api/number-previews', { ...field, parts, values })
const make = async (input: Record<string, unknown>) => (await zhang.post('/api/customers', input)).body

it('are foreseen for a record of one’s choice, and are then the ones that are given', async () => {
  const standard = [{ text: 'KH-' }, { date: 'YYYY' }, { text: '-' }, { sequence: 6, reset: ['year'] }]
  const year = new Date().getFullYear()
  const given = (await make({ name: '宁波甬江物流' })).archiveNumber
  expect(given).toBe(`KH-${year}-000001`)
  const { numbers } = (await preview(standard)).body
  expect(numbers).toEqual([2, 3, 4].map((at) => `KH-${year}-00000${at}`))
  expect((await make({ name: '绍兴黄酒' })).archiveNumber).toBe(numbers[0])

  const shanghai = { type: 'person', region: '310101' }
  expect((await preview(byType, shanghai)).body.numbers).toEqual(['G31-0001', 'G31-0002', 'G31-0003'])
  const rule = (await zhang.post('/api/field-rules', { ...field, rule: 'number', parts: byType })).body
  expect((await make({ name: '沪人', ...shanghai })).archiveNumber).toBe('G31-0001')
  expect((await preview(byType, shanghai)).body.numbers[0]).toBe('G31-0002')
  expect((await preview(byType, { type: 'company', region: '310101' })).body.numbers[0]).toBe('Q31-0001')
  // What was given stays, and the rule of before goes on where it was.
  expect((await zhang.get('/api/customers?search=宁波甬江')).body.items).toMatchObject([{ archiveNumber: given }])
  await zhang.delete(`/api/field-rules/${rule.id}`)
  expect((await make({ name: '其后' })).archiveNumber).toBe(`KH-${year}-000003`)
})

it('are passed over in what is foreseen where a file brought them', async () => {
  const parts = [{ text: 'DA' }, { sequence: 3 }]
  const system = house.as('zhang').asSystem('bring numbers')
  await system.recordsNamed('customer').create({ name: '自带编号', archiveNumber: 'DA002' })
  expect((await preview(parts)).body.numbers).toEqual(['DA001', 'DA003', 'DA004'])
})

it('leave the counter as it is when they are foreseen, and a line in the trail', async () => {
  const counters = () => house.kernel.db.rows(sql`select scope, value from counter order by scope`)
  const before = await counters()
  await preview(byType, { type: 'company', region: '330110' })
  expect(await counters()).toEqual(before)
  const { items } = (await zhang.get('/api/audit-events?action=count&limit=1')).body
  expect(items).toMatchObject([{ object: 'customer', fields: ['archiveNumber'] }])
})

it.each([
  ['number.one_sequence', [{ text: 'KH' }]],
  ['number.reset_unseen', [{ text: 'KH' }, { sequence: 4, reset: ['year'] }]],
  ['number.field_unfit', [{ field: 'phone' }, { sequence: 4 }]],
  ['number.part_unknown', [{ sql: 'drop table' }, { sequence: 4 }]],
])('are refused before they are saved with %s', async (code, parts) => {
  expect(await preview(parts)).toMatchObject({ status: 422, body: { code, errors: [{ path: 'parts' }] } })
})

it('are refused for a field that has none, and for whoever may not change rules', async () => {
  const parts = [{ sequence: 4 }]
  const asked = { object: 'customer', field: 'name', parts, values: {} }
  expect((await zhang.post('/api/number-previews', asked)).body.code).toBe('number.not_allocated')
  const clerk = await house.client('li')
  expect((await clerk.post('/api/number-previews', { ...field, parts, values: {} })).status).toBe(403)
})
