import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ObjectType } from '#kernel'
import { bindIdentity, isOffered, makeAccountLink, setPasswordHash, sql, startFinding, startJob } from '#kernel'
import { openServer } from '#test/api-server'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { openAuthenticator } from '#test/authenticator'
import { openEmptyHouse } from '#test/empty-house'
import { announceIndexKey, runJobs } from '#test/run-jobs'
import { sampleInput } from '#test/sample-input'
import { follow, openSignOnService } from '#test/sign-on-service'
import { modules } from '../../src/server/modules.ts'
import { standardOpenApi } from '../../src/server/openapi/standard-openapi.ts'
import { hashPassword } from '../../src/server/sign-in/password.ts'

const document = standardOpenApi()
const objects = modules.flatMap((module) => module.objects ?? []).map(({ name }) => name)

let house: ApiHouse
let zhang: ApiClient
/** Suggests something: nobody decides on what is their own. */
let wang: ApiClient
let customer: string
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  wang = await house.client('wang')
  customer = (await zhang.post('/api/customers', { name: '杭州绿旺贸易有限公司' })).body.id
})
afterAll(() => house.close())

/** Where examples of the kinds make no sense together. */
const samples: Readonly<Record<string, Record<string, unknown>>> = {
  role: { grants: null, fieldRights: null },
  company: { threeOfficers: false, exportBound: 250, accent: '#3457d5' },
  custom_object: { name: 'company_vehicle', custody: 'shared' },
  custom_field: {
    object: 'product',
    name: 'grade',
    kind: 'text',
    level: '1',
    sealed: false,
    hidden: false,
    settings: null,
  },
  value_list_item: { object: 'customer', field: 'tier', value: 'state' },
  log_report: { file: null },
  suggestion: { state: 'new', reason: null },
  improvement: { effective: null, stage: 'plan' },
  regular_meeting: { time: '09:30', active: false },
  work_report: { answer: null, state: 'draft' },
  appraisal_scheme: {
    active: false,
    ...Object.fromEntries(
      ['accuracy', 'completeness', 'timeliness', 'updates', 'age'].flatMap((figure) => [
        [`${figure}Weight`, figure === 'accuracy' ? 80 : 0],
        [`${figure}Sixty`, 50],
        [`${figure}Hundred`, figure === 'age' ? 10 : 90],
      ]),
    ),
    managerWeight: 20,
  },
  dashboard: { charts: [{ id: 'a', title: '级别', object: 'customer', by: 'tier', form: 'pie', width: 'half' }] },
  notification: { readAt: null },
  favourite: { object: null, record: null, page: '/today' },
  saved_view: { shared: true },
  publication: { steps: null },
  edition: { steps: null },
  review_plan: { sample: 'all', filter: null },
  field_rule: { object: 'customer', field: 'shortName', rule: 'optional', when: null, parts: null },
  module_switch: { module: 'labels', active: false },
  value_rule: { field: 'tier', value: 'vip', when: { purchaseCount: { gte: 1_000 } } },
  approval_rule: {
    object: 'product',
    fields: null,
    when: null,
    exempt: null,
    roles: null,
    steps: null,
    again: null,
    share: null,
    ways: null,
    superior: true,
  },
  consent: { withdrawnAt: null, withdrawnChannels: null, withdrawnHow: null },
}
const patches: Readonly<Record<string, Record<string, unknown>>> = {
  review_finding: { note: '改过' },
  work_report: { plans: '改过' },
  appraisal_scheme: { note: '改过' },
  appraisal: { managerWords: '改过', managerScore: 90 },
  suggestion: { reply: '改过' },
  address: { postcode: '310000' },
  field_rule: { rule: 'recommended' },
  module_switch: { active: true },
  approval_rule: { note: '改过' },
  value_rule: { note: '改过' },
  layout: { sections: [{ name: 'names', label: { zh: '名称', en: 'Names' }, fields: ['name'] }] },
  consent: { withdrawnHow: '电话' },
  notification: { readAt: '2026-01-05T08:00:00.000Z' },
  favourite: { position: 2 },
}

/** Every field that does not name another record, filled with its kind's example. */
async function fullInput(type: ObjectType): Promise<Record<string, unknown>> {
  const examples = type.stored.flatMap(({ name, field, kind }) => {
    if (field.readOnly || field.rollup || kind.target?.(field) || kind.holdsFiles || kind.allocated) return []
    return [[name, kind.example(field)]]
  })
  const needed = await sampleInput(
    house.as('zhang'),
    type,
    type.parent ? { [type.parent.field]: await fileOf(type.parent.object) } : {},
  )
  const { custody } = type.definition
  const about = custody.type === 'about' ? { [custody.object]: 'customer', [custody.record]: customer } : {}
  return { ...Object.fromEntries(examples), ...needed, ...about, ...samples[type.name] }
}

/** What a record of it lives on. */
async function fileOf(object: string): Promise<string> {
  if (object === 'customer') return customer
  const ctx = house.as('zhang')
  return (await ctx.recordsNamed(object).create(await sampleInput(ctx, ctx.type(object)))).id
}

describe('every object', () => {
  it.each(objects)('%s is made, found, changed, looked back on and removed as the document says', async (name) => {
    const type = house.as('zhang').type(name)
    if (name === 'approval_rule') await sendOtherHeadsHome()
    const path = `/api/${type.path}`
    const offered = (where: string, method: 'post' | 'patch' | 'delete') => document.paths[where]?.[method]
    const input = await fullInput(type)
    const made = isOffered(type, 'create')
      ? (await (name === 'suggestion' ? wang : zhang).post(path, input)).body
      : await house
          .as('zhang')
          .asSystem('test')
          .recordsNamed(name)
          .create({ ...input, ...writtenBy(name) })
    const one = `${path}/${made.id}`
    const title = String(made[type.definition.title])
    expect((await zhang.get(one)).body).toMatchObject({ id: made.id })
    expect((await zhang.get(`${path}?limit=1&search=${encodeURIComponent(title.slice(0, 2))}`)).status).toBe(200)
    const field = type.stored.find((bound) => !bound.sealed && bound.kind.groupable)?.name
    expect((await zhang.get(`${path}/groups?by=${field}`)).body.groups.length).toBeGreaterThan(0)
    expect((await zhang.get(`${one}/timeline`)).status).toBe(200)
    expect((await zhang.get(`${one}/access`)).body.items.map(({ id }: { id: string }) => id)).toContain(
      house.people.zhang.id,
    )
    if (!offered(`${path}/{id}`, 'patch')) {
      expect((await zhang.get(`${one}/history`)).status).toBe(200)
      return
    }
    const changed = await change(type, one, made.version)
    // Now it is for somebody else.
    if (name === 'appraisal') return
    if (offered(`${path}/bulk-changes`, 'post'))
      expect((await zhang.post(`${path}/bulk-changes`, { ids: [made.id], patch: changed })).body).toEqual({
        changed: 1,
        proposed: 0,
        failed: [],
      })
    const veilable = type.stored.find((bound) => bound.field.level > 1)?.name
    if (veilable)
      expect((await zhang.post(`${one}/reveals`, { field: veilable, reason: '核对' })).body).toHaveProperty('value')
    const [verified] = type.verified
    if (verified) {
      const { version } = (await zhang.get(one)).body
      const answer = await zhang.post(`${one}/verifications`, { field: verified.name, how: 'call', version })
      expect(answer.body.verifications).toMatchObject([{ field: verified.name, by: house.people.zhang.id }])
      expect((await zhang.get(`${one}/history`)).body.verifications).toMatchObject([{ field: verified.name }])
    }
    if (!offered(`${path}/{id}`, 'delete')) return
    expect((await zhang.delete(`${one}?reason=test`)).status).toBe(204)
    expect((await zhang.get(`${path}?deleted=true`)).body.items.map(({ id }: { id: string }) => id)).toContain(made.id)
    expect((await zhang.get(`${one}?deleted=true`)).body).toMatchObject({ id: made.id })
    expect((await zhang.post(`${one}/restoration`)).body).toMatchObject({ id: made.id, deletedAt: null })
    expect((await zhang.post(`${path}/bulk-deletions`, { ids: [made.id] })).body).toEqual({
      changed: 1,
      proposed: 0,
      failed: [],
    })
  })

  /** Those whom other objects have brought would have to agree to the end of a rule. */
  async function sendOtherHeadsHome(): Promise<void> {
    const users = house.system().recordsNamed('user')
    const { items } = await users.list({ where: { role: 'head', active: true }, limit: 200 })
    for (const { id } of items) if (id !== house.people.zhang.id) await users.update(id, { active: false })
  }

  /** Changes a field, and puts it back by the history. */
  async function change(type: ObjectType, one: string, version: number): Promise<Record<string, unknown>> {
    const patch = patches[type.name] ?? { [type.definition.title]: '改后的内容' }
    const [field = ''] = Object.keys(patch)
    const after = await zhang.patch(one, { ...patch, version, reason: '核对' })
    expect(after.body).toMatchObject({ ...patch, version: version + 1 })
    const history = (await zhang.get(`${one}/history`)).body.items
    const items = history.filter((item: { field: string }) => item.field === field)
    expect(items[0]).toMatchObject({ field, after: patch[field], reason: '核对' })
    const back = await zhang.post(`${one}/history/${items[0].id}/restoration`, { version: version + 1 })
    // A withdrawal is not taken back.
    if (type.definition.consents) expect(back.body.code).toBe('access.consent_given')
    // Nor is what was said of somebody, once it was handed on.
    else if (type.name === 'appraisal') expect(back.body.code).toBe('access.forbidden')
    else expect(back.body[field]).toEqual(items[0].before)
    return patch
  }
})

/** Of an appraisal zhang is who may write it. */
const writtenBy = (name: string) => (name === 'appraisal' ? { manager: house.people.zhang.id } : {})

describe('appraisals', () => {
  it('are written for several people at once', async () => {
    const input = { name: '李娜 2026-10', period: '2026-10', managerWeight: 20, ...writtenBy('appraisal') }
    const { id } = await house.system().recordsNamed('appraisal').create(input)
    const patch = patches.appraisal ?? {}
    const { body } = await zhang.post('/api/appraisals/bulk-changes', { ids: [id], patch })
    expect(body).toEqual({ changed: 1, proposed: 0, failed: [] })
    expect((await zhang.get(`/api/appraisals/${id}`)).body).toMatchObject({ state: 'shown', total: 90 })
  })
})

describe('what waits for a second person', () => {
  it('is drawn from and decided on together', async () => {
    const rule = { object: 'customer', name: '传真须审批', operations: ['update'], fields: ['fax'], superior: false }
    const asked = await zhang.post('/api/approval-rules', { ...rule, people: [house.people.zhang.id] })
    const wang = await house.client('wang')
    const { id, version } = (await wang.post('/api/customers', { name: '传真公司' })).body
    const { proposed } = (await wang.patch(`/api/customers/${id}`, { fax: '010-88886666', version })).body
    const { requests, sample } = (await zhang.post('/api/change-requests/samples', { ids: [proposed] })).body
    expect([requests, sample]).toEqual([[proposed], [proposed]])
    const { hash } = (await zhang.get(`/api/change-requests/${proposed}/changes`)).body
    const decision = { ids: requests, looked: [{ id: proposed, hash }], verdict: 'approve' }
    const { status, body } = await zhang.post('/api/change-requests/decisions', decision)
    expect([status, Object.keys(body)]).toEqual([202, ['job']])
    await runJobs(house)
    expect((await zhang.get(`/api/customers/${id}`)).body.fax).toBe('+861088886666')
    await zhang.delete(`/api/approval-rules/${asked.body.id}`)
    await zhang.delete(`/api/customers/${id}`)
  })

  it('is put together from changes of several records, or asked for in one go', async () => {
    const rule = { object: 'customer', name: '传真须审批', operations: ['update'], fields: ['fax'], superior: false }
    const asked = await zhang.post('/api/approval-rules', { ...rule, people: [house.people.zhang.id] })
    const wang = await house.client('wang')
    const { id: record } = (await wang.post('/api/customers', { name: '合并申请公司' })).body
    const fax = { operation: 'update', object: 'customers', record, version: 1, values: { fax: '010-88886666' } }
    const contact = { operation: 'create', object: 'contacts', values: { customer: record, name: '周舟' } }
    expect((await wang.post('/api/gathered-changes', fax)).body).toEqual({ total: 1, record })
    const added = (await wang.post('/api/gathered-changes', contact)).body
    expect((await wang.get('/api/gathered-changes?limit=0')).body).toEqual({ total: 2, items: [], titles: {} })
    expect((await wang.get('/api/gathered-changes')).body.items).toMatchObject([{ record }, { record: added.record }])
    expect((await wang.delete(`/api/gathered-changes?record=${added.record}`)).status).toBe(204)
    const sent = await wang.post('/api/gathered-changes/request', { changes: [{ record, version: 1 }] })
    expect(sent).toMatchObject({ status: 200, body: { proposed: expect.any(String) } })
    const whole = await wang.post('/api/change-requests', { changes: [{ ...fax, version: 1 }, contact] })
    const { parts } = (await zhang.get(`/api/change-requests/${whole.body.proposed}/changes`)).body
    expect(parts).toMatchObject([
      { object: 'customer', operation: 'update', items: [{ field: 'fax' }] },
      { object: 'contact', operation: 'create' },
    ])
    await zhang.delete(`/api/approval-rules/${asked.body.id}`)
    await zhang.delete(`/api/customers/${record}`)
  })

  it('is looked at, taken back, brought again and decided on', async () => {
    const system = house.system()
    const sun = house.people.sun.id
    await system.recordsNamed('user').update(sun, { role: 'security_officer' })
    for (const role of ['system_admin', 'auditor'])
      await system.recordsNamed('user').create({ name: role, login: role, role })
    const [own] = (await zhang.get('/api/companies')).body.items
    await zhang.patch(`/api/companies/${own.id}`, { threeOfficers: true, version: own.version })
    const li = (await zhang.get(`/api/users/${house.people.li.id}`)).body
    const asked = await zhang.patch(`/api/users/${li.id}`, { role: 'manager', version: li.version })
    expect(asked).toMatchObject({ status: 202, body: { role: 'clerk', version: li.version } })
    const one = (id: string): string => `/api/change-requests/${id}`
    const again = await zhang.post(`${one(asked.body.proposed)}/renewal`, {})
    expect(again.body.proposed).not.toBe(asked.body.proposed)
    const officer = await house.client('sun')
    const view = (await officer.get(`${one(again.body.proposed)}/changes`)).body
    expect(view).toMatchObject({ bar: null, items: [{ field: 'role', live: 'clerk', proposed: 'manager' }] })
    const request = one(again.body.proposed)
    expect((await officer.post(`${request}/questions`, { words: '接谁的班？' })).status).toBe(204)
    expect((await zhang.post(`${request}/answers`, { words: '李四' })).status).toBe(204)
    expect((await zhang.get(`${request}/changes`)).body.course).toHaveLength(2)
    const chen = house.people.chen.id
    await system.recordsNamed('user').update(chen, { role: 'head' })
    const second = await house.client('chen')
    expect((await officer.post(`${request}/delegation`, { to: chen })).status).toBe(204)
    expect((await second.post(`${request}/delegation`, { to: sun })).status).toBe(204)
    await system.recordsNamed('user').update(chen, { role: 'manager' })
    const decision = { verdict: 'approve', hash: view.hash }
    expect((await officer.post(`${one(again.body.proposed)}/decision`, decision)).status).toBe(204)
    expect((await zhang.get(`/api/users/${li.id}`)).body.role).toBe('manager')
    expect((await zhang.get(`${one(again.body.proposed)}/history`)).body.items.length).toBeGreaterThan(0)

    const role = (await zhang.post('/api/roles', { nameZh: '见习', nameEn: 'Trainee' })).body
    expect((await zhang.post(`${one(role.proposed)}/withdrawal`)).status).toBe(204)
    const company = (await zhang.get(`/api/companies/${own.id}`)).body
    const off = await zhang.patch(`/api/companies/${own.id}`, { threeOfficers: false, version: company.version })
    const { hash } = (await officer.get(`${one(off.body.proposed)}/changes`)).body
    await officer.post(`${one(off.body.proposed)}/decision`, { verdict: 'approve', hash })
    expect((await zhang.get('/api/sign-in-settings')).status).toBe(200)
    await system.recordsNamed('user').update(sun, { role: 'clerk' })
  })
})

describe('modules', () => {
  it('are told, with what would go with one', async () => {
    const { items } = (await zhang.get('/api/modules')).body
    expect(items).toContainEqual(expect.objectContaining({ name: 'sales', active: true }))
    const gone = (await zhang.post('/api/module-previews', { module: 'sales' })).body
    expect(gone).toMatchObject({ jobs: 0, first: [] })
  })
})

describe('emergency access', () => {
  it('is taken, ended, reviewed and switched', async () => {
    const { archiveNumber: number } = (await zhang.get(`/api/customers/${customer}`)).body
    const li = await house.client('li')
    const asked = { number, grounds: '客户来电称设备起火，需立即联系', minutes: 15 }
    const taken = await li.post('/api/emergency-accesses', asked)
    expect(taken).toMatchObject({ status: 201, body: { customer } })
    const one = `/api/emergency-accesses/${taken.body.id}`
    expect((await li.delete(one)).status).toBe(204)
    expect((await zhang.post(`${one}/review`, { finding: 'justified', opinion: '属实' })).status).toBe(204)
    expect((await zhang.get('/api/emergency-settings')).body).toEqual({ allowed: true })
    expect((await zhang.patch('/api/emergency-settings', { allowed: true })).body).toEqual({ allowed: true })
  })
})

describe('a publication', () => {
  it('is read, confirmed, followed and reminded of', async () => {
    const text = { kind: 'policy', title: '档案管理制度', body: '第一条', mustRead: true, state: 'published' }
    const { body: made } = await zhang.post('/api/publications', text)
    const wang = await house.client('wang')
    const { body: list } = await wang.get('/api/readings?search=档案管理')
    const reading = list.items.find((one: { publication: string }) => one.publication === made.id)
    expect(reading).toMatchObject({ number: 1, waits: true, readAt: null })
    expect((await wang.post(`/api/editions/${reading.id}/receipts`)).status).toBe(204)
    const [post] = (await wang.get('/api/posts')).body.items
    expect(post.texts).toContainEqual(expect.objectContaining({ id: reading.id, readAt: expect.any(String) }))
    const { people } = (await zhang.get(`/api/publications/${made.id}/readers`)).body
    expect(people.find(({ id }: { id: string }) => id === house.people.wang.id).readAt).toEqual(expect.any(String))
    const left = people.filter(({ readAt }: { readAt: string | null }) => !readAt).length
    expect((await zhang.post(`/api/publications/${made.id}/reminders`)).body).toEqual({ reminded: left })
  })
})

describe('a suggestion without a name', () => {
  it('is put in, and looked at by its code', async () => {
    const { body } = await wang.post('/api/suggestions/anonymous', { title: '统一名片夹' })
    expect((await zhang.post('/api/suggestions/status', body)).body).toMatchObject({ state: 'new' })
  })
})

describe('weekly reports', () => {
  it('are told of a week, by any of its days', async () => {
    const { body } = await zhang.get('/api/report-weeks?week=2026-11-05')
    expect(body).toMatchObject({ week: '2026-11-02', people: expect.any(Array) })
  })
})

describe('what everybody’s work comes to', () => {
  it('is told for a period', async () => {
    const { body } = await zhang.get('/api/indicators?period=2025-Q1')
    expect(body).toMatchObject({
      period: '2025-Q1',
      from: '2025-01-01',
      until: '2025-04-01',
      closed: false,
      sound: true,
    })
  })
})

describe('a value that is keyed again', () => {
  it('is asked for by a rule, shown with its scans, and keyed', async () => {
    const people = { people: [house.people.sun.id], again: true }
    const rule = { object: 'customer', name: '二次录入', operations: ['create'], fields: ['fax'], ...people }
    const { body: made } = await zhang.post('/api/approval-rules', rule)
    const chen = await house.client('chen')
    const { body: file } = await chen.post('/api/customers', { name: '双录用客户', fax: '010-88886666' })
    const form = new FormData()
    form.append('file', new Blob(['传真 010-88886666']), '名片.txt')
    const { body: scan } = await chen.post('/api/files', undefined, { form })
    await chen.post('/api/attachments', { customer: file.id, title: '名片', files: [scan.id] })
    await runJobs(house)
    const sun = await house.client('sun')
    const { body: mine } = await sun.get('/api/second-entries?where={"state":"open"}')
    const one = `/api/second-entries/${mine.items[0].id}`
    expect((await sun.get(`${one}/form`)).body).toMatchObject({ field: 'fax', evidence: [{ id: scan.id }] })
    expect((await sun.get(`${one}/evidence/${scan.id}`)).status).toBe(200)
    expect((await sun.post(`${one}/keying`, { value: '010 88886666' })).body).toEqual({ state: 'same', request: null })
    await house.system().recordsNamed('approval_rule').remove(made.id)
  })
})

describe('a procedure', () => {
  it('is started on a file, gone past with a reason, and counted', async () => {
    const steps = [{ name: '收集名片' }]
    const text = { kind: 'procedure', title: '建档规程', body: '收集', governs: 'customer', steps, state: 'published' }
    const { body: made } = await zhang.post('/api/publications', text)
    const { items } = (await zhang.get('/api/readings')).body
    const { id: edition } = items.find((one: { publication: string }) => one.publication === made.id)
    const started = await zhang.post('/api/case-starts', { object: 'customer', record: customer, edition })
    expect(started.status).toBe(201)
    const where = encodeURIComponent(JSON.stringify({ run: started.body.id }))
    const [step] = (await zhang.get(`/api/case-steps?where=${where}`)).body.items
    expect((await zhang.post(`/api/case-steps/${step.id}/skipping`, { reason: '客户没有名片' })).status).toBe(204)
    const figures = (await zhang.get('/api/procedure-figures')).body.items
    expect(figures).toContainEqual(expect.objectContaining({ name: '建档规程', running: 0 }))
    const { steps: kept } = (await zhang.get('/api/procedure-compliance?from=2020-01-01&until=2099-12-31')).body
    expect(kept).toContainEqual(expect.objectContaining({ procedure: '建档规程', skipped: 1, done: 0 }))
  })
})

describe('a link to a customer', () => {
  it('is offered, made, opened, answered, and another is withdrawn', async () => {
    const chen = await house.client('chen')
    const { body: file } = await chen.post('/api/customers', { name: '自行确认的客户', phone: '13900004321' })
    const { version } = (await zhang.get(`/api/customers/${file.id}`)).body
    const handed = { headers: { 'if-match': String(version) } }
    await zhang.patch(`/api/customers/${file.id}`, { owner: house.people.wang.id }, handed)
    expect((await chen.get(`/api/customers/${file.id}/confirmation-offer`)).body).toMatchObject({ check: 'phone' })
    const asked = { fields: ['phone'], language: 'en', days: 3, way: 'copy' }
    const { body: link } = await chen.post(`/api/customers/${file.id}/confirmations`, asked)
    const nobody = await house.client()
    const come = { token: link.token, check: '4321', locale: 'en' }
    const opened = await nobody.post('/api/confirmations/openings', come)
    expect(opened).toMatchObject({ status: 200, body: { fields: [{ name: 'phone', value: '139****4321' }] } })
    const answer = { ...come, version: opened.body.version, answers: { phone: { is: 'right' } } }
    expect((await nobody.post('/api/confirmations/answers', answer)).status).toBe(204)
    const { body: other } = await chen.post(`/api/customers/${file.id}/confirmations`, asked)
    expect((await chen.post(`/api/confirmation-links/${other.id}/withdrawal`)).status).toBe(204)
    expect((await zhang.delete(`/api/customers/${file.id}`)).status).toBe(204)
  })
})

describe('a round of reviews', () => {
  it('is opened, worked off, handed over, looked at and closed', async () => {
    const { body: file } = await (await house.client('chen')).post('/api/customers', { name: '审查用客户' })
    const people = { reviewers: [house.people.wang.id], filter: { id: file.id } }
    const { body: plan } = await zhang.post('/api/review-plans', { name: '月度审查', ...people })
    const opened = await zhang.post(`/api/review-plans/${plan.id}/rounds`)
    expect(opened.status).toBe(201)
    await runJobs(house)
    const round = `/api/review-rounds/${opened.body.id}`
    const over = { from: house.people.wang.id, to: house.people.sun.id }
    expect((await zhang.post(`${round}/assignments`, over)).body).toEqual({ moved: 1, left: 0 })
    const sun = await house.client('sun')
    const { body: mine } = await sun.get('/api/review-items?where={"state":"open"}')
    const found = {
      version: file.version,
      how: 'call',
      findings: [{ kind: 'missing', field: 'street', note: '无地址' }],
    }
    expect((await sun.post(`/api/review-items/${mine.items[0].id}/review`, found)).status).toBe(204)
    expect((await zhang.get(`${round}/progress`)).body).toMatchObject({
      state: 'open',
      report: { done: 1 },
      frozen: null,
    })
    expect((await zhang.get(`${round}/report`)).status).toBe(200)
    expect((await zhang.post(`${round}/closing`)).status).toBe(204)
    expect((await zhang.get(`${round}/progress`)).body).toMatchObject({ state: 'closed', frozen: { sound: true } })
  })
})

describe('an export', () => {
  it('is asked for, looked at, fetched once, and another is cancelled', async () => {
    const asked = await sampleInput(house.as('zhang'), house.as('zhang').type('export'), {
      selection: { sort: '-name' },
    })
    const made = await zhang.post('/api/exports', asked)
    expect(made).toMatchObject({ status: 201, body: { state: 'making' } })
    const one = `/api/exports/${made.body.id}`
    const other = `/api/exports/${(await zhang.post('/api/exports', asked)).body.id}`
    await runJobs(house)
    expect((await zhang.post(`${one}/reveals`, { field: 'selection', reason: '核对' })).body.value).toEqual({
      sort: '-name',
    })
    await house.kernel.db.rows(sql`
      insert into claim (scope, value, record) values ('customer.archiveNumber', 'KH-2026-888888', ${made.body.id}::uuid)`)
    expect((await zhang.post('/api/export-traces', { number: 'KH-2026-888888' })).body).toMatchObject({ name: '张伟' })
    const file = await zhang.post(`${one}/download`)
    expect(file.headers.get('content-disposition')).toMatch(/DC-\d{4}-\d{6}\.xlsx/)
    expect((await zhang.post(`${one}/download`)).status).toBe(410)
    expect((await zhang.post(`${other}/cancellation`)).status).toBe(204)
    expect((await zhang.post(`${other}/download`)).status).toBe(410)
  })
})

describe('what belongs to no object', () => {
  it('tells how one is told, and changes it', async () => {
    const usual = (await zhang.get('/api/notification-settings')).body
    const changed = await zhang.patch('/api/notification-settings', { mention: { inApp: true, mail: 'never' } })
    expect(changed.body.choices).toEqual({ ...usual.choices, mention: { inApp: true, mail: 'never' } })
  })

  it('tells health, definitions, regions, itself and its page', async () => {
    const nobody = await house.client()
    for (const path of ['health', 'regions', 'openapi.json', 'docs', 'docs/docs.js', 'docs/docs.css', 'setup'])
      expect((await nobody.get(`/api/${path}`)).status, path).toBe(200)
    for (const path of [
      'definitions',
      'search?q=绿旺',
      'audit-events',
      'audit-summaries?by=actor',
      'audit-seal',
      'sessions/current',
    ])
      expect((await zhang.get(`/api/${path}`)).status, path).toBe(200)
    const stream = await zhang.events()
    expect(stream.response.status).toBe(200)
    stream.close()
    const opened = { object: 'customers', id: customer, page: crypto.randomUUID(), state: 'reads' }
    expect((await zhang.post('/api/presence', opened)).body).toEqual({ others: [] })
  })

  it('lets the auditor say how long the log is kept', async () => {
    const kept = { months: 48, why: '行业要求' }
    expect((await zhang.patch('/api/audit-retention', kept)).body).toEqual({ months: 48 })
  })

  it('exports lines of the log with their proofs', async () => {
    const asked = { file: customer, action: 'create,read', why: '客户投诉' }
    expect((await zhang.post('/api/audit-exports', asked)).body).toMatchObject({ format: 'dossier-trail-proof-v1' })
  })

  it('signs in, switches the language and signs out', async () => {
    await setPasswordHash(house.kernel.db, house.people.sun.id, await hashPassword('a long password'))
    const nobody = await house.client()
    expect((await nobody.post('/api/sessions', { login: 'sun', password: 'a long password' })).status).toBe(201)
    const proof = { password: 'a long password' }
    expect((await (await house.client('sun')).post('/api/sessions/current/proof', proof)).status).toBe(200)
    const sun = await house.client('sun')
    const { items } = (await sun.get('/api/sessions')).body
    const other = items.find(({ current }: { current: boolean }) => !current).id
    expect((await sun.delete(`/api/sessions/${other}`)).status).toBe(204)
    expect((await sun.delete('/api/sessions')).body).toEqual({ ended: items.length - 2 })
    expect((await sun.patch('/api/sessions/current', { locale: 'en' })).body.user).toMatchObject({ locale: 'en' })
    expect((await sun.delete('/api/sessions/current')).body).toEqual({ url: null })
  })

  it('makes, lists and revokes an API key', async () => {
    const { id } = (await zhang.post('/api/api-keys', { name: '报表', scopes: ['read'] })).body
    expect((await zhang.get('/api/api-keys')).body.items).toMatchObject([{ id }])
    expect((await zhang.delete(`/api/api-keys/${id}`)).status).toBe(204)
  })

  it('turns a second factor on and off', async () => {
    const { secret } = (await zhang.post('/api/second-factor')).body
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect((await zhang.post('/api/second-factor/confirmation', { code })).body.recoveryCodes).toHaveLength(10)
    expect((await zhang.post('/api/second-factor/recovery-codes')).status).toBe(200)
    expect((await zhang.get('/api/second-factor')).body.on).toBe(true)
    expect((await zhang.delete('/api/second-factor')).status).toBe(204)
    expect((await zhang.delete(`/api/users/${house.people.li.id}/second-factor`)).status).toBe(204)
  })

  it('makes a passkey, names it, enters with it and takes it away', async () => {
    await setPasswordHash(house.kernel.db, house.people.zhang.id, await hashPassword('a long password'))
    const device = openAuthenticator(house.server.address)
    const ask = async (purpose: string) => (await zhang.post('/api/passkeys/challenges', { purpose })).body.options
    const { id } = (await zhang.post('/api/passkeys', { name: '手机', passkey: device.make(await ask('passkey')) }))
      .body
    expect((await zhang.get('/api/passkeys')).body.items).toMatchObject([{ id, name: '手机' }])
    expect((await zhang.patch(`/api/passkeys/${id}`, { name: '平板' })).body).toMatchObject({ name: '平板' })
    const { options } = (await zhang.post('/api/sessions/challenges')).body
    expect((await zhang.post('/api/sessions/passkey', { passkey: device.use(options) })).status).toBe(201)
    expect((await zhang.delete(`/api/passkeys/${id}`)).status).toBe(204)
  })

  it('lets people in by the word of a sign-on service', async () => {
    const service = await openSignOnService()
    onTestFinished(() => service.close())
    const { address } = house.server
    service.allow(address)
    service.next = { id: '7', claims: { preferred_username: 'chen' } }
    const settings = { issuer: service.issuer, clientId: service.client.id, secret: service.client.secret }
    expect((await zhang.patch('/api/sso-settings', settings)).body).toMatchObject({ hasSecret: true })
    expect((await zhang.get('/api/sso-settings')).status).toBe(200)
    expect((await zhang.get('/api/sso')).body).toMatchObject({ on: true })
    const begun = await zhang.post('/api/sso/attempts')
    const back = await follow(begun.body.url, `${address}/sign-in`)
    const headers = { cookie: begun.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
    const answer = Object.fromEntries(back.searchParams)
    expect((await zhang.post('/api/sessions/sso', { answer }, { headers })).body.user.login).toBe('chen')
    const { id } = house.people.chen
    const chen = await house.client('chen')
    expect((await chen.get('/api/sso-identity')).body).toMatchObject({ only: true, proves: true })
    expect((await chen.post('/api/sso/proof-attempts')).body.url).toContain('prompt=login')
    await setPasswordHash(house.kernel.db, id, await hashPassword('a long password'))
    expect((await chen.delete('/api/sso-identity')).status).toBe(204)
    await bindIdentity(house.kernel.db, id, { issuer: service.issuer, subject: '7' })
    expect((await zhang.delete(`/api/users/${id}/sso-identity`)).status).toBe(204)
  })

  it('tells and changes how people sign in', async () => {
    expect((await zhang.get('/api/sign-in-settings')).body).toMatchObject({ passwords: 'modern' })
    expect((await zhang.patch('/api/sign-in-settings', { passwords: 'modern' })).status).toBe(200)
  })

  it('tells how mail leaves, invites a colleague, and lets a password be set by a link', async () => {
    const settings = { host: '127.0.0.1', port: 1, tls: 'none', from: 'dossier@example.com', address: 'http://x.test' }
    expect((await zhang.patch('/api/mail-settings', settings)).body).toMatchObject({ ready: true })
    expect((await zhang.get('/api/mail-settings')).body).toMatchObject({ host: '127.0.0.1', hasPassword: false })
    const test = (await zhang.post('/api/mail-settings/test-mails')).body
    expect((await zhang.get('/api/mails')).body.items).toMatchObject([{ id: test.id, kind: 'test', state: 'queued' }])
    const colleague = { name: '钱进', login: 'qian', email: 'qian@example.com' }
    const { id } = (await zhang.post('/api/users', colleague)).body
    expect((await zhang.post(`/api/users/${id}/invitation`)).status).toBe(204)
    const nobody = await house.client()
    expect((await nobody.post('/api/password-resets', { login: 'qian' })).status).toBe(204)
    const { token } = await makeAccountLink(house.kernel.db, { person: id, purpose: 'invitation' }, 5)
    const owner = { purpose: 'invitation', login: 'qian', name: '钱进' }
    expect((await nobody.post('/api/password-links/inspections', { token })).body).toEqual(owner)
    const password = 'paper and river mist'
    expect((await nobody.post('/api/password-links/passwords', { token, password })).body).toEqual(owner)
  })

  it('lets the head set a password', async () => {
    const password = { password: 'another long one', mustChange: false }
    expect((await zhang.post(`/api/users/${house.people.li.id}/password`, password)).status).toBe(204)
    const nobody = await house.client()
    expect((await nobody.post('/api/sessions', { login: 'li', password: password.password })).status).toBe(201)
  })

  it('shows a stranger how the company looks, and a colleague when it works', async () => {
    const nobody = await house.client()
    const [own] = (await zhang.get('/api/companies')).body.items
    const form = new FormData()
    const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    form.append('file', new Blob([Buffer.from(dot, 'base64')]), 'logo.png')
    const { id } = (await zhang.post('/api/files', undefined, { form })).body
    await zhang.patch(`/api/companies/${own.id}`, { logo: [id], accent: '#146c3d', version: own.version })
    await expect.poll(async () => (await nobody.get('/api/look')).body).toMatchObject({ logo: id, accent: '#146c3d' })
    expect((await nobody.get('/api/look/logo')).status).toBe(200)
    expect((await nobody.get('/api/look/style.css')).body).toContain('--primary:#146c3d')
    expect((await zhang.get('/api/working-days')).body).toMatchObject({ week: expect.any(Array) })
  })

  it('keeps files', async () => {
    const form = new FormData()
    form.append('file', new Blob(['合同正文']), '合同.txt')
    const stored = await zhang.post('/api/files', undefined, { form })
    expect(stored).toMatchObject({ status: 201, body: { name: '合同.txt', type: 'text/plain' } })
    expect((await zhang.get(`/api/files/${stored.body.id}`)).body).toBe('合同正文')
  })

  it('keeps what is typed into a form, tells it and throws it away', async () => {
    const kept = await zhang.post('/api/form-drafts', { object: 'customers', values: { name: '没写完' } })
    const form = '/api/form-drafts?object=customers'
    expect((await zhang.get(form)).body).toMatchObject({ draft: { values: { name: '没写完' }, at: kept.body.at } })
    expect((await zhang.delete(form)).status).toBe(204)
    expect((await zhang.get(form)).body).toEqual({ draft: null })
  })

  it('hands out records as a table, to print or to copy', async () => {
    const asked = { object: 'customers', as: 'copy', fields: ['name', 'createdBy'], ids: [customer] }
    expect((await zhang.post('/api/prints', asked)).body).toMatchObject({
      rows: [[expect.any(String), '张伟']],
      total: 1,
    })
  })

  it('reads several lists at once', async () => {
    const lists = [
      { object: 'customers', where: { id: customer } },
      { object: 'products', limit: 1 },
    ]
    const { body } = await zhang.post('/api/lists', { lists })
    expect(body.lists).toMatchObject([{ items: [{ id: customer }], total: 1 }, { items: expect.any(Array) }])
  })

  it('prints labels of files', async () => {
    const labels = await zhang.post('/api/labels', { object: 'customers', ids: [customer], sheet: '3x8' })
    expect(labels).toMatchObject({ status: 200, body: expect.stringMatching(/^%PDF-/) })
  })

  it('foresees what a rule of the company’s own would do', async () => {
    const number = { object: 'customer', field: 'archiveNumber', parts: [{ text: 'DA-' }, { sequence: 4 }] }
    expect((await zhang.post('/api/number-previews', number)).body.numbers[0]).toBe('DA-0001')
    const fields = { fax: [{ need: 'required' }] }
    const needs = await zhang.post('/api/requirement-previews', { object: 'customer', fields })
    expect(needs.body.lacking.fax).toBeGreaterThan(0)
    const scheme = { separator: '-', parts: [{ region: 'region', digits: 2 }] }
    const classes = await zhang.post('/api/class-previews', { object: 'customer', field: 'classCode', scheme })
    expect(classes.body.changed).toBeGreaterThan(0)
    const rule = { object: 'customer', operations: ['update'], superior: true }
    expect((await zhang.post('/api/approval-previews', rule)).body.matching).toBeGreaterThan(0)
    const graded = { field: 'tier', value: 'vip', when: { type: 'company' } }
    expect((await zhang.post('/api/grading-previews', graded)).body.matching).toBeGreaterThan(0)
  })

  it('hands out what records come to, for a picture', async () => {
    const asked = { object: 'customers', by: 'createdAt', per: 'year', sum: 'employees', where: { id: customer } }
    expect((await zhang.post('/api/prints/groups', asked)).body.groups).toMatchObject([{ count: 1 }])
  })

  it('imports a list, shows its errors, takes it back', async () => {
    const form = new FormData()
    form.append('file', new Blob(['客户名称,电话\n宁波甬江物流,13800138000\n,13800138001\n']), 'list.csv')
    const { id } = (await zhang.post('/api/imports?object=customers&dryRun=true', undefined, { form })).body
    const one = `/api/imports/${id}`
    expect((await zhang.get(one)).body).toMatchObject({
      state: 'preview',
      columns: [{ field: 'name' }, { field: 'phone' }],
    })
    expect((await zhang.patch(one, { mapping: { 电话: null } })).body.columns[1]).toMatchObject({ field: null })
    expect((await zhang.post(`${one}/run`)).status).toBe(202)
    await runJobs(house)
    expect((await zhang.get(one)).body).toMatchObject({ state: 'done', counts: { created: 1, failed: 1 } })
    expect((await zhang.get(`${one}/errors`)).body).toContain('13800138001')
    const errors = await zhang.get(`${one}/errors`, { headers: { accept: 'application/json' } })
    expect(errors.body.items).toMatchObject([{ row: 2, errors: [{ code: 'field.required' }] }])
    expect((await zhang.get('/api/imports')).body.items).toMatchObject([{ id }])
    expect((await zhang.delete(one)).status).toBe(202)
    await runJobs(house)
    expect((await zhang.get(one)).body.state).toBe('undone')
  })

  it('shows which records may be the same', async () => {
    const made = { name: '宁波四明山茶业有限公司', phone: '13800138077' }
    const [one, other] = [await zhang.post('/api/customers', made), await zhang.post('/api/customers', made)]
    await house.system().transaction((tx) => startFinding(tx, { object: 'customer', everything: true }))
    await runJobs(house)
    expect((await zhang.post('/api/duplicate-checks', { object: 'customers', values: made })).body).toMatchObject({
      records: expect.arrayContaining([
        {
          id: one.body.id,
          title: made.name,
          verdict: 'same',
          reasons: expect.arrayContaining([{ field: 'name', agreement: 'same' }]),
        },
      ]),
      hidden: false,
    })
    const { items } = (await zhang.get('/api/duplicate-groups?object=customers')).body
    const group = items.find(({ records }: { records: { id: string }[] }) =>
      records.some(({ id }) => id === one.body.id),
    )
    expect(group).toMatchObject({
      records: [{ id: one.body.id, name: made.name }, { id: other.body.id }],
      pairs: [{ verdict: 'same', reasons: [{ field: 'name' }, { field: 'phone', agreement: 'same' }] }],
    })
    const said = { object: 'customers', one: one.body.id, other: other.body.id }
    expect((await zhang.post('/api/duplicate-verdicts', { ...said, apart: true })).status).toBe(204)
    const apart = (await zhang.get('/api/duplicate-verdicts?object=customers')).body
    expect(apart.items).toMatchObject([{ by: house.people.zhang.id }])
    expect(apart.titles).toMatchObject({ [one.body.id]: made.name, [house.people.zhang.id]: '张伟' })
    const still = (await zhang.get('/api/duplicate-groups?object=customers')).body.items
    expect(JSON.stringify(still)).not.toContain(one.body.id)
    await zhang.post('/api/duplicate-verdicts', { ...said, apart: false })
    expect((await zhang.get('/api/duplicate-groups?object=customers')).body.items).toEqual(items)
  })

  it('joins records into one, tells of it, and takes it back', async () => {
    const make = async (name: string) => (await zhang.post('/api/customers', { name })).body.id
    const [kept, joined] = [await make('余姚河姆渡茶业'), await make('余姚河姆渡茶业公司')]
    const asked = { object: 'customers', kept, joined: [joined], choices: { name: joined } }
    const fields = [{ field: 'name', from: joined, isOpen: true }]
    expect((await zhang.post('/api/record-merges', { ...asked, dryRun: true })).body).toMatchObject({
      id: null,
      fields,
    })
    expect((await zhang.post('/api/record-merges', asked)).body).toMatchObject({ code: 'record.version_required' })
    const versions = { [kept]: 1, [joined]: 1 }
    const { id } = (await zhang.post('/api/record-merges', { ...asked, versions })).body
    const { status, body } = await zhang.get(`/api/customers/${joined}`)
    expect([status, body.code, body.params.into]).toEqual([404, 'record.merged', kept])
    const { items } = (await zhang.get(`/api/record-merges?object=customers&record=${kept}`)).body
    expect(items).toMatchObject([{ id, joined: [{ id: joined, title: '余姚河姆渡茶业公司' }] }])
    expect((await zhang.post(`/api/record-merges/${id}/undo`)).body).toEqual({
      kept,
      joined: [joined],
      fields: [],
      records: [],
      proposed: null,
    })
    expect((await zhang.get(`/api/customers/${kept}`)).body.name).toBe('余姚河姆渡茶业')
  })

  it('answers with the request where somebody else signs a merge first, and makes it once that one has', async () => {
    const rule = { object: 'customer', name: '删除须审批', operations: ['delete'], superior: false }
    const asked = await zhang.post('/api/approval-rules', { ...rule, people: [house.people.zhang.id] })
    const chen = await house.client('chen')
    const make = async (name: string) => (await chen.post('/api/customers', { name })).body.id
    const [kept, joined] = [await make('慈溪青瓷'), await make('慈溪青瓷公司')]
    const input = { object: 'customers', kept, joined: [joined], versions: { [kept]: 1, [joined]: 1 } }
    const held = await chen.post('/api/record-merges', input)
    const fields = [{ field: 'name', from: kept, isOpen: true }]
    expect(held).toMatchObject({ status: 202, body: { id: null, proposed: expect.any(String), fields } })
    const { proposed } = held.body
    expect((await chen.get(`/api/customers/${joined}`)).body).toMatchObject({ version: 1 })
    expect((await zhang.get(`/api/change-requests/${proposed}`)).body).toMatchObject({ operation: 'merge', parts: 2 })
    const { hash, merge, parts } = (await zhang.get(`/api/change-requests/${proposed}/changes`)).body
    expect(merge).toMatchObject({ kept, joined: [joined], choices: [{ field: 'name', from: kept }] })
    expect(parts).toMatchObject([
      { record: kept, operation: 'update' },
      { record: joined, operation: 'delete' },
    ])
    const decision = { verdict: 'approve', hash }
    expect((await zhang.post(`/api/change-requests/${proposed}/decision`, decision)).status).toBe(204)
    expect((await chen.get(`/api/customers/${joined}`)).body.code).toBe('record.merged')
    await zhang.delete(`/api/approval-rules/${asked.body.id}`)
  })

  it('shows the keys, exchanges them, shows their sheets once, destroys those of a file', async () => {
    expect((await zhang.get('/api/keys')).body).toMatchObject({ levels: [{ level: 1 }, { level: 2 }, { level: 3 }] })
    expect((await zhang.post('/api/keys/rotations')).status).toBe(202)
    await runJobs(house)
    expect((await zhang.post('/api/keys/master-rotations')).status).toBe(200)
    expect((await zhang.post('/api/keys/recovery-sheets')).body.sheets).toHaveLength(2)
    expect((await zhang.post('/api/keys/recovery-sheets')).body.code).toBe('keys.sheet_shown')
    expect((await zhang.get('/api/sessions/current')).body.sheetsDue).toBe('keep')
    expect((await zhang.post('/api/keys/recovery-sheets/confirmation')).status).toBe(204)
    expect((await zhang.get('/api/sessions/current')).body.sheetsDue).toBeNull()
    const { id: renewal } = (await zhang.post('/api/keys/index-rotations')).body
    expect((await zhang.get('/api/keys')).body.index).toMatchObject({ rotation: { id: renewal, done: 0 } })
    await announceIndexKey(house)
    expect((await zhang.post('/api/keys/recovery-sheets')).body.code).toBe('keys.index_renewing')
    await runJobs(house)
    expect((await zhang.get('/api/keys')).body).toMatchObject({
      index: { rotation: null },
      master: { sheetShownAt: null, sheetsDue: 'show' },
    })
    const { id } = (await zhang.post('/api/customers', { name: '要离开的客户', phone: '13987654321' })).body
    expect((await zhang.post(`/api/customers/${id}/key-destruction`, { reason: '客户要求' })).status).toBe(200)
    expect((await zhang.get(`/api/customers/${id}`)).body).toMatchObject({ destroyed: true })
    const clerk = await house.client('li')
    expect((await clerk.get('/api/keys')).status).toBe(403)
  })

  it('shows a job to who started it, and cancels it', async () => {
    const ctx = house.as('zhang')
    const job = await ctx.transaction((tx) => startJob(tx, 'import', { import: '0' }))
    expect((await zhang.get(`/api/jobs/${job}`)).body).toMatchObject({ state: 'queued', kind: 'import' })
    expect((await zhang.delete(`/api/jobs/${job}`)).status).toBe(202)
    expect((await (await house.client('li')).get(`/api/jobs/${job}`)).status).toBe(404)
  })

  it('sets up a company once', async () => {
    const empty = await openEmptyHouse()
    const server = await openServer(empty.kernel)
    const nobody = clientOf(server.address, { contract: liveContract(empty.kernel, server), seen: house.seen })
    const account = { company: '杭州绿旺', name: '张伟', login: 'zhang', password: 'a long password', locale: 'zh' }
    const token = server.setup.token ?? ''
    expect((await nobody.get(`/api/setup?token=${token}`)).body).toEqual({ needed: true })
    expect((await nobody.post('/api/setup', { ...account, token: 'made up' })).body.code).toBe('setup.link_invalid')
    const made = await nobody.post('/api/setup', { ...account, token })
    expect(made).toMatchObject({
      status: 201,
      body: { user: { role: 'head' }, company: { name: '杭州绿旺' }, job: null },
    })
    expect((await nobody.post('/api/setup', { ...account, token })).status).toBe(409)
    await server.close()
    await empty.close()
  })
})

it('tells what a person can reach', async () => {
  const { objects } = (await zhang.get(`/api/users/${house.people.wang.id}/reach`)).body
  expect(objects).toContainEqual(expect.objectContaining({ object: 'customer', count: 0, exact: true }))
})

it('tells which roles are in force and what they may speak of, to who answers for them', async () => {
  const { body } = await zhang.get('/api/role-catalogue')
  expect(body.roles).toContainEqual(expect.objectContaining({ code: 'manager', standard: true, clearance: 2 }))
  expect(body.areas).toEqual(expect.arrayContaining(['files', 'parts', 'work', 'reference', 'house', 'custom']))
  const customer = body.objects.find(({ name }: { name: string }) => name === 'customer')
  expect(customer).toMatchObject({ area: 'files', held: true })
  expect(customer.fields).toContainEqual(expect.objectContaining({ name: 'name', findable: true }))
  expect((await (await house.client('li')).get('/api/role-catalogue')).status).toBe(403)
})

it('no operation of the document is left that nothing here called with success', () => {
  const good = new Set(house.seen.filter(({ status }) => status < 300).map(({ method, path }) => `${method} ${path}`))
  const promised = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  // What was agreed to, its withdrawal, and what was said of somebody are never put back.
  const refused = [
    'POST /api/consents/{id}/history/{change}/restoration',
    'POST /api/appraisals/{id}/history/{change}/restoration',
  ]
  expect(promised.filter((operation) => !good.has(operation))).toEqual(refused)
  expect(house.server.errors).toEqual([])
})
