import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sql, sql } from '#kernel'
import { mostFavourites } from '#shared/most-favourites'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let zhang: ApiClient
let wang: ApiClient
let li: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  ;[zhang, wang, li] = await Promise.all([house.client('zhang'), house.client('wang'), house.client('li')])
})
afterAll(() => house.close())

/** As the house itself reads its tables. */
const rows = (query: Sql) => house.system().reading((tx) => tx.db.rows(query))

const made = async (by: ApiClient, path: string, input: Record<string, unknown>): Promise<string> => {
  const { status, body } = await by.post(path, input)
  expect(status, JSON.stringify(body)).toBe(201)
  return body.id
}

describe('favourites', () => {
  const star = (by: ApiClient, record: string, object = 'customer') => by.post('/api/favourites', { object, record })
  const starred = async (by: ApiClient): Promise<[string, string | undefined][]> => {
    const { items, titles } = (await by.get('/api/favourites?sort=position')).body
    return items.map(({ record, page }: Record<string, string>) => [record ?? page, titles[record ?? '']])
  }

  it('bring the names of records, of shared views and pages in the order that their owner gives them', async () => {
    const customer = await made(wang, '/api/customers', { name: '晴川茶业' })
    const view = await made(zhang, '/api/saved-views', { name: '重点', object: 'customer', shared: true })
    await wang.post('/api/favourites', { page: '/today', position: 3 })
    const { id, version } = (await star(wang, customer)).body
    await wang.post('/api/favourites', { object: 'saved_view', record: view, position: 2 })
    expect(await starred(wang)).toEqual([
      [customer, '晴川茶业'],
      [view, '重点'],
      ['/today', undefined],
    ])
    expect((await wang.patch(`/api/favourites/${id}`, { position: 2.5, version })).status).toBe(200)
    expect((await starred(wang)).map(([what]) => what)).toEqual([view, customer, '/today'])
    const kept = await rows(sql`select * from favourite where record = ${customer}`)
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain('晴川')
    expect(await starred(zhang)).toEqual([])
    expect((await zhang.get(`/api/favourites/${id}`)).status).toBe(404)
    expect((await zhang.delete(`/api/favourites/${id}`)).status).toBe(404)
  })

  it('are silent about what their owner may not see any more, and about what lies in the bin', async () => {
    const [left, binned] = [
      await made(li, '/api/customers', { name: '旧客户' }),
      await made(li, '/api/customers', { name: '待删客户' }),
    ]
    const view = await made(zhang, '/api/saved-views', { name: '共享一时', object: 'task', shared: true })
    for (const id of [left, binned]) await star(li, id)
    await star(li, view, 'saved_view')
    expect(await starred(li)).toHaveLength(3)
    const { version } = (await zhang.get(`/api/customers/${left}`)).body
    await zhang.patch(`/api/customers/${left}`, { owner: house.people.wang.id, unit: house.units.north, version })
    await zhang.delete(`/api/customers/${binned}`)
    await zhang.patch(`/api/saved-views/${view}`, { shared: false, version: 1 })
    expect((await li.get('/api/favourites')).body).toMatchObject({ items: [], total: 0 })
    await zhang.post(`/api/customers/${binned}/restoration`)
    expect(await starred(li)).toEqual([[binned, '待删客户']])
  })

  it('are made of nothing that their owner cannot see, and tell nothing of it', async () => {
    const hidden = await made(zhang, '/api/customers', { name: '看不见' })
    const [there, never] = [await star(wang, hidden), await star(wang, randomUUID())]
    expect(there.status).toBe(404)
    const said = { requestId: '', params: {} }
    expect({ ...there.body, ...said }).toEqual({ ...never.body, ...said })
    expect(await rows(sql`select id from favourite where record = ${hidden}`)).toEqual([])
  })

  it.each([
    ['a page with what was looked for', { page: '/o/customers?where=1' }],
    ['a page elsewhere', { page: 'https://elsewhere.example' }],
    ['a record without its object', { record: randomUUID() }],
    ['an object that is none', { object: 'nothing', record: randomUUID() }],
    ['what is no id', { object: 'customer', record: 'first' }],
    ['nothing', {}],
  ])('refuse %s', async (_, input) => {
    expect((await wang.post('/api/favourites', input)).status).toBe(400)
  })
})

describe('too many favourites', () => {
  it('are refused, also out of the bin and at the same moment, until one is let go', async () => {
    const sun = await house.client('sun')
    const star = (position: number) => sun.post('/api/favourites', { page: '/today', position })
    const inputs = Array.from({ length: mostFavourites - 1 }, (_, position) => ({
      input: { page: '/inbox', position },
    }))
    const [first] = await house.as('sun').recordsNamed('favourite').createMany(inputs)
    const last = await Promise.all([star(200), star(201), star(202)])
    expect(last.map(({ status }) => status).toSorted()).toEqual([201, 400, 400])
    const refused = { status: 400, body: { code: 'favourite.too_many', params: { limit: mostFavourites } } }
    expect(await star(203)).toMatchObject(refused)
    expect((await sun.get('/api/favourites?limit=1')).body.total).toBe(mostFavourites)
    await sun.delete(`/api/favourites/${first?.id}`)
    expect((await star(204)).status).toBe(201)
    expect(await sun.post(`/api/favourites/${first?.id}/restoration`)).toMatchObject(refused)
  })
})

describe('the view with which a list begins', () => {
  const view = { name: '要紧的', object: 'customer', settings: { where: { tier: 'vip' } } }

  it('is said for roles by who sets the house up', async () => {
    const role = await made(zhang, '/api/roles', { nameZh: '前台', nameEn: 'Desk' })
    const roles = { defaultFor: ['clerk', 'manager'], defaultForOwn: [role] }
    const id = await made(zhang, '/api/saved-views', { ...view, shared: true, ...roles })
    expect((await wang.get(`/api/saved-views/${id}`)).body).toMatchObject(roles)
    for (const shared of [{ shared: true }, { shared: '是' }])
      for (const said of [{ defaultFor: ['head'] }, { defaultFor: 'head' }, { defaultForOwn: [role] }])
        expect((await wang.post('/api/saved-views', { ...view, ...shared, ...said })).status).toBe(403)
    const own = await made(wang, '/api/saved-views', { ...view, shared: true })
    expect((await wang.patch(`/api/saved-views/${own}`, { defaultFor: ['head'], version: 1 })).status).toBe(403)
  })

  it('is one that others see, for roles that there are', async () => {
    const refused = { status: 422, body: { errors: [{ path: 'defaultFor', code: 'view.default_not_shared' }] } }
    expect(await zhang.post('/api/saved-views', { ...view, defaultFor: ['clerk'] })).toMatchObject(refused)
    const unknown = { ...view, shared: true, defaultForOwn: [randomUUID()] }
    expect((await zhang.post('/api/saved-views', unknown)).body.code).toBe('field.reference_unknown')
    const id = await made(zhang, '/api/saved-views', { ...view, shared: true, defaultFor: ['clerk'] })
    const hidden = { shared: false, version: 1 }
    expect(await zhang.patch(`/api/saved-views/${id}`, hidden)).toMatchObject(refused)
    expect((await zhang.patch(`/api/saved-views/${id}`, { ...hidden, defaultFor: null })).status).toBe(200)
  })
})

describe('what somebody has set for oneself', () => {
  const session = '/api/sessions/current'

  it('is kept part by part, for that person alone', async () => {
    expect((await wang.get(session)).body.user).toMatchObject({ roles: ['clerk'], tour: null, views: {} })
    const id = randomUUID()
    await wang.patch(session, { tour: 'palette' })
    await wang.patch(session, { views: { customer: id, task: 'all' } })
    const { body } = await wang.patch(session, { views: { task: null } })
    expect(body.user).toMatchObject({ tour: 'palette', views: { customer: id } })
    expect((await wang.get(session)).body.user.views).toEqual({ customer: id })
    expect((await li.get(session)).body.user).toMatchObject({ tour: null, views: {} })
    const lines = await rows(
      sql`select fields from audit_event where record = ${house.people.wang.id}::uuid and fields = '{tour}'`,
    )
    expect(lines).toHaveLength(1)
  })

  it.each([
    { views: { customer: 'first' } },
    { views: { nothing: 'all' } },
    { tour: 'A step of which nobody has heard' },
    { other: true },
  ])('takes nothing else: %j', async (body) => {
    expect((await wang.patch(session, body)).status).toBe(400)
  })
})
