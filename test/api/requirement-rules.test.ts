import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sql, sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { runJobs } from '#test/run-jobs'

let house: ApiHouse
let zhang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
})
afterAll(() => house.close())

const code = '91350100M000100Y43'
const rules = '/api/field-rules'
const needs = (field: string, parts: unknown, object = 'customer') => ({ object, field, rule: 'needs', parts })
const make = async (input: Record<string, unknown>): Promise<string> =>
  (await zhang.post('/api/customers', input)).body.id
const incomplete = async (path = 'customers'): Promise<Record<string, string[]>> => {
  const where = encodeURIComponent(JSON.stringify({ incomplete: { empty: false } }))
  const { items } = (await zhang.get(`/api/${path}?where=${where}&limit=200`)).body
  return Object.fromEntries(items.map((item: { name: string; incomplete: string[] }) => [item.name, item.incomplete]))
}
const foresee = async (fields: Record<string, unknown>, object = 'customer') =>
  (await zhang.post('/api/requirement-previews', { object, fields })).body

/** Through the pause in which every process hears of the new rules, to the end. */
async function markAll(): Promise<void> {
  await runJobs(house)
  await runJobs(house)
}

const ofVips = [{ need: 'required', when: { type: 'company', tier: 'vip' } }]

describe('what a field needs by case', () => {
  it('is foreseen in numbers, holds for what comes, and is noted on what there is once the work is through', async () => {
    await make({ name: '有码贵宾', tier: 'vip', creditCode: code })
    await make({ name: '无码贵宾', tier: 'vip' })
    await make({ name: '无码普通', tier: 'ordinary' })
    await make({ name: '贵宾个人', tier: 'vip', type: 'person' })
    expect(await foresee({ creditCode: ofVips })).toEqual({
      records: 4,
      incomplete: 0,
      becomeIncomplete: 1,
      becomeComplete: 0,
      lacking: { name: 0, creditCode: 1 },
      marking: null,
    })
    const rule = (await zhang.post(rules, needs('creditCode', ofVips))).body
    expect((await zhang.post('/api/customers', { name: '新贵宾', tier: 'vip' })).body).toMatchObject({
      code: 'field.required',
      errors: [{ path: 'creditCode' }],
    })
    expect((await foresee({})).marking).toEqual({ done: 0, total: null })
    expect(await incomplete()).toEqual({})
    await markAll()
    expect(await incomplete()).toEqual({ 无码贵宾: ['creditCode'] })
    expect(await foresee({})).toMatchObject({ incomplete: 1, becomeIncomplete: 0, becomeComplete: 0, marking: null })

    expect(await foresee({ creditCode: [] })).toMatchObject({ becomeIncomplete: 0, becomeComplete: 1 })
    const wider = [{ need: 'required', when: { tier: { in: ['vip', 'ordinary'] } } }]
    expect(await foresee({ creditCode: wider })).toMatchObject({ becomeIncomplete: 2, lacking: { creditCode: 3 } })
    const patched = await zhang.patch(`${rules}/${rule.id}`, { parts: wider }, { headers: { 'if-match': '"1"' } })
    expect(patched.status).toBe(200)
    await markAll()
    expect(Object.keys(await incomplete()).sort()).toEqual(['无码普通', '无码贵宾', '贵宾个人'])
    // Taken back by the history of the rule, as any change is.
    const { items } = (await zhang.get(`${rules}/${rule.id}/history`)).body
    const back = `${rules}/${rule.id}/history/${items[0].id}/restoration`
    expect((await zhang.post(back, { version: 2 })).status).toBe(200)
    await markAll()
    expect(await incomplete()).toEqual({ 无码贵宾: ['creditCode'] })
    await zhang.delete(`${rules}/${rule.id}`)
    await markAll()
    expect(await incomplete()).toEqual({})
  })

  it('is noted alike by the work and by each write, and changes no record’s version', async () => {
    const made = await Promise.all(
      [
        ['creditCode', ofVips],
        ['industry', [{ need: 'required', when: { or: [{ tier: 'vip' }, { not: { region: { empty: true } } }] } }]],
        ['phone', [{ need: 'required' }]],
        ['tags', [{ need: 'required', when: { annualRevenue: { gte: { amount: 1_000_000, currency: 'CNY' } } } }]],
      ].map(async ([field, parts]) => (await zhang.post(rules, needs(String(field), parts))).body.id),
    )
    const cases = ['vip', 'ordinary'].flatMap((tier) =>
      ['company', 'person'].flatMap((type) =>
        [null, '330110'].flatMap((region) =>
          [null, '1万', '9万'].map((annualRevenue) => ({ tier, type, region, annualRevenue })),
        ),
      ),
    )
    const inputs = cases.map((each, at) => ({
      input: { name: `案例${at}`, ...each, phone: at % 2 ? '13800138000' : null },
    }))
    await house.as('zhang').recordsNamed('customer').createMany(inputs, { lenient: true })
    const rows = (query: Sql) => house.system().transaction(({ db }) => db.rows(query))
    const noted = () => rows(sql`select name, incomplete, version from customer where name like '案例%' order by name`)
    const byWrites = await noted()
    expect(new Set(byWrites.map((row) => String(row.incomplete))).size).toBeGreaterThan(5)
    await rows(sql`update customer set incomplete = '{}'`)
    await zhang.post(rules, needs('fax', []))
    await markAll()
    expect(await noted()).toEqual(byWrites)
    for (const id of made) await zhang.delete(`${rules}/${id}`)
    await markAll()
    expect(await incomplete()).toEqual({})
  })

  it('leaves open what an import could not read, and passes on what is open on a contact', async () => {
    const [unread] = await house
      .as('zhang')
      .recordsNamed('customer')
      .createMany([{ input: { name: '读不懂', birthday: '某日' } }], { lenient: true })
    expect(unread?.incomplete).toEqual(['birthday'])
    const customer = await make({ name: '有联系人' })
    await zhang.post('/api/contacts', { customer, name: '王芳' })
    const rule = (await zhang.post(rules, needs('title', [{ need: 'required' }], 'contact'))).body
    expect(rule).toMatchObject({ object: 'contact' })
    await zhang.post(rules, needs('shortName', []))
    await markAll()
    expect(await incomplete()).toEqual({ 读不懂: ['birthday'], 有联系人: ['contact.title'] })
    expect(await foresee({})).toMatchObject({ incomplete: 2, becomeComplete: 0 })
    await zhang.delete(`${rules}/${rule.id}`)
    await markAll()
    expect(await incomplete()).toEqual({ 读不懂: ['birthday'] })
  })

  it('stands before rules of one case each, and before the product’s own', async () => {
    const requirements = async (field: string) => {
      const { objects } = (await zhang.get('/api/definitions')).body
      const customer = objects.find(({ name }: { name: string }) => name === 'customer')
      return customer.requirements.filter((each: { field: string }) => each.field === field)
    }
    expect(await requirements('region')).toEqual([{ field: 'region', need: 'recommended', when: {} }])
    await zhang.post(rules, { object: 'customer', field: 'region', rule: 'required', when: { tier: 'vip' } })
    const whole = (await zhang.post(rules, needs('region', []))).body
    expect(await requirements('region')).toEqual([])
    const another = await zhang.post(rules, { object: 'customer', field: 'region', rule: 'optional' })
    expect(another.body.code).toBe('need.second_rule')
    await zhang.delete(`${rules}/${whole.id}`)
    expect(await requirements('region')).toEqual([{ field: 'region', need: 'required', when: { tier: 'vip' } }])
  })

  it.each([
    ['need.not_filled', needs('archiveNumber', [{ need: 'required' }])],
    ['need.not_filled', { object: 'customer', field: 'age', rule: 'required' }],
    ['need.always', needs('name', [])],
    ['need.unknown', needs('fax', [{ need: 'nice to have' }])],
    ['need.case_unfit', needs('fax', [{ need: 'required', when: { createdAt: { lt: '2026-01-01' } } }])],
    ['request.unknown_field', needs('fax', [{ need: 'required', when: { shoeSize: 41 } }])],
  ])('is refused with %s', async (code, body) => {
    expect((await zhang.post(rules, body)).body.code).toBe(code)
    expect(await incomplete()).toEqual({ 读不懂: ['birthday'] })
  })

  it('asks for nothing any more where its field or that of its case has been removed', async () => {
    const field = (name: string) => ({ object: 'customer', name, kind: 'text', labelZh: name, labelEn: name })
    const [plate, fleet] = await Promise.all(
      ['plate', 'fleet'].map(async (name) => (await zhang.post('/api/custom-fields', field(name))).body.id),
    )
    await zhang.post(rules, needs('plate', [{ need: 'required', when: { fleet: { empty: false } } }]))
    await make({ name: '车队客户', fleet: '一队', plate: '沪A1' })
    const lenient = { lenient: true }
    await house
      .as('zhang')
      .recordsNamed('customer')
      .createMany([{ input: { name: '缺牌', fleet: '二队' } }], lenient)
    expect((await incomplete()).缺牌).toEqual(['plate'])
    await zhang.delete(`/api/custom-fields/${fleet}`)
    expect((await zhang.post('/api/customers', { name: '无队客户' })).status).toBe(201)
    await zhang.delete(`/api/custom-fields/${plate}`)
    await markAll()
    expect((await incomplete()).缺牌).toBeUndefined()
  })
})
