import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiHouse, openApiHouse } from '#test/as'
import type { CastName } from '#test/house'
import { runJobs } from '#test/run-jobs'

let house: ApiHouse
beforeAll(async () => {
  house = await openApiHouse()
})
afterAll(() => house.close())

describe('definitions', () => {
  const everything = ['read', 'create', 'update', 'delete', 'export', 'import', 'print']
  const abilities: readonly [CastName, string, readonly string[]][] = [
    ['zhang', 'customer', [...everything, 'reveal']],
    ['chen', 'customer', [...everything, 'reveal']],
    ['wang', 'customer', ['read', 'create', 'update', 'print', 'reveal']],
    ['zhang', 'user', [...everything, 'reveal']],
    ['chen', 'user', ['read']],
    ['wang', 'user', ['read']],
    ['zhang', 'company', ['read', 'update', 'print']],
    ['wang', 'company', ['read']],
    ['chen', 'product', everything],
    ['wang', 'product', ['read']],
  ]
  it.each(abilities)('tell %s of %s what they may do, and the server holds to it', async (name, object, can) => {
    const client = await house.client(name)
    const found = (await client.get('/api/definitions')).body.objects.find(
      (each: { name: string }) => each.name === object,
    )
    expect(found.can).toEqual(can)
    if (!can.includes('create') && object !== 'company')
      expect(await client.post(`/api/${found.path}`, { name: '无权新建' })).toMatchObject({
        status: 403,
        body: { code: 'access.forbidden' },
      })
  })

  it('offer to make nothing under a purpose that rests on consent, but what stands on a consented file', async () => {
    const input = { code: 'marketing', nameZh: '营销', nameEn: 'Marketing', basis: 'consent' }
    await house.system().recordsNamed('purpose').create(input)
    await house.kernel.reload()
    const zhang = await house.client('zhang')
    const under = { headers: { 'x-dossier-purpose': 'marketing' } }
    const { objects } = (await zhang.get('/api/definitions', under)).body
    const can = (name: string) => objects.find((each: { name: string }) => each.name === name).can
    expect(can('customer')).toEqual(['read', 'update', 'delete', 'export', 'print', 'reveal'])
    expect(can('contact')).toEqual(expect.arrayContaining(['create', 'import']))
    const form = new FormData()
    form.append('file', new Blob(['客户名称\n某客户\n']), 'list.csv')
    for (const refused of [
      await zhang.post('/api/customers', { name: '某客户' }, under),
      await zhang.post('/api/imports?object=customers', undefined, { form, ...under }),
    ])
      expect(refused).toMatchObject({ status: 403, body: { code: 'access.consent_first' } })
  })

  it('offer for a masked field only what works on it, and a reveal only within the clearance', async () => {
    const fieldsFor = async (name: CastName): Promise<Record<string, unknown>[]> => {
      const { body } = await (await house.client(name)).get('/api/definitions')
      return body.objects.find((each: { name: string }) => each.name === 'customer').fields
    }
    const mine = await fieldsFor('wang')
    const masked = { access: 'masked', operators: ['empty'], sortable: false, groupable: false, spans: [] }
    expect(mine).toContainEqual(expect.objectContaining({ ...masked, name: 'phone', revealable: true }))
    expect(mine).toContainEqual(expect.objectContaining({ ...masked, name: 'idNumber', revealable: false }))
    const plain = { name: 'phone', access: 'edit', operators: expect.arrayContaining(['eq', 'tail']) }
    expect(await fieldsFor('zhang')).toContainEqual(expect.objectContaining({ ...plain, revealable: false }))
  })

  it('name a record in the reader’s language, where it has a name in each, and a list may use either', async () => {
    const zhang = await house.client('zhang')
    const names = { nameZh: '满意度调查', nameEn: 'Survey' }
    const purpose = (await zhang.post('/api/purposes', { ...names, code: 'survey', basis: 'contract' })).body.id
    const role = (await zhang.post('/api/roles', { nameZh: '调查员', nameEn: 'Interviewer', purposes: [purpose] })).body
      .id
    for (const [language, title, name] of [
      ['zh', 'nameZh', '满意度调查'],
      ['en', 'nameEn', 'Survey'],
    ] as const) {
      const asked = { headers: { 'accept-language': language } }
      const { objects } = (await zhang.get('/api/definitions', asked)).body
      expect(objects.find((each: { name: string }) => each.name === 'purpose').title).toBe(title)
      expect((await zhang.get(`/api/roles/${role}`, asked)).body.titles[purpose]).toBe(name)
    }
    await zhang.post('/api/customers', { name: '受访客户' })
    const form = new FormData()
    const rows = [
      '客户,同意事项,使用目的,告知内容,同意方式',
      '受访客户,甲,Survey,全文,电话',
      '受访客户,乙,满意度调查,全文,电话',
    ]
    form.append('file', new Blob([rows.join('\n')]), 'list.csv')
    await zhang.post('/api/imports?object=consents', undefined, { form })
    await runJobs(house)
    const { items } = (await zhang.get('/api/consents')).body
    expect(items.map((item: { purpose: string }) => item.purpose)).toEqual([purpose, purpose])
  })

  it('come once and compressed; who has them already gets 304', async () => {
    const wang = await house.client('wang')
    const first = await wang.get('/api/definitions')
    const tag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    expect(first.headers.get('content-encoding')).toBe('gzip')
    const plain = await wang.get('/api/definitions', { headers: { 'accept-encoding': 'br, gzip;q=0' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.body).toEqual(first.body)
    const again = await wang.get('/api/definitions', { headers: { 'if-none-match': `W/"other", ${tag}` } })
    expect(again).toMatchObject({ status: 304, body: '' })
    const chen = await house.client('chen')
    expect((await chen.get('/api/definitions', { headers: { 'if-none-match': tag } })).status).toBe(200)
  })
})

describe('to everybody', () => {
  it('the server says that it is well', async () => {
    const nobody = await house.client()
    expect((await nobody.get('/api/health')).body).toEqual({
      status: 'ok',
      trail: 'good',
      version: expect.stringMatching(/^\d+\.\d+/),
    })
  })

  it('the divisions of China are open, and kept for a day', async () => {
    const nobody = await house.client()
    const { body, headers } = await nobody.get('/api/regions')
    expect(body).toHaveLength(34)
    expect(body).toContainEqual(expect.objectContaining({ code: '33', name: expect.stringContaining('浙江') }))
    expect(headers.get('cache-control')).toContain('max-age=86400')
  })

  it('the document of the API is open, and no page of it may run foreign code', async () => {
    const nobody = await house.client()
    const { headers, body } = await nobody.get('/api/docs')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe-eval/)
    expect(body).not.toMatch(/https?:\/\/|<script>|onclick=/)
  })
})

describe('an object made at run time', () => {
  it('is in the document for who is signed in, and for nobody else', async () => {
    const [zhang, nobody] = await Promise.all([house.client('zhang'), house.client()])
    const words = { labelZh: '车辆', labelEn: 'Vehicle' }
    expect(
      (await zhang.post('/api/custom-objects', { name: 'fleet_vehicle', custody: 'customer', ...words })).status,
    ).toBe(201)
    const field = { object: 'fleet_vehicle', name: 'plate', kind: 'text', labelZh: '车牌', labelEn: 'Plate' }
    expect((await zhang.post('/api/custom-fields', field)).status).toBe(201)
    const { components, paths } = (await zhang.get('/api/openapi.json')).body
    expect(components.schemas.FleetVehicleFields.properties.plate).toMatchObject({
      title: 'Plate',
      'x-title-zh': '车牌',
    })
    expect(Object.keys(paths['/api/fleet-vehicles'])).toEqual(['get', 'post'])
    expect(JSON.stringify((await nobody.get('/api/openapi.json')).body)).not.toContain('fleet')
  })

  it('takes the same requests as any other, and answers as the document says', async () => {
    const wang = await house.client('wang')
    const customer = (await wang.post('/api/customers', { name: '车队客户' })).body.id
    const made = (await wang.post('/api/fleet-vehicles', { customer, name: '一号车', plate: '沪A12345' })).body
    expect((await wang.patch(`/api/fleet-vehicles/${made.id}`, { plate: '沪B1', version: 1 })).body.plate).toBe('沪B1')
    const where = encodeURIComponent(JSON.stringify({ plate: { startsWith: '沪B' } }))
    expect((await wang.get(`/api/fleet-vehicles?where=${where}&sort=-plate`)).body.items).toMatchObject([
      { id: made.id },
    ])
    expect((await wang.get(`/api/customers/${customer}/timeline`)).body.items[0]).toMatchObject({
      object: 'fleet_vehicle',
    })
  })
})

describe('searching everything', () => {
  it('finds customers by names, pinyin and their contacts, at most twenty', async () => {
    const wang = await house.client('wang')
    const { id } = (await wang.post('/api/customers', { name: '重庆蓝鲸物流有限公司' })).body
    await wang.post('/api/contacts', { customer: id, name: '欧阳静怡' })
    for (const q of ['蓝鲸', 'cqlj', 'ouyang']) {
      const { items } = (await wang.get(`/api/search?q=${encodeURIComponent(q)}`)).body
      expect(items, q).toContainEqual(
        expect.objectContaining({ object: 'customer', id, title: '重庆蓝鲸物流有限公司' }),
      )
    }
    const { items: found } = (await wang.get('/api/search?q=ouyang')).body
    expect(found.find(({ object }: { object: string }) => object === 'contact').detail).toBe('重庆蓝鲸物流有限公司')
    for (let index = 0; index < 12; index++) {
      await wang.post('/api/contacts', { customer: id, name: `蓝鲸${index}` })
      await wang.post('/api/customers', { name: `蓝鲸${index}号` })
      await wang.post('/api/tasks', { title: `蓝鲸回访${index}` })
    }
    expect((await wang.get('/api/search?q=蓝鲸')).body.items).toHaveLength(20)
  })
})
