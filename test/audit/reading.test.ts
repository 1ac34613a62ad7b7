import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { runJobs } from '#test/run-jobs'

let house: ApiHouse
let zhang: ApiClient
let wang: ApiClient
let customer: string
let other: string
let contact: string
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  wang = await house.client('wang')
  customer = (await wang.post('/api/customers', { name: '被查看的客户' })).body.id
  other = (await zhang.post('/api/customers', { name: '别处的客户' })).body.id
  contact = (await wang.post('/api/contacts', { name: '钱经理', customer })).body.id
  await wang.get(`/api/contacts/${contact}`)
  await wang.get('/api/customers')
  await wang.patch(`/api/customers/${customer}`, { remarks: '改', version: 1, reason: '电话核对 100%' })
})
afterAll(() => house.close())

type Line = { action: string; record: string | null; owner: string | null; actor: string; result: string }
const lines = async (query: string): Promise<Line[]> => (await zhang.get(`/api/audit-events?${query}`)).body.items

describe('the log', () => {
  it('tells of a file all that touched it: its own lines, those of what stands on it, and lists in which it stood', async () => {
    const actions = (await lines(`file=${customer}`)).map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['create', 'read', 'list', 'update']))
    expect((await lines(`file=${customer}`)).filter(({ record }) => record === contact)).toHaveLength(2)
    expect((await lines(`record=${customer}`)).filter(({ record }) => record === contact)).toEqual([])
    expect((await lines(`file=${other}`)).map(({ record }) => record)).not.toContain(customer)
  })

  it('is asked by who, what act, outcome, time, reason, channel and address', async () => {
    const { wang: person } = house.people
    const mine = await lines(`actor=${person.id}`)
    expect(mine.length).toBeGreaterThan(4)
    expect(new Set(mine.map(({ actor }) => actor))).toEqual(new Set([person.id]))
    expect(new Set((await lines('action=list,update')).map(({ action }) => action))).toEqual(
      new Set(['list', 'update']),
    )
    expect(await lines(`reason=${encodeURIComponent('核对 100%')}`)).toMatchObject([
      { action: 'update', record: customer },
    ])
    expect(await lines(`reason=${encodeURIComponent('核对_100')}`)).toEqual([])
    const now = new Date().toISOString()
    expect((await lines(`to=${now}&file=${customer}`)).length).toBeGreaterThan(4)
    expect(await lines(`from=${now}&file=${customer}`)).toEqual([])
    expect((await lines('channel=api')).length).toBeGreaterThan(4)
    expect((await lines('ip=127.0.0.1')).length).toBeGreaterThan(4)
    expect(await lines('ip=10.1.2.3')).toEqual([])
    expect((await lines('object=contacts')).map(({ record }) => record)).toContain(contact)
  })

  it('does not repeat in the trail what was looked for among the reasons', async () => {
    await lines(`reason=${encodeURIComponent('张三的电话')}`)
    const rows = await house.kernel.db.rows<{ body: string }>(
      sql`select body from audit_event where object = 'audit_event' and action = 'read'`,
    )
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(({ body }) => body).join()).not.toContain('张三的电话')
  })

  it('comes in pages that leave nothing out and repeat nothing', async () => {
    const all = (await zhang.get('/api/audit-events?limit=200&to=2100-01-01T00:00:00.000Z')).body
    const ids: number[] = []
    let after = ''
    do {
      const { items, next } = (await zhang.get(`/api/audit-events?limit=3&to=${all.items[0].at}${after}`)).body
      ids.push(...items.map(({ id }: { id: number }) => id))
      after = next ? `&after=${next}` : ''
    } while (after)
    expect(new Set(ids).size).toBe(ids.length)
    const older = all.items.filter(({ at }: { at: string }) => at < all.items[0].at)
    expect(ids).toEqual(older.map(({ id }: { id: number }) => id))
  })

  it('names people to whoever may read it, and stands in itself when it was read', async () => {
    const { body } = await zhang.get(`/api/audit-events?file=${customer}`)
    expect(body.titles).toMatchObject({ [house.people.wang.id]: '王芳', [customer]: '被查看的客户' })
    const [newest] = await lines('object=audit_event')
    expect(newest).toMatchObject({ action: 'read', actor: house.people.zhang.id, record: customer })
  })

  it('is refused to whoever has not the duty, and that stands in it', async () => {
    for (const path of ['audit-events', 'audit-summaries?by=actor', 'audit-seal'])
      expect((await wang.get(`/api/${path}`)).status, path).toBe(403)
    expect((await wang.post('/api/audit-exports', { why: '想看' })).status).toBe(403)
    expect((await wang.patch('/api/audit-retention', { months: 6, why: '想删' })).status).toBe(403)
    const refused = await lines(`actor=${house.people.wang.id}&result=refused`)
    expect(refused).toHaveLength(5)
    expect(refused[0]).toMatchObject({ action: 'refuse', reason: 'access.forbidden' })
  })
})

describe('a refusal', () => {
  it('stands in the log alike for a record that is out of sight and for one that is not there', async () => {
    const li = await house.client('li')
    const nowhere = '00000000-0000-4000-8000-000000000000'
    for (const id of [customer, nowhere]) expect((await li.get(`/api/customers/${id}`)).status).toBe(404)
    const [second, first] = await lines(`actor=${house.people.li.id}&action=refuse`)
    const fact = { object: 'customer', reason: 'request.not_found', result: 'refused', ip: '127.0.0.1' }
    expect([first, second]).toMatchObject([
      { ...fact, record: customer },
      { ...fact, record: nowhere },
    ])
  })

  it('of a stranger is written, up to so many a minute', async () => {
    const nobody = await house.client()
    for (let time = 0; time < 25; time++) expect((await nobody.get('/api/customers')).status).toBe(401)
    const written = (await lines('action=refuse&limit=200')).filter(({ actor }) => actor === null)
    expect(written).toHaveLength(20)
  })
})

describe('long work', () => {
  it('stands in the log with its beginning and its end, and so does looking at a list before it is loaded', async () => {
    const form = new FormData()
    form.append('file', new Blob(['客户名称\n宁波甬江物流\n']), 'list.csv')
    const { id } = (await zhang.post('/api/imports?object=customers&dryRun=true', undefined, { form })).body
    await zhang.get(`/api/imports/${id}`)
    expect((await lines(`record=${id}`)).map(({ action }) => action)).toEqual(['read'])
    await zhang.post(`/api/imports/${id}/run`)
    await runJobs(house)
    expect(await lines(`action=job&actor=${house.people.zhang.id}`)).toMatchObject([
      { object: 'job' },
      { object: 'job' },
    ])
  })
})

describe('the sums of the log', () => {
  const sums = async (query: string) => (await zhang.get(`/api/audit-summaries?${query}`)).body

  it('say who looked at a file, how often and when last', async () => {
    const { groups, titles } = await sums(`by=actor&file=${customer}`)
    const { wang: person } = house.people
    const own = groups.find(({ value }: { value: string }) => value === person.id)
    expect(own.count).toBe((await lines(`file=${customer}&actor=${person.id}`)).length)
    expect(titles[person.id]).toBe('王芳')
    expect(own.last >= own.first).toBe(true)
  })

  it('say what a person looked at, counting what stands on a file for the file', async () => {
    const { groups, titles } = await sums(`by=file&actor=${house.people.wang.id}`)
    expect(groups[0]).toMatchObject({ value: customer, object: 'customer' })
    expect(titles[customer]).toBe('被查看的客户')
    expect(groups.map(({ value }: { value: string }) => value)).not.toContain(contact)
  })

  it('say when, in the time of the company', async () => {
    const { groups } = await sums(`by=hour&actor=${house.people.wang.id}`)
    const local = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date())
    expect(groups[0].value.slice(0, 10)).toBe(local)
    expect(groups[0].value).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}$/)
    const [day] = (await sums(`by=day&actor=${house.people.wang.id}`)).groups
    expect(day.refused).toBe(5)
  })
})
