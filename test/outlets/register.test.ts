import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql, startJob } from '#kernel'
import { openServer } from '#test/api-server'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { otherOutlets, routeOutlets } from '../../src/server/outlets.ts'

let house: ApiHouse
let zhang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
})
afterAll(() => house.close())

const registered = (): string[] => house.server.routes.map(({ method, url }) => `${method} ${url}`).sort()

describe('the register of outlets', () => {
  it('has every address of the server, and no other', () => {
    expect(Object.keys(routeOutlets).sort()).toEqual(registered())
  })

  it('says of each what leaves, and in which form', () => {
    for (const [name, { what, values, to, trail }] of Object.entries({ ...routeOutlets, ...otherOutlets })) {
      expect(what, name).not.toBe('')
      // Values of records leave with a line in the trail, but for what the reader brought in a moment ago.
      if (values === 'veiled' || values === 'revealed') expect(trail, name).not.toEqual([])
      if (to === 'anybody') expect(values, name).toBe('none')
    }
  })

  it('is asked before a server starts: what is not declared is not served', async () => {
    const stray = {
      method: 'GET',
      url: '/api/strays',
      summary: { zh: '', en: '' },
      status: 200,
      handle: async () => ({}),
    } as const
    await expect(openServer(house.kernel, { more: [stray] })).rejects.toThrow(
      'GET /api/strays is not among the outlets',
    )
  })
})

// A picture of one pixel.
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

describe('the line in the trail that an outlet declares', () => {
  const last = async (): Promise<number> => {
    const [row] = await house.kernel.db.rows<{ last: number }>(
      sql`select coalesce(max(id), 0) as last from audit_event`,
    )
    return row?.last ?? 0
  }

  /** A company that has one, for the outlet that shows it. */
  async function showLogo(): Promise<void> {
    const own = await house.system().recordsNamed('company').create({ name: '示例公司' })
    const form = new FormData()
    form.append('file', new Blob([Buffer.from(dot, 'base64')]), 'logo.png')
    const logo = (await zhang.post('/api/files', undefined, { form })).body.id
    await zhang.patch(`/api/companies/${own.id}`, { logo: [logo], version: own.version })
    await expect.poll(async () => (await zhang.get('/api/look')).body.logo).toBe(logo)
  }

  it('is there after each answer to GET, and none where it declares none', async () => {
    const customer = (await zhang.post('/api/customers', { name: '走访客户' })).body.id
    const form = new FormData()
    form.append('file', new Blob(['合同']), '合同.txt')
    const file = (await zhang.post('/api/files', undefined, { form })).body.id
    const scan = (await zhang.post('/api/files', undefined, { form })).body.id
    await zhang.post('/api/attachments', { customer, title: '名片', files: [scan] })
    const lists = new FormData()
    lists.append('file', new Blob(['客户名称\n甲\n']), 'list.csv')
    const list = (await zhang.post('/api/imports?object=customers&dryRun=true', undefined, { form: lists })).body.id
    const job = await house.as('zhang').transaction((tx) => startJob(tx, 'import', { import: list }))
    await zhang.post('/api/form-drafts', { object: 'customers', values: { name: '走访中' } })
    const gathered = { operation: 'update', object: 'customers', record: customer, version: 1 }
    await zhang.post('/api/gathered-changes', { ...gathered, values: { remarks: '走访中' } })
    const ids: Readonly<Record<string, string>> = {
      files: file,
      imports: list,
      jobs: job,
      users: house.people.wang.id,
      'change-requests': await changeRequest(),
      'review-rounds': await reviewRound(),
      publications: (await zhang.post('/api/publications', { title: '走访通知', body: '正文' })).body.id,
      'second-entries': await secondEntry(customer),
    }
    // Last: with the company's look its settings are read anew, behind the back of who has just set them by hand.
    await showLogo()
    const queries: Readonly<Record<string, string>> = {
      'GET /api/search': '?q=走访',
      'GET /api/duplicate-groups': '?object=customers',
      'GET /api/record-merges': `?object=customers&record=${customer}`,
      'GET /api/duplicate-verdicts': '?object=customers',
      'GET /api/procedure-compliance': '?from=2026-01-01&until=2026-12-31',
      'GET /api/indicators': '?period=2026-01',
      'GET /api/report-weeks': '?week=2026-11-02',
      'GET /api/form-drafts': '?object=customers',
      'GET /api/audit-summaries': '?by=actor',
      'GET /api/:object/groups': '?by=tier',
    }
    for (const [name, { trail }] of Object.entries(routeOutlets)) {
      const [method, url = ''] = name.split(' ')
      if (method !== 'GET' || url === '/api/events') continue
      const path = url
        .replace(':object', 'customers')
        .replace(':id', ids[url.split('/')[2] ?? ''] ?? customer)
        .replace(':file', scan)
      const before = await last()
      const { status } = await zhang.get(path + (queries[name] ?? ''))
      expect([200, 403], name).toContain(status)
      const rows = await house.kernel.db.rows<{ action: string }>(
        sql`select distinct action from audit_event where id > ${before} and actor = ${house.people.zhang.id}::uuid`,
      )
      const acts = rows.map(({ action }) => action)
      if (trail.length)
        expect(
          trail.some((act) => acts.includes(act)),
          `${name}: ${acts}`,
        ).toBe(true)
      else expect(acts, name).toEqual([])
    }
  })
})

async function reviewRound(): Promise<string> {
  const [owner, days] = [house.people.zhang.id, { openedOn: '2026-01-05', dueOn: '2026-01-16' }]
  const plan = await house
    .system()
    .recordsNamed('review_plan')
    .create({ name: '审查', owner, reviewers: [owner] })
  const opened = { name: '一月', plan: plan.id, owner, state: 'open', seed: 'seed', ...days }
  return (await house.system().recordsNamed('review_round').create(opened)).id
}

async function secondEntry(customer: string): Promise<string> {
  const about = { customer, object: 'customer', record: customer, field: 'phone', state: 'open' }
  const people = { enteredBy: house.people.wang.id, enteredAt: '2026-01-05T00:00:00Z', assignee: house.people.zhang.id }
  return (
    await house
      .system()
      .recordsNamed('second_entry')
      .create({ ...about, ...people })
  ).id
}

/** One that waits by a rule of the house. */
async function changeRequest(): Promise<string> {
  const rule = { object: 'product', name: '改价须审批', operations: ['update'], superior: false }
  await house
    .as('zhang')
    .recordsNamed('approval_rule')
    .create({ ...rule, people: [house.people.zhang.id] })
  const { id } = await house.system().recordsNamed('product').create({ name: '打印纸' })
  const products = house.as('chen').recordsNamed('product')
  const { proposed } = await products.update(id, { name: '复印纸' }, { version: 1 })
  return proposed ?? ''
}
