import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApiKey, type Sql, sql, startSession } from '#kernel'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'

const grounds = '客户来电称设备起火，需立即联系'

let house: ApiHouse
let zhang: ApiClient
let wang: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  wang = await house.client('wang')
})
afterAll(() => house.close())

type File = { id: string; number: string }

/** A file of the northern clerk's. */
async function file(more: Record<string, unknown> = {}): Promise<File> {
  const owned = { name: '绿旺贸易', owner: house.people.wang.id, ...more }
  const made = await house.system().recordsNamed('customer').create(owned)
  return { id: made.id, number: String(made.archiveNumber) }
}

let names = 0

/** A person of this test's own, so that no quota is another's. */
async function person({ proven = true, ...more }: Record<string, unknown> = {}): Promise<ApiClient & { id: string }> {
  const login = `rescuer${++names}`
  const values = { name: `救急${names}`, login, role: 'clerk', unit: house.units.south, ...more }
  const { id } = await house.system().recordsNamed('user').create(values)
  const { token } = await startSession(house.kernel.db, id, { ip: null, agent: 'test' })
  const past = sql`update session set proven_at = now() - interval '6 minutes' where user_id = ${id}::uuid`
  if (!proven) await house.kernel.db.rows(past)
  const client = clientOf(house.server.address, {
    contract: liveContract(house.kernel, house.server),
    seen: house.seen,
    cookie: `dossier=${token}`,
  })
  return { ...client, id }
}

const take = (as: ApiClient, number: string, more: Record<string, unknown> = {}) =>
  as.post('/api/emergency-accesses', { number, grounds, minutes: 15, ...more })

const see = async (as: ApiClient, { id }: File): Promise<number> => (await as.get(`/api/customers/${id}`)).status

const list = async (as: ApiClient, query: string): Promise<number> =>
  (await as.get(`/api/customers?${query}`)).body.total

const line = async (as: ApiClient, query: string) => (await as.get(`/api/audit-events?${query}`)).body.items

/** The owner of the table, past what records allow: only time does this otherwise. */
const raw = (statement: Sql) => house.system().transaction((tx) => tx.db.rows(statement))

describe('whoever takes emergency access', () => {
  it('reads the file and what lives on it, with masks and reveals as any reader, and changes nothing', async () => {
    const li = await person()
    const one = await file({ phone: '13800138000' })
    const contact = (await wang.post('/api/contacts', { customer: one.id, name: '陈一' })).body.id
    expect(await see(li, one)).toBe(404)
    const taken = await take(li, one.number)
    expect(taken).toMatchObject({ status: 201, body: { customer: one.id } })
    const minutes = (Date.parse(taken.body.until) - Date.now()) / 60_000
    expect(minutes).toBeGreaterThan(14)
    expect(minutes).toBeLessThanOrEqual(15)
    const { body } = await li.get(`/api/customers/${one.id}`)
    expect(body).toMatchObject({ can: ['read'], phone: null, masked: { phone: expect.stringContaining('*') } })
    expect((await li.get(`/api/contacts/${contact}`)).body.can).toEqual(['read'])
    expect(await list(li, `search=${one.number}`)).toBe(1)
    const shown = await li.post(`/api/customers/${one.id}/reveals`, { field: 'phone', reason: '立即联系' })
    expect(shown.body.value).toContain('13800138000')
    const change = await li.patch(`/api/customers/${one.id}`, { tier: 'vip', version: body.version })
    expect(change.status).toBe(403)
    expect((await li.post('/api/contacts', { customer: one.id, name: '陈二' })).status).toBe(422)
  })

  it('says a reason of ten characters, for 15, 30 or 60 minutes, and has just proved to be there', async () => {
    const li = await person()
    const { number } = await file()
    expect((await take(li, number, { grounds: '  着火了      ' })).status).toBe(400)
    for (const minutes of [0, 20, 61, 600]) expect((await take(li, number, { minutes })).status).toBe(400)
    expect((await take(await person({ proven: false }), number)).body.code).toBe('access.proof_needed')
    expect((await take(li, number, { minutes: 60 })).status).toBe(201)
  })

  it('is somebody of the business in person, to whom the file is closed', async () => {
    const one = await file()
    for (const role of ['system_admin', 'security_officer', 'auditor']) {
      const officer = await person({ role, unit: null })
      expect((await take(officer, one.number)).body.code, role).toBe('access.forbidden')
    }
    const manager = await person({ role: 'manager' })
    expect((await take(manager, one.number)).status).toBe(201)
    for (const own of [wang, zhang, await house.client('chen')])
      expect((await take(own, one.number)).body.code).toBe('emergency.not_needed')
    const { token } = await makeApiKey(house.kernel.db, house.people.li.id, {
      name: 'test',
      days: 1,
      scopes: ['write', 'read'],
      networks: [],
    })
    const nobody = await house.client()
    const keyed = await nobody.post(
      '/api/emergency-accesses',
      { number: one.number, grounds, minutes: 15 },
      { headers: { authorization: `Bearer ${token}` } },
    )
    expect(keyed.body.code).toBe('access.key_scope')
    expect((await take(nobody, one.number)).status).toBe(401)
  })

  it('guesses twenty numbers in an hour and no more, not even the right one', async () => {
    const li = await person()
    const one = await file()
    for (let guess = 0; guess < 20; guess++) expect((await take(li, `KH-1999-${100_000 + guess}`)).status).toBe(404)
    expect((await take(li, 'KH-1999-100000')).status).toBe(404)
    expect(await take(li, one.number)).toMatchObject({ status: 429, body: { code: 'access.search_quota' } })
    expect(await see(li, one)).toBe(404)
    const [alarms] = await house.kernel.db.rows<{ count: number }>(
      sql`select count(*)::integer from audit_event where actor = ${li.id}::uuid and action = 'alarm'`,
    )
    expect(alarms?.count).toBe(1)
    expect((await take(await person(), one.number)).status).toBe(201)
    expect((await li.get('/api/customers?search=13812348000')).status).toBe(200)
  })

  it('may have missed too often in searches before', async () => {
    const li = await person()
    const one = await file()
    const search = (at: number) => li.get(`/api/customers?search=138${1_000 + at}8000`)
    for (let at = 0; at < 20; at++) expect((await search(at)).status).toBe(200)
    expect((await search(20)).status).toBe(429)
    expect((await take(li, one.number)).status).toBe(201)
  })

  it('learns nothing from a number that is not there, above the own clearance, or in the recycle bin', async () => {
    const li = await person()
    const high = await file({ level: '3' })
    const gone = await file()
    await house.system().recordsNamed('customer').remove(gone.id)
    const answers = []
    for (const number of ['KH-2026-999999', high.number, gone.number]) {
      const { status, body } = await take(li, number)
      const { requestId, params, ...said } = body
      expect(params).toEqual({ requestId })
      answers.push({ status, said })
    }
    expect(answers[0]).toMatchObject({ status: 404, said: { code: 'request.not_found' } })
    expect(answers[1]).toEqual(answers[0])
    expect(answers[2]).toEqual(answers[0])
    const cleared = await person({ clearance: '1' })
    expect((await take(cleared, (await file({ level: '2' })).number)).status).toBe(404)
    expect((await take(li, (await file({ level: '2' })).number)).status).toBe(201)
  })

  it('does so three times in 24 hours, also with eight requests at once', async () => {
    const li = await person()
    const files = await Promise.all(Array.from({ length: 8 }, () => file()))
    const answers = await Promise.all(files.map(({ number }) => take(li, number)))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([201, 201, 201, 429, 429, 429, 429, 429])
    const refused = answers.find(({ status }) => status === 429)
    expect(refused?.body).toMatchObject({ code: 'emergency.quota', params: { most: 3, hours: 24 } })
    await raw(sql`update emergency_access set "from" = now() - interval '25 hours' where user_id = ${li.id}::uuid`)
    expect((await take(li, (await file()).number)).status).toBe(201)
  })
})

describe('its end', () => {
  it('comes by the clock: within a second no request, no list and no event shows the file', async () => {
    const li = await person()
    const one = await file()
    const { id } = (await take(li, one.number)).body
    expect(await see(li, one)).toBe(200)
    const stream = await li.events()
    const told = stream.reach()
    const [row] = await house.kernel.db.rows<{ until: string }>(sql`
      update principal set valid_until = now() + interval '700 milliseconds' where id = ${id}::uuid
      returning (extract(epoch from valid_until) * 1000)::bigint as until`)
    await told
    const late = Date.now() - Number(row?.until)
    expect(late).toBeGreaterThanOrEqual(0)
    expect(late).toBeLessThan(1_000)
    expect(await see(li, one)).toBe(404)
    expect(await list(li, `search=${one.number}`)).toBe(0)
    expect((await li.get(`/api/search?q=${one.number}`)).body.items).toEqual([])
    await wang.patch(`/api/customers/${one.id}`, { tier: 'vip', version: 1 })
    const mark = (await li.post('/api/customers', { name: '之后的客户' })).body.id
    await stream.next(({ records }) => records.includes(mark))
    expect(JSON.stringify(stream.events)).not.toContain(one.id)
    stream.close()
    expect((await li.get(`/api/emergency-accesses/${id}`)).body).toMatchObject({ id, grounds, state: 'open' })
  })

  it('comes at once by the person or by a reviewer, and by nobody else', async () => {
    const li = await person()
    const [one, other] = [await file(), await file()]
    const { id } = (await take(li, one.number)).body
    const second = (await take(li, other.number)).body.id
    expect((await (await person()).delete(`/api/emergency-accesses/${id}`)).status).toBe(404)
    expect((await li.delete(`/api/emergency-accesses/${id}`)).status).toBe(204)
    expect(await see(li, one)).toBe(404)
    expect(await see(li, other)).toBe(200)
    expect((await wang.delete(`/api/emergency-accesses/${second}`)).status).toBe(204)
    expect(await see(li, other)).toBe(404)
    expect((await li.delete(`/api/emergency-accesses/${id}`)).status).toBe(204)
    expect((await li.get(`/api/emergency-accesses/${id}`)).body.version).toBe(2)
  })

  it('stays what it is when the file changes hands, and the person still sees the own access', async () => {
    const li = await person()
    const one = await file()
    const { id } = (await take(li, one.number)).body
    await zhang.patch(`/api/customers/${one.id}`, { owner: house.people.sun.id, version: 1 })
    expect(await see(li, one)).toBe(200)
    await li.delete(`/api/emergency-accesses/${id}`)
    await zhang.patch(`/api/customers/${one.id}`, { level: '3', version: 2 })
    expect((await li.get(`/api/emergency-accesses/${id}`)).status).toBe(200)
    expect(await see(li, one)).toBe(404)
    const auditor = await person({ role: 'auditor', unit: null })
    const { titles, ...told } = (await auditor.get(`/api/emergency-accesses/${id}`)).body
    expect(told).toMatchObject({ id, customer: one.id, grounds })
    expect(titles).not.toHaveProperty(one.id)
    expect((await auditor.get(`/api/audit-events?file=${one.id}`)).status).toBe(200)
    expect((await auditor.get(`/api/customers/${one.id}`)).status).toBe(403)
  })
})

describe('the others', () => {
  const tasksOf = async (access: string) =>
    (
      await house
        .system()
        .recordsNamed('task')
        .list({ where: { emergencyAccess: access } })
    ).items

  it('are told at once: every manager above the file and the head have a task of a day, the person none', async () => {
    const li = await person()
    const one = await file({ owner: house.people.sun.id })
    const { id } = (await take(li, one.number)).body
    const tasks = await tasksOf(id)
    const assignees = tasks.map(({ values }) => values.assignee).sort()
    expect(assignees).toEqual([house.people.chen.id, house.people.zhang.id].sort())
    for (const { values } of tasks) {
      expect(values).toMatchObject({ customer: one.id, assigner: null, state: 'open' })
      expect(String(values.title)).toContain(one.number)
      const hours = (Date.parse(String(values.dueAt)) - Date.now()) / 3_600_000
      expect(hours).toBeGreaterThan(23.9)
      expect(hours).toBeLessThanOrEqual(24)
    }
    expect(
      (await li.get(`/api/tasks?where=${encodeURIComponent(JSON.stringify({ emergencyAccess: id }))}`)).body.total,
    ).toBe(0)
  })

  it('find a line of its own in the log, with the reason, and its end', async () => {
    const li = await person()
    const one = await file()
    const { id } = (await take(li, one.number)).body
    await li.delete(`/api/emergency-accesses/${id}`)
    const lines = await line(zhang, `action=emergency&file=${one.id}`)
    expect(lines).toMatchObject([
      { actor: li.id, record: one.id, reason: 'ended' },
      { actor: li.id, record: one.id, reason: grounds, result: 'done' },
    ])
    const created = await line(zhang, `action=create&object=emergency_access&record=${id}`)
    expect(created).toMatchObject([{ actor: li.id, owner: one.id, reason: grounds }])
    await take(li, 'KH-2026-999999')
    expect(await line(zhang, `actor=${li.id}&action=refuse`)).toMatchObject([{ result: 'refused', record: null }])
  })

  it('review it: not oneself, not whoever merely reads; then the tasks are done', async () => {
    const li = await person()
    const one = await file()
    const { id } = (await take(li, one.number)).body
    const review = (as: ApiClient) =>
      as.post(`/api/emergency-accesses/${id}/review`, { finding: 'justified', opinion: '情况属实' })
    expect((await review(li)).body.code).toBe('emergency.own_review')
    const reader = await person()
    expect((await review(await person())).status).toBe(404)
    await house.system().recordsNamed('team_member').create({ customer: one.id, user: reader.id, access: 'read' })
    expect((await review(reader)).status).toBe(403)
    const auditor = await person({ role: 'auditor', unit: null })
    expect((await review(auditor)).status).toBe(204)
    const { body } = await zhang.get(`/api/emergency-accesses/${id}`)
    expect(body).toMatchObject({ state: 'reviewed', finding: 'justified', reviewer: auditor.id, overdue: null })
    expect((await tasksOf(id)).map(({ values }) => values.state)).toEqual(['done', 'done'])
    expect((await review(zhang)).body.code).toBe('emergency.reviewed')
    expect(await line(zhang, `action=decide&record=${id}`)).toMatchObject([{ actor: auditor.id, reason: '情况属实' }])
    const own = await take(await person({ role: 'manager' }), one.number)
    expect(own.status).toBe(201)
  })

  it('see what nobody has reviewed after a day as overdue', async () => {
    const li = await person()
    const { id } = (await take(li, (await file()).number)).body
    expect((await zhang.get(`/api/emergency-accesses/${id}`)).body.overdue).toBeNull()
    await raw(sql`update emergency_access set review_by = now() where id = ${id}::uuid`)
    expect((await zhang.get(`/api/emergency-accesses/${id}`)).body.overdue).toBe('overdue')
    const { items } = (await zhang.get('/api/emergency-accesses')).body
    expect(items.find((item: { id: string }) => item.id === id)).toMatchObject({ overdue: 'overdue', state: 'open' })
  })

  it('write none by hand', async () => {
    const one = await file()
    for (const as of [zhang, wang]) {
      const ctx = { customer: one.id, until: new Date(Date.now() + 9e9).toISOString(), grounds }
      expect((await as.post('/api/emergency-accesses', ctx)).status).toBe(400)
    }
    const { id } = (await take(await person(), one.number)).body
    const accesses = house.as('zhang').recordsNamed('emergency_access')
    const longer = { until: new Date(Date.now() + 9e9).toISOString() }
    await expect(accesses.update(id, longer, { version: 1 })).rejects.toMatchObject({ status: 403 })
    await expect(accesses.remove(id)).rejects.toMatchObject({ status: 403 })
  })

  it('switch it off, with the duty and a fresh proof', async () => {
    expect((await wang.patch('/api/emergency-settings', { allowed: false })).status).toBe(403)
    const late = await person({ role: 'head', unit: null, proven: false })
    expect((await late.patch('/api/emergency-settings', { allowed: false })).body.code).toBe('access.proof_needed')
    expect((await zhang.patch('/api/emergency-settings', { allowed: false })).body).toEqual({ allowed: false })
    expect((await zhang.get('/api/emergency-settings')).body).toEqual({ allowed: false })
    expect((await take(await person(), (await file()).number)).body.code).toBe('emergency.off')
    await zhang.patch('/api/emergency-settings', { allowed: true })
    expect((await take(await person(), (await file()).number)).status).toBe(201)
  })
})
