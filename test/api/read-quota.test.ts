import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

const made = 30
/** Of a day: two fifths of it, twelve, within ten minutes. */
const limit = 30

let house: ApiHouse
let wang: ApiClient
let ids: string[]

beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  const files = house.as('wang').recordsNamed('customer')
  const records = Array.from({ length: made }, (_, at) => ({ input: { name: `客户${at}` } }))
  ids = (await files.createMany(records)).map(({ id }) => id)
  const parts = ids.map((customer, at) => ({ input: { customer, name: `联系人${at}` } }))
  await house.as('wang').recordsNamed('contact').createMany(parts)
  house.kernel.roles = new Map(
    [...house.kernel.roles].map(([code, role]) => [code, code === 'clerk' ? { ...role, readLimit: limit } : role]),
  )
})
afterAll(() => house.close())

/** As if the people had read nothing yet, and another server had just started. */
async function begin(): Promise<void> {
  await house.kernel.db.rows(sql`delete from file_reading`)
  restart()
}

function restart(): void {
  house.kernel.readings.known.clear()
  house.kernel.readings.told.clear()
}

const page = (client: ApiClient, after = '', limit = 5) => client.get(`/api/customers?limit=${limit}&after=${after}`)
const alarms = () =>
  house.kernel.db.rows<{ actor: string }>(
    sql`select actor from audit_event where action = 'alarm' and reason like 'access.read%'`,
  )

describe('reading one customer after the other', () => {
  beforeEach(begin)

  it('ends at the bound, with a sentence, one alarm, and nothing of the page', async () => {
    let after = ''
    const statuses: number[] = []
    for (let at = 0; at < 3; at++) {
      const { status, body } = await page(wang, after)
      statuses.push(status)
      after = body.next ?? after
    }
    expect(statuses).toEqual([200, 200, 429])
    const refused = await page(wang, after)
    expect(refused.body).toMatchObject({ code: 'access.read_pace', params: { most: 12, minutes: 10 } })
    expect(JSON.stringify(refused.body)).not.toContain('客户1')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(500)
    expect(await alarms()).toEqual([{ actor: house.people.wang.id }])
    const [line] = await house.kernel.db.rows<{ result: string }>(
      sql`select result from audit_event where action = 'refuse' and reason = 'access.read_pace' order by id desc limit 1`,
    )
    expect(line).toEqual({ result: 'refused' })
  })

  it('is one count for the page, the file, its parts, a second session, a key and another server', async () => {
    await page(wang, '', 12)
    const last = ids[0]
    const paths = [
      `/api/customers/${last}`,
      `/api/customers/${last}/timeline`,
      `/api/customers/${last}/history`,
      '/api/contacts?limit=30',
      `/api/customers?where=${encodeURIComponent(JSON.stringify({ name: '客户0' }))}`,
      '/api/search?q=客户0',
    ]
    for (const path of paths) expect((await wang.get(path)).status, path).toBe(429)
    const again = await house.client('wang')
    expect((await again.get(`/api/customers/${last}`)).status).toBe(429)
    const { token } = (await wang.post('/api/api-keys', { name: '程序', scopes: ['read'] })).body
    const byKey = { headers: { cookie: '', authorization: `Bearer ${token}` } }
    expect((await wang.get(`/api/customers/${last}`, byKey)).status).toBe(429)
    restart()
    expect((await wang.get(`/api/customers/${last}`)).status).toBe(429)
  })

  it('leaves what was just read, other people and who has no bound alone', async () => {
    const { body } = await page(wang, '', 12)
    expect((await page(wang, '', 12)).status).toBe(200)
    expect((await wang.get(`/api/customers/${body.items[0].id}`)).status).toBe(200)
    const head = await house.client('zhang')
    expect((await page(head, '', made)).body.items).toHaveLength(made)
    expect(await house.kernel.db.rows(sql`select from file_reading where by = ${house.people.zhang.id}::uuid`)).toEqual(
      [],
    )
  })

  it('goes on ten minutes later, up to the bound of the day', async () => {
    const later = async () => {
      await house.kernel.db.rows(sql`update file_reading set at = at - interval '11 minutes'`)
      restart()
    }
    const first = await page(wang, '', 12)
    await later()
    const second = await page(wang, first.body.next, 12)
    expect(second.status).toBe(200)
    await later()
    const third = await page(wang, second.body.next, 5)
    expect(third.status).toBe(200)
    await later()
    const again = await house
      .as('wang')
      .recordsNamed('customer')
      .createMany([{ input: { name: '新客户一' } }, { input: { name: '新客户二' } }])
    expect((await wang.get(`/api/customers/${again[0]?.id}`)).status).toBe(200)
    const refused = await wang.get(`/api/customers/${again[1]?.id}`)
    expect(refused.body).toMatchObject({ code: 'access.read_quota', params: { most: limit, hours: 24 } })
  })

  it('does not let many requests at once slip past', async () => {
    const answers = await Promise.all(ids.map((id) => wang.get(`/api/customers/${id}`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(12)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(made - 12)
  })
})
