import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApiKey, mergeRecords, sql, startJob, startSession } from '#kernel'
import { type ApiAnswer, type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { modules } from '../../src/server/modules.ts'
import { standardOpenApi } from '../../src/server/openapi/standard-openapi.ts'
import { fixedOperations } from './fixed-operations.ts'
import { type Callers, callers, openCallers } from './people.ts'
import { recordOperations } from './record-operations.ts'

let house: ApiHouse
let people: Callers
let customer: string
beforeAll(async () => {
  house = await openApiHouse()
  people = await openCallers(house)
  customer = (await house.as('zhang').recordsNamed('customer').create({ name: '别人的客户', phone: '13900000001' })).id
})
afterAll(() => house.close())

const objects = new Map(modules.flatMap((module) => module.objects ?? []).map(({ name }) => [name, true]))
const operations = Object.entries(standardOpenApi().paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method} ${path}`),
)

/** `/api/customers/{id}` -> `/api/{object}/{id}`, where customers are records. */
function templateOf(operation: string): string {
  const [, method = '', path = '', rest = ''] = /^(\w+) \/api\/([\w-]+)(.*)$/.exec(operation) ?? []
  const isObject = [...house.kernel.registry.objects.values()].some(
    (type) => type.path === path && objects.has(type.name),
  )
  return isObject ? `${method} /api/{object}${rest}` : operation
}

/** Let in, refused, not there, not signed in; what was wrong with the request itself was looked at by who was let in. */
function letterOf({ status, body }: ApiAnswer): string {
  const own = ['access.wrong_code', 'access.wrong_password', 'setup.link_invalid']
  if (status === 401) return '-'
  if (status === 404) return '.'
  return status === 403 && !own.includes(body.code) ? 'x' : 'o'
}

describe('the table of operations', () => {
  it('has a row for each in the document, and for no other', () => {
    const rows = operations.map((operation) => (operation in fixedOperations ? operation : templateOf(operation)))
    expect([...new Set(rows)].sort()).toEqual(
      [...Object.keys(fixedOperations), ...Object.keys(recordOperations)].sort(),
    )
  })

  it.each(Object.entries(fixedOperations))('holds for %s', async (operation, row) => {
    const [cells, body] = typeof row === 'string' ? [row, undefined] : row
    const [method = '', template = ''] = operation.split(' ')
    let is = ''
    for (const caller of callers) {
      const client = await people.client(caller)
      // Guesses of one caller are not to lock out the next.
      await house.kernel.db.rows(sql`delete from sign_in_attempt`)
      const path = template.replace('{id}', await idFor(template))
      const answer = await send(client, method, path, body)
      const letter = letterOf(answer)
      is += letter
      if (letter !== 'o') expectBareProblem(answer)
      else if (answer.status >= 400) expect([400, 403, 409, 422], operation).toContain(answer.status)
    }
    expect(is).toBe(cells)
  })

  it('answers alike whether what is asked for is somebody else’s or nobody’s', async () => {
    const clerk = await people.client('clerk')
    for (const [operation, row] of Object.entries(fixedOperations)) {
      const [method = '', template = ''] = operation.split(' ')
      const cells = typeof row === 'string' ? row : row[0]
      if (cells[callers.indexOf('clerk')] !== '.') continue
      const body = typeof row === 'string' ? undefined : row[1]
      const answers = [
        await send(clerk, method, template.replace('{id}', await idFor(template)), body),
        await send(clerk, method, template.replace('{id}', randomUUID()), body),
      ]
      const [there, not] = answers.map(({ status, body: { requestId: _, params: __, ...rest } }) => ({ status, rest }))
      expect(there, operation).toEqual(not)
    }
  })
})

/** A refusal says why in general, and nothing of what it refuses. */
function expectBareProblem({ body, headers }: ApiAnswer): void {
  expect(headers.get('content-type')).toContain('application/problem+json')
  expect(Object.keys(body).sort()).toEqual(['code', 'errors', 'params', 'requestId', 'status', 'title', 'type'])
  expect(body.errors).toEqual([])
  expect(JSON.stringify(body)).not.toMatch(/别人的客户|13900000001/)
}

/** What stands at the place of the id: something new of the head's each time, as some calls end it. */
async function idFor(template: string): Promise<string> {
  const zhang = await people.client('head')
  if (!template.includes('{id}')) return ''
  if (template.includes('/users/')) return house.people.sun.id
  if (template.includes('/customers/')) return customer
  if (template.includes('/emergency-accesses/')) {
    const [from, until] = [0, 15].map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString())
    const taken = { customer, user: house.people.sun.id, from, until, reviewBy: until, grounds: '客户急需联系家属' }
    return (await house.as('sun').asSystem('test').recordsNamed('emergency_access').create(taken)).id
  }
  if (template.includes('/review-')) return review(template)
  if (template.includes('/record-merges/')) return merged()
  if (template.includes('/case-steps/'))
    return (await house.system().recordsNamed('case_step').create({ customer, position: 1, name: '核对' })).id
  if (template.includes('/editions/') || template.includes('/publications/')) return publication(template)
  if (template.includes('/second-entries/')) {
    const value = { customer, object: 'customer', record: customer, field: 'phone', state: 'open' }
    const given = { enteredBy: house.people.sun.id, enteredAt: '2026-01-05T00:00:00Z', assignee: people.ids.head }
    return (
      await house
        .system()
        .recordsNamed('second_entry')
        .create({ ...value, ...given })
    ).id
  }
  if (template.includes('/confirmation-links/')) {
    const asked = { language: 'zh', way: 'copy', check: 'phone', state: 'sent', validUntil: '2030-01-05T00:00:00Z' }
    const link = { name: '电话', customer, fields: ['phone'], sender: house.people.zhang.id, ...asked }
    return (await house.system().recordsNamed('confirmation_link').create(link)).id
  }
  if (template.includes('/exports/')) {
    const asked = { object: 'customer', grounds: '对账', number: `DC-${randomUUID().slice(0, 8)}`, rows: 1, level: 1 }
    const made = { ...asked, requester: house.people.zhang.id, columns: ['name'] }
    return (await house.system().recordsNamed('export').create(made)).id
  }
  if (template.includes('/change-requests/')) {
    const about = { object: 'user', record: house.people.sun.id, operation: 'update', state: 'pending' }
    return (
      await house
        .system()
        .recordsNamed('change_request')
        .create({ ...about, proposer: people.ids.head })
    ).id
  }
  if (template.includes('/sessions/')) {
    await startSession(house.kernel.db, people.ids.head, { ip: null, agent: 'test' })
    return (await zhang.get('/api/sessions')).body.items.find(({ current }: { current: boolean }) => !current).id
  }
  if (template.includes('/api-keys/'))
    return (await makeApiKey(house.kernel.db, people.ids.head, { name: '键', scopes: ['read'], networks: [], days: 1 }))
      .id
  if (template.includes('/jobs/')) return house.as('zhang').transaction((tx) => startJob(tx, 'import', { import: '0' }))
  if (template.includes('/files/')) return (await zhang.post('/api/files', undefined, { form: upload() })).body.id
  return (await zhang.post('/api/imports?object=customers&dryRun=true', undefined, { form: upload() })).body.id
}

/** A merge of two files of the head's. */
async function merged(): Promise<string> {
  const ctx = house.as('zhang')
  const make = async () => (await ctx.recordsNamed('customer').create({ name: '别人的客户' })).id
  const [kept, joined] = [await make(), await make()]
  const versions = { [kept]: 1, [joined]: 1 }
  return (await mergeRecords(ctx, ctx.type('customer'), { kept, joined: [joined], versions })).id ?? ''
}

/** A plan of the head's, a round of it that is being given out, or an item of that. */
async function review(template: string): Promise<string> {
  const records = (object: string) => house.system().recordsNamed(object)
  const [owner, days] = [house.people.zhang.id, { openedOn: '2026-01-05', dueOn: '2026-01-16' }]
  const plan = await records('review_plan').create({ name: '审查', owner, reviewers: [owner] })
  if (template.includes('/review-plans/')) return plan.id
  const opening = { name: '一月', plan: plan.id, owner, state: 'opening', seed: 'seed', ...days }
  const round = await records('review_round').create(opening)
  if (template.includes('/review-rounds/')) return round.id
  const span = { from: '2026-01-05T00:00:00Z', until: '2026-01-16T00:00:00Z' }
  const item = { name: '一月', customer, round: round.id, assignee: owner, state: 'open', ...span }
  return (await records('review_item').create(item)).id
}

/** A text of the head's, or the version of it that everybody reads. */
async function publication(template: string): Promise<string> {
  const { id } = await house.as('zhang').recordsNamed('publication').create({ title: '通知', body: '正文' })
  if (template.includes('/publications/')) return id
  await house.system().recordsNamed('publication').update(id, { state: 'published' })
  const { items } = await house
    .system()
    .recordsNamed('edition')
    .list({ where: { publication: id } })
  return items[0]?.id ?? ''
}

function upload(): FormData {
  const form = new FormData()
  form.append('file', new Blob(['客户名称\n甲\n']), 'list.csv')
  return form
}

async function send(client: ApiClient, method: string, path: string, body: unknown): Promise<ApiAnswer> {
  if (path === '/api/events') {
    if (!client.cookie) return client.get(path)
    const stream = await client.events()
    const { status, headers } = stream.response
    stream.close()
    return { status, headers, body: {} }
  }
  if (path === '/api/search') return client.get(`${path}?q=${encodeURIComponent('别人')}`)
  if (path === '/api/audit-summaries') return client.get(`${path}?by=actor`)
  if (path === '/api/record-merges' && method === 'get')
    return client.get(`${path}?object=customers&record=${customer}`)
  if (path === '/api/duplicate-verdicts' && method === 'get') return client.get(`${path}?object=customers`)
  if (path === '/api/report-weeks') return client.get(`${path}?week=2026-11-02`)
  if (path === '/api/indicators') return client.get(`${path}?period=2026-01`)
  if (path === '/api/procedure-compliance') return client.get(`${path}?from=2026-01-01&until=2026-12-31`)
  if (path === '/api/duplicate-groups') return client.get(`${path}?object=customers`)
  if (method === 'get') return client.get(path)
  if (method === 'delete') return client.delete(path)
  if (method === 'patch') return client.patch(path, body)
  if (path === '/api/files') return client.post(path, undefined, { form: upload() })
  if (path === '/api/imports') return client.post(`${path}?object=customers&dryRun=true`, undefined, { form: upload() })
  return client.post(path, body)
}
