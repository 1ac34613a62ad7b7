import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let wang: ApiClient
let li: ApiClient
let zhang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  li = await house.client('li')
  zhang = await house.client('zhang')
})
afterAll(() => house.close())

const make = async (input: Record<string, unknown>, as = wang) => (await as.post('/api/customers', input)).body
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id)

describe('a record', () => {
  it('is made from what people type, and answered in one form', async () => {
    const made = await wang.post('/api/customers', {
      name: ' 平凉穿针 引线科技',
      phone: '１３８-0013 8000',
      annualRevenue: '1.5万',
    })
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: '平凉穿针引线科技',
        phone: null,
        masked: { phone: '138****8000' },
        annualRevenue: { amount: 1_500_000, currency: 'CNY' },
        version: 1,
      },
    })
    expect((await wang.get(`/api/customers/${made.body.id}`)).body).toMatchObject({
      name: '平凉穿针引线科技',
      can: ['read', 'update'],
    })
  })

  it('is not there for who may not see it, by whatever way', async () => {
    const { id, version } = await make({ name: '北方独有客户' })
    const answers = await Promise.all([
      li.get(`/api/customers/${id}`),
      li.patch(`/api/customers/${id}`, { name: '改名', version }),
      li.get(`/api/customers/${id}/history`),
      li.get(`/api/customers/${id}/timeline`),
      li
        .post('/api/contacts', { customer: id, name: '赵六' })
        .then(({ status }) => ({ status: status === 422 ? 404 : status })),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect((await li.get('/api/customers?search=北方独有')).body).toMatchObject({ items: [], total: 0 })
    expect((await li.get('/api/search?q=北方独有')).body.items).toEqual([])
    expect((await li.get('/api/customers/groups?by=owner')).body.groups).toEqual([])
  })

  it('that may be seen but not removed is refused with 403', async () => {
    const { id } = await make({ name: '不可删客户' })
    expect(await wang.delete(`/api/customers/${id}`)).toMatchObject({ status: 403, body: { code: 'access.forbidden' } })
  })

  it.each(['not-an-id', '0', '%00', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01'])(
    'with the id %s is not found',
    async (id) => {
      expect((await wang.get(`/api/customers/${id}`)).status).toBe(404)
    },
  )
})

describe('a change', () => {
  it('of an old version is refused and tells what others changed', async () => {
    const { id } = await make({ name: '争抢客户', phone: '13900139000' })
    expect((await wang.patch(`/api/customers/${id}`, { phone: '13900139001', version: 1 })).body.version).toBe(2)
    const stale = await zhang.patch(`/api/customers/${id}`, { phone: '13900139002', version: 1 })
    expect(stale).toMatchObject({
      status: 409,
      body: {
        code: 'record.stale',
        details: {
          version: 2,
          changes: [{ field: 'phone', yours: '13900139002', theirs: '+8613900139001', by: house.people.wang.id }],
        },
      },
    })
  })

  it('takes the version from If-Match too', async () => {
    const { id } = await make({ name: '匹配客户' })
    const change = (header: string) =>
      wang.patch(`/api/customers/${id}`, { tier: 'vip' }, { headers: { 'if-match': header } })
    expect((await change('"1"')).body).toMatchObject({ version: 2, tier: 'vip' })
    expect((await change('"1"')).status).toBe(409)
    for (const header of ['*', '"x"', '99999999999'])
      expect(await change(header), header).toMatchObject({ status: 400, body: { params: { detail: 'If-Match' } } })
  })

  it('without a version, or with one that is none, is refused', async () => {
    const { id } = await make({ name: '无版本客户' })
    expect((await wang.patch(`/api/customers/${id}`, { tier: 'vip' })).status).toBe(428)
    for (const version of [true, null, [1], '1', 1.5, 0, 1e21])
      expect((await wang.patch(`/api/customers/${id}`, { tier: 'vip', version })).status, String(version)).toBe(400)
    expect((await wang.get(`/api/customers/${id}`)).body).toMatchObject({ version: 1, tier: 'potential' })
  })

  it('stands in the history with its reason, and can be taken back', async () => {
    const { id } = await make({ name: '历史客户', phone: '13900139000' })
    await wang.patch(`/api/customers/${id}`, { phone: '13900139001', version: 1, reason: '客户来电' })
    const { items, titles } = (await wang.get(`/api/customers/${id}/history`)).body
    expect(items).toMatchObject([{ field: 'phone', before: '139****9000', after: '139****9001', reason: '客户来电' }])
    expect(titles[house.people.wang.id]).toBe('王芳')
    const back = await wang.post(`/api/customers/${id}/history/${items[0].id}/restoration`, { version: 2 })
    expect(back.body).toMatchObject({ masked: { phone: '139****9000' }, version: 3 })
    const reveal = { field: 'phone', reason: '核对号码' }
    expect((await wang.post(`/api/customers/${id}/reveals`, reveal)).body).toEqual({ value: '+8613900139000' })
    expect((await wang.get(`/api/customers/${id}/history`)).body.items[0].undoOf).toBe(items[0].id)
  })
})

describe('the recycle bin', () => {
  it('takes a file with all that lives on it, and gives both back', async () => {
    const { id } = await make({ name: '回收客户' })
    const contact = (await wang.post('/api/contacts', { customer: id, name: '欧阳静怡' })).body
    expect((await zhang.delete(`/api/customers/${id}?reason=重复`)).status).toBe(204)
    for (const path of [`/api/customers/${id}`, `/api/contacts/${contact.id}`])
      expect((await zhang.get(path)).status).toBe(404)
    expect(idsOf((await zhang.get('/api/customers?deleted=true')).body.items)).toContain(id)
    expect((await zhang.post(`/api/contacts/${contact.id}/restoration`)).status).toBe(409)
    expect((await zhang.post(`/api/customers/${id}/restoration`)).status).toBe(200)
    expect((await wang.get(`/api/contacts/${contact.id}`)).body.name).toBe('欧阳静怡')
    expect((await zhang.post(`/api/customers/${id}/restoration`)).status).toBe(404)
  })

  it('does not take what others still name', async () => {
    const product = (await zhang.post('/api/products', { name: '年度保养' })).body
    const { id } = await make({ name: '在用客户' })
    await wang.post('/api/purchases', { customer: id, product: product.id, amount: '100' })
    expect(await zhang.delete(`/api/products/${product.id}`)).toMatchObject({
      status: 409,
      body: { code: 'record.in_use' },
    })
  })
})

describe('what stands on a file', () => {
  it('is one timeline, by kind if wanted, page by page', async () => {
    const { id } = await make({ name: '时间线客户' })
    for (let day = 1; day <= 20; day++) {
      const date = `2026-03-${String(day).padStart(2, '0')}`
      await wang.post('/api/follow-ups', { customer: id, content: `第${day}次拜访`, at: `${date}T02:00:00Z` })
      await wang.post('/api/purchases', { customer: id, amount: '10', date })
    }
    await wang.patch(`/api/customers/${id}`, { tier: 'vip', version: 1 })
    const walked: { id: string; at: string }[] = []
    for (let after = ''; ; ) {
      const page = (await wang.get(`/api/customers/${id}/timeline${after}`)).body
      walked.push(...page.items)
      if (!page.next) break
      after = `?after=${page.next}`
    }
    expect(new Set(idsOf(walked)).size).toBe(41)
    expect(walked.map(({ at }) => at)).toEqual(
      walked
        .map(({ at }) => at)
        .toSorted()
        .reverse(),
    )
    const purchases = (await wang.get(`/api/customers/${id}/timeline?types=purchase`)).body.items
    expect(new Set(purchases.map(({ object }: { object: string }) => object))).toEqual(new Set(['purchase']))
  })

  it('is counted and summed by a field as adding up by hand does', async () => {
    const tag = `分组${Date.now()}`
    for (const [tier, amount] of [
      ['vip', '100.50'],
      ['vip', '0.50'],
      ['ordinary', '7'],
    ])
      await make({ name: `${tag}客户`, tier, dealAmount: amount, tags: [tag] })
    const where = encodeURIComponent(JSON.stringify({ tags: { hasAny: [tag] } }))
    const { groups } = (await wang.get(`/api/customers/groups?by=tier&sum=dealAmount&where=${where}`)).body
    expect(groups).toEqual([
      { value: 'vip', count: 2, sums: { dealAmount: { amount: 10_100, currency: 'CNY' } } },
      { value: 'ordinary', count: 1, sums: { dealAmount: { amount: 700, currency: 'CNY' } } },
    ])
  })
})

describe('many at once', () => {
  it('are changed by id or by filter, and those that refuse or are not there are named', async () => {
    const own = [await make({ name: '批量一' }), await make({ name: '批量二' })]
    const foreign = await make({ name: '批量他人' }, li)
    const ids = idsOf([...own, foreign])
    const unseen = { id: foreign.id, code: 'request.not_found' }
    const changed = (await wang.post('/api/customers/bulk-changes', { ids, patch: { tier: 'vip' } })).body
    expect(changed).toEqual({ changed: 2, proposed: 0, failed: [unseen] })
    expect((await li.get(`/api/customers/${foreign.id}`)).body.tier).toBe('potential')
    const where = { name: { startsWith: '批量' }, tier: 'vip' }
    const bad = (await wang.post('/api/customers/bulk-changes', { where, patch: { phone: '123' } })).body
    const refused = own.map(() => ({ code: expect.stringMatching(/^field\.phone/) }))
    expect(bad).toMatchObject({ changed: 0, failed: refused })
    const removed = (await wang.post('/api/customers/bulk-deletions', { ids })).body
    // One after the other by their ids, which are in no order within a millisecond.
    const forbidden = idsOf(own)
      .toSorted()
      .map((id) => ({ id, code: 'access.forbidden' }))
    expect(removed).toEqual({ changed: 0, proposed: 0, failed: [unseen, ...forbidden] })
  })

  it.each([[{ patch: {} }], [{ ids: [], where: {}, patch: {} }], [{ ids: ['x'], patch: {} }], [{ ids: [] }]])(
    'need one selection and a change, not %j',
    async (body) => {
      expect((await wang.post('/api/customers/bulk-changes', body)).status).toBe(400)
    },
  )
})
