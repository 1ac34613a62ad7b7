import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let zhang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
})
afterAll(() => house.close())

const field = { object: 'customer', field: 'classCode' }
const scheme = {
  separator: '.',
  parts: [
    { field: 'tier', signs: { vip: '甲', ordinary: '乙', potential: '丙' } },
    { region: 'region', digits: 4 },
  ],
}
const preview = (wished: unknown, by = zhang) => by.post('/api/class-previews', { ...field, scheme: wished })
const codesOf = async (): Promise<Record<string, string>> => {
  const { items } = (await zhang.get('/api/customers?fields=name,classCode')).body
  return Object.fromEntries(items.map((item: { name: string; classCode: string }) => [item.name, item.classCode]))
}

it('say of which class a file is, told of before, for every file at once, and are taken back like every rule', async () => {
  const customers = [
    { name: '甲一', tier: 'vip', region: '330110' },
    { name: '甲二', tier: 'vip', region: '330110' },
    { name: '丙一', type: 'person', tier: 'potential' },
  ]
  for (const customer of customers) await zhang.post('/api/customers', customer)
  const usual = { 甲一: 'COM-0-33', 甲二: 'COM-0-33', 丙一: 'PER-0-0' }
  expect(await codesOf()).toEqual(usual)
  expect((await preview(scheme)).body).toEqual({
    records: 3,
    changed: 3,
    examples: [
      { before: 'COM-0-33', after: '甲.3301', count: 2 },
      { before: 'PER-0-0', after: '丙.0', count: 1 },
    ],
  })
  const { id } = (await zhang.post('/api/field-rules', { ...field, rule: 'class', parts: scheme })).body
  expect(await codesOf()).toEqual({ 甲一: '甲.3301', 甲二: '甲.3301', 丙一: '丙.0' })
  const typed = { ...scheme, parts: [...scheme.parts, { field: 'type', letters: 3 }] }
  expect((await preview(scheme)).body).toEqual({ records: 3, changed: 0, examples: [] })

  const changed = await zhang.patch(`/api/field-rules/${id}`, { parts: typed, version: 1 })
  expect(changed.status).toBe(200)
  expect((await codesOf()).丙一).toBe('丙.0.PER')
  const { items } = (await zhang.get(`/api/field-rules/${id}/history`)).body
  const [entry] = items.filter((item: { field: string }) => item.field === 'parts')
  const restored = await zhang.post(`/api/field-rules/${id}/history/${entry.id}/restoration`, { version: 2 })
  expect(restored.status).toBe(200)
  expect((await codesOf()).丙一).toBe('丙.0')
  expect((await zhang.post('/api/field-rules', { ...field, rule: 'class', parts: scheme })).body.code).toBe(
    'class.second_rule',
  )
  expect((await zhang.delete(`/api/field-rules/${id}`)).status).toBe(204)
  expect(await codesOf()).toEqual(usual)
})

it('tell nobody of a field that is hidden from them', async () => {
  const { id } = (await zhang.post('/api/field-rules', { ...field, rule: 'class', parts: scheme })).body
  const wang = house.as('wang')
  await wang.recordsNamed('customer').create({ name: '丁一', tier: 'vip' })
  const seenBy = async (ctx: typeof wang) => {
    const { items } = await ctx
      .recordsNamed('customer')
      .list({ where: { name: { eq: '丁一' } }, fields: ['classCode'] })
    return items.map(({ values }) => values.classCode)
  }
  expect(await seenBy(wang)).toEqual(['甲.0'])
  const { actor } = wang
  const reach: typeof actor.reach = (type, right) => actor.reach(type, right)
  const fieldRule: typeof actor.fieldRule = (type, name) => (name === 'tier' ? 'hidden' : actor.fieldRule(type, name))
  expect(await seenBy(wang.with({ actor: { ...actor, reach, fieldRule } }))).toEqual([null])
  expect((await zhang.delete(`/api/field-rules/${id}`)).status).toBe(204)
})

it('are refused where two kinds of files would be called the same, or where not everybody may see of what they are', async () => {
  const [, region] = scheme.parts
  const tier = (signs: Record<string, string>) => ({ separator: '-', parts: [{ field: 'tier', signs }] })
  const cases: [unknown, string][] = [
    [tier({ vip: 'A', ordinary: 'A', potential: 'B' }), 'class.sign_twice'],
    [tier({ vip: 'A', ordinary: 'B' }), 'class.sign_missing'],
    [{ separator: '', parts: [region] }, 'class.part_unknown'],
    [{ separator: '-', parts: [] }, 'class.empty'],
    [{ separator: '-', parts: [region, region] }, 'class.field_twice'],
    [{ separator: '-', parts: [{ field: 'phone', letters: 3 }] }, 'number.field_unfit'],
  ]
  for (const [parts, code] of cases) {
    expect((await preview(parts)).body.code).toBe(code)
    expect((await zhang.post('/api/field-rules', { ...field, rule: 'class', parts })).body.code).toBe(code)
  }
  const asked = { object: 'customer', field: 'name', scheme }
  expect((await zhang.post('/api/class-previews', asked)).body.code).toBe('class.not_a_class')
  expect((await preview(scheme, await house.client('wang'))).status).toBe(403)
})

it('go on where a field of theirs is removed: its place says that it is not known', async () => {
  const grade = { object: 'customer', name: 'grade', labelZh: '等第', labelEn: 'Grade', kind: 'choice' }
  const choices = ['one', 'two'].map((value) => ({ value, label: { zh: value, en: value } }))
  const own = (await zhang.post('/api/custom-fields', { ...grade, settings: { choices } })).body
  await zhang.post('/api/customers', { name: '乙一', grade: 'one', region: '330110' })
  const parts = { separator: '-', parts: [{ field: 'grade', signs: { one: '1', two: '2' } }, scheme.parts[1]] }
  const { id } = (await zhang.post('/api/field-rules', { ...field, rule: 'class', parts })).body
  expect((await codesOf()).乙一).toBe('1-3301')
  expect((await zhang.patch(`/api/custom-fields/${own.id}`, { hidden: true, version: 1 })).status).toBe(200)
  expect((await zhang.get('/api/customers?fields=name')).status).toBe(200)
  expect((await zhang.delete(`/api/custom-fields/${own.id}`)).status).toBe(204)
  expect((await codesOf()).乙一).toBe('0-3301')
  expect((await zhang.delete(`/api/field-rules/${id}`)).status).toBe(204)
})
