import { randomUUIDv7 } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, type ObjectType, openDatabase, sql, startSession } from '#kernel'
import { openServer } from '#test/api-server'
import { type ApiAnswer, type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { runJobs } from '#test/run-jobs'
import { sampleInput } from '#test/sample-input'
import { testFolder } from '#test/test-folder'
import { standardOpenApi } from '../../src/server/openapi/standard-openapi.ts'
import { aboutCustomer, heldBy, parentsFirst } from '../matrix/world.ts'

/*
 * Every address that one person's own is seen at, asked for by those who do not see it: no answer succeeds, none is kept by a
 * cache, and each is the answer to an id that never was.
 */

let house: ApiHouse
let superuser: Database
/** The manager of the north, whose everything it is; what she does not see herself is the head's. */
let chen: ApiClient
let zhang: ApiClient
let exported: string
let pages: readonly Page[]
let strangers: readonly { name: string; client: ApiClient }[]
type Page = { template: string; path: string; headers?: Record<string, string>; owner?: ApiClient }

beforeAll(async () => {
  house = await openApiHouse()
  superuser = openDatabase(house.url, { max: 1, name: 'test superuser' })
  chen = await house.client('chen')
  zhang = await house.client('zhang')
  const records = await makeRecords()
  await upload('/api/files', '未附.txt', '没有附在任何档案上')
  await upload('/api/imports?object=customers', '名单.csv', '客户名称,邮箱\n甲,不是邮箱\n,b@example.com\n')
  exported = await ask()
  await runJobs(house)
  const report = await house.as('zhang').recordsNamed('log_report').create({ name: '每周', rhythm: 'weekly' })
  const asked = [
    ...own().flatMap((type) => {
      const pair = records.get(type.name)
      return pair ? pagesOf(type, type.name === 'log_report' ? { live: report.id, deleted: report.id } : pair) : []
    }),
    ...(await filesOf([...records.values()].map(({ live }) => live))).flatMap((id) => [
      { template: '/api/files/{id}', path: `/api/files/${id}` },
      { template: '/api/files/{id}', path: `/api/files/${id}?download=true` },
    ]),
    ...(await idsOf('job')).map((id) => ({ template: '/api/jobs/{id}', path: `/api/jobs/${id}` })),
    ...(await idsOf('import')).flatMap((id) => [
      { template: '/api/imports/{id}', path: `/api/imports/${id}` },
      { template: '/api/imports/{id}/errors', path: `/api/imports/${id}/errors` },
      {
        template: '/api/imports/{id}/errors',
        path: `/api/imports/${id}/errors`,
        headers: { accept: 'application/json' },
      },
    ]),
    await proposal(records.get('customer')?.live ?? ''),
    ...(await progress()),
    await readers(),
    offer(records.get('customer')?.live ?? ''),
    ...(await keying(records)),
  ]
  pages = await seen(asked)
  strangers = await openStrangers()
}, 120_000)
afterAll(async () => {
  await superuser.end()
  await house.close()
})

/** Objects whose records are somebody's: the others everybody reads. */
const own = (): ObjectType[] =>
  [...house.kernel.registry.objects.values()].filter(
    ({ guarded, name }) => guarded || name === 'saved_view' || name === 'dashboard',
  )

/** A live record of hers and one of the bin, of every object. */
async function makeRecords(): Promise<Map<string, { live: string; deleted: string }>> {
  const ctx = house.as('zhang').asSystem('crawl')
  const made = new Map<string, { live: string; deleted: string }>()
  for (const type of parentsFirst(house).filter((each) => own().includes(each))) {
    const file = made.get('customer')?.live
    const on = type.parent ? { [type.parent.field]: made.get(type.parent.object)?.live } : aboutCustomer(type, file)
    const input = { ...heldBy(type, { owner: house.people.chen.id }), ...on }
    const records = ctx.recordsNamed(type.name)
    const make = async (): Promise<string> => (await records.create(await sampleInput(ctx, type, input))).id
    const pair = { live: await make(), deleted: await make() }
    await records.remove(pair.deleted)
    made.set(type.name, pair)
  }
  return made
}

const idsOf = async (table: string): Promise<string[]> =>
  (await superuser.rows<{ id: string }>(sql`select id from ${sql.raw(table)}`)).map(({ id }) => id)

/** On the records that are hers, and what she has brought and put nowhere. */
async function filesOf(records: readonly string[]): Promise<string[]> {
  const rows = await superuser.rows<{ id: string }>(sql`
    select id from file where record = any(${records}::uuid[])
    or (record is null and uploaded_by = ${house.people.chen.id}::uuid)`)
  return rows.map(({ id }) => id)
}

async function upload(path: string, name: string, content: string): Promise<void> {
  const form = new FormData()
  form.append('file', new Blob([content]), name)
  expect((await chen.post(path, undefined, { form })).status).toBeLessThan(300)
}

/** An export of her own, made and not fetched yet. */
async function ask(): Promise<string> {
  const purpose = [...house.kernel.purposes.values()].find(({ byConsent }) => !byConsent)?.id
  const asked = { object: 'customer', format: 'csv', columns: ['name'], grounds: '对账', purpose }
  const { status, body } = await chen.post('/api/exports', asked)
  expect(status, body.code).toBe(201)
  return body.id
}

/** A change of hers that waits for somebody else. */
async function proposal(customer: string): Promise<Page> {
  const { hooks } = house.system().type('customer')
  const { approval } = hooks
  hooks.approval = () => ({ duties: ['roles'] })
  const { version } = (await chen.get(`/api/customers/${customer}`)).body
  const { body } = await chen.patch(`/api/customers/${customer}`, { shortName: '待批', version })
  hooks.approval = approval
  const template = '/api/change-requests/{id}/changes'
  return { template, path: template.replace('{id}', body.proposed) }
}

/** How far a round is that she leads. */
async function progress(): Promise<Page[]> {
  const [owner, days] = [house.people.chen.id, { openedOn: '2026-01-05', dueOn: '2026-01-16' }]
  const plan = await house
    .system()
    .recordsNamed('review_plan')
    .create({ name: '审查', owner, reviewers: [owner] })
  const opened = { name: '一月', plan: plan.id, owner, state: 'open', seed: 'seed', ...days }
  const { id } = await house.system().recordsNamed('review_round').create(opened)
  return ['progress', 'report'].map((part) => {
    const template = `/api/review-rounds/{id}/${part}`
    return { template, path: template.replace('{id}', id) }
  })
}

/** What its customer could be asked to confirm. */
function offer(customer: string): Page {
  const template = '/api/customers/{id}/confirmation-offer'
  return { template, path: template.replace('{id}', customer) }
}

/** Who reads a text of hers. */
async function readers(): Promise<Page> {
  const { body } = await chen.post('/api/publications', { title: '通知', body: '正文' })
  const template = '/api/publications/{id}/readers'
  return { template, path: template.replace('{id}', body.id) }
}

/** What she is to key again, and a scan to key it from. */
async function keying(records: ReadonlyMap<string, { live: string }>): Promise<Page[]> {
  const customer = records.get('customer')?.live ?? ''
  const { files } = await house
    .system()
    .recordsNamed('attachment')
    .get(records.get('attachment')?.live ?? '')
  const about = { customer, object: 'customer', record: customer, field: 'fax', state: 'open' }
  const people = { enteredBy: house.people.sun.id, enteredAt: '2026-01-05T00:00:00Z', assignee: house.people.chen.id }
  const { id } = await house
    .system()
    .recordsNamed('second_entry')
    .create({ ...about, ...people })
  return ['form', 'evidence/{file}'].map((part) => {
    const template = `/api/second-entries/{id}/${part}`
    return { template, path: template.replace('{id}', id).replace('{file}', String(Object(files)[0])) }
  })
}

function pagesOf({ name, path }: ObjectType, { live, deleted }: { live: string; deleted: string }): Page[] {
  const template = `/api/${path}/{id}`
  // Who sees a thing is told to who may change it, and these nobody changes.
  const unchanging = ['change_request', 'emergency_access', 'export'].includes(name)
  const ofHead = (part: string): boolean => name === 'log_report' || (unchanging && part === '/access')
  return [
    ...['', '/history', '/timeline', '/access'].map((part) => ({
      template: template + part,
      path: `/api/${path}/${live}${part}`,
      ...(ofHead(part) && { owner: zhang }),
    })),
    { template, path: `/api/${path}/${deleted}?deleted=true` },
  ]
}

/** A clerk and a manager of another unit, the clerk's key, a session that has ended, and nobody. */
async function openStrangers(): Promise<typeof strangers> {
  const li = await house.client('li')
  const { token } = (await li.post('/api/api-keys', { name: '程序', scopes: ['read'] })).body
  const nobody = await house.client()
  const ended = await house.client('chen')
  await ended.delete('/api/sessions/current')
  const manager = { name: '顾明', login: 'gu', role: 'manager', unit: house.units.south }
  const { id } = await house.system().recordsNamed('user').create(manager)
  const session = await startSession(house.kernel.db, id, { ip: null, agent: 'test' })
  const contract = liveContract(house.kernel, house.server)
  const cookie = `dossier=${session.token}`
  return [
    { name: 'clerk of the south', client: li },
    { name: 'manager of the south', client: clientOf(house.server.address, { contract, seen: house.seen, cookie }) },
    {
      name: 'key of the clerk',
      client: {
        ...nobody,
        get: (path, { headers } = {}) =>
          nobody.get(path, { headers: { ...headers, authorization: `Bearer ${token}` } }),
      },
    },
    { name: 'session that has ended', client: ended },
    { name: 'nobody', client: nobody },
  ]
}

const anyId = /[0-9a-f]{8}-[0-9a-f-]{27}/

/** Whatever could tell one answer from another. */
function bare({ status, headers, body }: ApiAnswer): string {
  const { requestId: _, params: { requestId: __, ...params } = {}, ...rest } = Object(body)
  return JSON.stringify([status, [...headers].filter(([name]) => name !== 'date'), params, rest])
}

/** What the owner is really answered. Not all at once: of one person's requests a hundred may wait. */
async function seen(asked: readonly Page[]): Promise<Page[]> {
  const answers: ApiAnswer[] = []
  for (let from = 0; from < asked.length; from += 50) {
    const some = asked.slice(from, from + 50)
    answers.push(...(await Promise.all(some.map(({ path, headers, owner = chen }) => owner.get(path, { headers })))))
  }
  for (const { status, headers } of answers) if (status === 200) expect(headers.get('cache-control')).toBe('no-store')
  return asked.filter((_, at) => answers[at]?.status === 200)
}

describe('what is one person’s own', () => {
  it('is seen by that person at every address that answers with one thing', () => {
    const templates = new Set(pages.map(({ template }) => template))
    const fixed = ['/api/files/', '/api/imports/', '/api/jobs/', '/api/change-requests/']
    const starts = [...own().map(({ path }) => `/api/${path}/`), ...fixed]
    const all = Object.entries(standardOpenApi().paths).flatMap(([path, { get }]) =>
      get && starts.some((start) => path.startsWith(`${start}{id}`)) ? [path] : [],
    )
    expect(all.length).toBeGreaterThan(60)
    expect(all.filter((path) => !templates.has(path))).toEqual([])
  })

  it('is answered to nobody else, and told from nothing by no answer', { timeout: 600_000 }, async () => {
    const wrong: string[] = []
    for (const { name, client } of strangers)
      for (let from = 0; from < pages.length; from += 8)
        await Promise.all(
          pages.slice(from, from + 8).map(async ({ path, headers }) => {
            const answer = await client.get(path, { headers })
            const never = await client.get(path.replace(anyId, randomUUIDv7()), { headers })
            if (![401, 403, 404].includes(answer.status)) wrong.push(`${name} ${path}: ${answer.status}`)
            if (answer.headers.get('cache-control') !== 'no-store') wrong.push(`${name} ${path}: may be kept`)
            if (bare(answer) !== bare(never)) wrong.push(`${name} ${path}: told from nothing`)
          }),
        )
    expect(wrong).toEqual([])
  })

  it('has no head either', async () => {
    const li = strangers[0]?.client.cookie ?? ''
    for (const { path } of pages) {
      const head = await fetch(house.server.address + path, { method: 'HEAD', headers: { cookie: li } })
      expect([403, 404], path).toContain(head.status)
      expect(head.headers.get('cache-control'), path).toBe('no-store')
    }
  })

  it('is a file fetched once, which nobody else takes first', async () => {
    const path = `/api/exports/${exported}/download`
    for (const { name, client } of strangers.filter(({ name }) => !name.startsWith('key'))) {
      const [answer, never] = [await client.post(path), await client.post(path.replace(anyId, randomUUIDv7()))]
      expect([401, 404], name).toContain(answer.status)
      expect(bare(answer), name).toBe(bare(never))
    }
    const file = await chen.post(path)
    expect(file.status).toBe(200)
    expect(file.headers.get('cache-control')).toBe('no-store')
  })
})

it('a file in a field that the role hides is not there, nor is its name', async () => {
  const record = pages.find(({ template }) => template === '/api/attachments/{id}')?.path ?? ''
  const [file = ''] = (await chen.get(record)).body.files
  const system = house.system()
  const grants = [{ objects: ['area:files', 'area:parts'], rights: ['read'], scope: 'all' }]
  const fieldRights = ['files', 'customer'].map((field) => ({ object: 'attachment', field, access: 'hidden' }))
  const rights = { nameZh: '不看文件', nameEn: 'No files', clearance: '2', plain: '1', grants, fieldRights }
  const role = await system.recordsNamed('role').create(rights)
  const person = await system.recordsNamed('user').create({ name: '何晓', login: 'he', role: 'clerk' })
  await system.recordsNamed('role_assignment').create({ user: person.id, role: role.id, grounds: '测试' })
  await house.kernel.reload()
  const { token } = await startSession(house.kernel.db, person.id, { ip: null, agent: 'test' })
  const contract = liveContract(house.kernel, house.server)
  const he = clientOf(house.server.address, { contract, seen: house.seen, cookie: `dossier=${token}` })
  const { status, body } = await he.get(record)
  expect({ status, files: body.files, customer: body.customer }).toEqual({ status: 200, files: null, customer: null })
  expect(Object.keys(body.titles)).not.toContain(file)
  const { customer } = (await chen.get(record)).body
  expect(Object.keys(body.titles)).not.toContain(customer)
  expect(bare(await he.get(`/api/files/${file}`))).toBe(bare(await he.get(`/api/files/${randomUUIDv7()}`)))
  expect((await chen.get(`/api/files/${file}`)).status).toBe(200)
})

it('the pages are the same for everybody, and hold nothing of anybody', async () => {
  const webFolder = await testFolder()
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>页</title>')
  const server = await openServer(house.kernel, { webFolder })
  const record = pages[0]?.path.replace('/api', '') ?? ''
  const texts: string[] = []
  for (const path of [record, `${record}?print=true`, record.replace(anyId, randomUUIDv7())])
    for (const { cookie } of [chen, ...strangers.map(({ client }) => client)]) {
      const answer = await fetch(server.address + path, { headers: { cookie } })
      texts.push(`${answer.status} ${answer.headers.get('cache-control')} ${await answer.text()}`)
    }
  await server.close()
  expect([...new Set(texts)]).toEqual(['200 no-cache <!doctype html><title>页</title>'])
})
