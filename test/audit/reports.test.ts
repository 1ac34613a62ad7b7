import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startJob, startSession } from '#kernel'
import { recentMails } from '#modules/mail'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { type MailServer, openMailServer } from '#test/mail-server'
import { switchMode } from '#test/officers'
import { type RawConnection, rawConnection } from '#test/raw-connection'
import { runJobs } from '#test/run-jobs'
import { mailTo, newColleague, site } from '#test/with-mail'

let house: ApiHouse
let raw: RawConnection
let server: MailServer
let auditor: ApiClient
let keeper: string
let customer: string
beforeAll(async () => {
  house = await openApiHouse()
  raw = await rawConnection(house, { everything: true })
  server = await openMailServer()
  await mailTo(house.kernel, server.port)
  at(0, 12)
  keeper = await newColleague(house, { name: '林审', role: 'auditor' })
  auditor = await clientFor(keeper)
  const wang = await house.client('wang')
  customer = (await wang.post('/api/customers', { name: '宁波甬江物流', phone: '13805741234' })).body.id
  await wang.get(`/api/customers/${customer}`)
  await wang.post(`/api/customers/${customer}/reveals`, { field: 'phone', reason: '回访约定时间' })
  expect((await wang.get('/api/audit-events')).status).toBe(403)
})
afterEach(async () => {
  vi.useRealTimers()
  // What a test began is nothing of the next one's.
  for (const { id } of (await reportsOf(house.system())).items)
    await house.system().recordsNamed('log_report').remove(id)
  await runJobs(house)
})
afterAll(async () => {
  await server.close()
  await raw.end()
  await house.close()
})

const now = Date.now()
/** A day of the company, so many days from today. */
const day = (days: number): string =>
  new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' }).format(now + days * 86_400_000)
const today = day(0)

/** Travels to an hour of the company's day, so many days from today. */
function at(days: number, hour: number): void {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(Date.parse(`${today}T00:00:00+08:00`) + (days * 24 + hour) * 3_600_000)
}

/** The work of the reports, at the time of the test. */
const pass = (): Promise<void> => runJobs(house)

/** Mails leave at the time that the database keeps. */
async function deliver(): Promise<void> {
  vi.useRealTimers()
  await runJobs(house)
}

async function clientFor(person: string): Promise<ApiClient> {
  const { token } = await startSession(house.kernel.db, person, { ip: null, agent: 'test' })
  const contract = liveContract(house.kernel, house.server)
  return clientOf(house.server.address, { contract, seen: house.seen, cookie: `dossier=${token}` })
}

const reportsOf = (ctx: ReturnType<ApiHouse['system']>) => ctx.recordsNamed('log_report').list({ limit: 200 })
const daily = { name: '每日核对', rhythm: 'daily', hour: 8, period: 'day' }
async function save(values: Record<string, unknown> = {}): Promise<{ id: string; version: number; nextDue: string }> {
  const { status, body } = await auditor.post('/api/log-reports', { ...daily, ...values })
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}
const read = async (id: string) => (await auditor.get(`/api/log-reports/${id}`)).body

/** Details of the lines that tell of sending, the first first. */
async function sendings(record: string): Promise<{ result: string; detail: Record<string, unknown> }[]> {
  const rows = await raw.rows<{ body: string }>(
    `select body from audit_event where action = 'send' and record = $1 order by id`,
    [record],
  )
  return rows.map(({ body }) => JSON.parse(body))
}

describe('a report of the log', () => {
  it('comes at its hour with counts and the way to the lines, and with nothing of what they are about', async () => {
    at(0, 12)
    const { id, nextDue } = await save({ file: customer })
    expect(nextDue).toBe(new Date(`${day(1)}T08:00:00+08:00`).toISOString())
    at(1, 7.9)
    await pass()
    await pass()
    expect(server.mails).toHaveLength(0)
    at(1, 8.1)
    await pass()
    await deliver()
    expect(server.mails).toHaveLength(1)
    const [mail] = server.mails
    expect(mail?.text).toContain(`${site}/audit?report=${id}&from=${today}&to=${today}`)
    expect(mail?.text).toContain(`期间：${today}`)
    expect(mail?.text).toContain('查看脱敏内容 1 次；导出、打印、下载 0 次。')
    expect(mail?.text).toMatch(/- 查看：\d/)
    expect(mail?.text).toMatch(/- 王芳：\d/)
    expect(`${mail?.raw}${mail?.text}`).not.toMatch(/宁波甬江|13805741234|回访约定/)
    expect(mail?.headers.join()).toContain('日志报告：每日核对')
    expect(await sendings(id)).toMatchObject([{ result: 'done', detail: { mails: 1 } }])
    expect((await read(id)).nextDue).toBe(new Date(`${day(2)}T08:00:00+08:00`).toISOString())
    const [reading] = await raw.rows<{ actor: string }>(
      `select actor from audit_event where object = 'audit_event' and channel = 'job' order by id desc limit 1`,
    )
    expect(reading?.actor).toBe(keeper)
  })

  it('counts refusals, and no more than its question asks', async () => {
    at(0, 12)
    await save({ person: house.people.wang.id, actions: ['refuse'], result: 'refused' })
    at(1, 9)
    await pass()
    await deliver()
    const text = server.mails.at(-1)?.text
    expect(text).toContain('日志共 1 条，其中被拒绝或出错 1 条。')
    expect(text).toContain('- 王芳：1（被拒绝或出错 1）')
    expect(text).not.toContain('- 查看')
  })

  it('that was missed for days comes once, for the latest of its times', async () => {
    const before = server.mails.length
    at(0, 12)
    const { id } = await save()
    at(5, 10)
    await pass()
    await deliver()
    await deliver()
    expect(server.mails).toHaveLength(before + 1)
    expect(server.mails.at(-1)?.text).toContain(`期间：${day(4)}`)
    expect((await read(id)).nextDue).toBe(new Date(`${day(6)}T08:00:00+08:00`).toISOString())
  })

  it('comes once for each of its times, however often its work is begun and wherever it is broken off', async () => {
    const before = server.mails.length
    at(0, 12)
    const { id, nextDue } = await save()
    for (let again = 0; again < 2; again++)
      await house
        .as('zhang')
        .transaction((tx) =>
          startJob(tx.with({ actor: { ...tx.actor, id: keeper } }), 'log_report', { report: id, due: nextDue }),
        )
    at(1, 9)
    // As if the worker died at the very end of the step: mails, line and next time are in its transaction.
    await raw.rows(`
      create function die() returns trigger language plpgsql as 'begin raise exception ''killed''; end'`)
    await raw.rows(`
      create constraint trigger dies after insert on outbox deferrable initially deferred
      for each row execute function die()`)
    await expect(pass()).rejects.toThrow('killed')
    await raw.rows('drop trigger dies on outbox')
    expect((await read(id)).nextDue).toBe(nextDue)
    await Promise.all([pass(), pass()])
    await pass()
    await deliver()
    await deliver()
    expect(server.mails).toHaveLength(before + 1)
    expect(await sendings(id)).toHaveLength(1)
  })

  it('comes at its new time once that was changed, and not while it rests', async () => {
    const before = server.mails.length
    at(0, 12)
    const { id, version } = await save()
    const moved = (await auditor.patch(`/api/log-reports/${id}`, { hour: 15, version })).body
    expect(moved.nextDue).toBe(new Date(`${today}T15:00:00+08:00`).toISOString())
    const resting = (await auditor.patch(`/api/log-reports/${id}`, { active: false, version: moved.version })).body
    at(1, 9)
    await pass()
    expect((await read(id)).nextDue).toBe(resting.nextDue)
    await auditor.patch(`/api/log-reports/${id}`, { active: true, version: resting.version })
    at(1, 16)
    await pass()
    await deliver()
    expect(server.mails).toHaveLength(before + 1)
  })

  it('says so where mail is not set up, and goes on to its next time', async () => {
    at(0, 12)
    const { id } = await save()
    await mailTo(house.kernel, server.port, { from: '' })
    at(1, 9)
    await pass()
    await mailTo(house.kernel, server.port)
    expect(await sendings(id)).toMatchObject([{ result: 'failed', detail: { mails: 0, trouble: 'not_set_up' } }])
    expect((await read(id)).nextDue).toBe(new Date(`${day(2)}T08:00:00+08:00`).toISOString())
  })
})

describe('whom a report goes to', () => {
  it('are readers of the log, each in their language', async () => {
    const clerk = await newColleague(house)
    const refused = await auditor.post('/api/log-reports', { ...daily, addressees: [clerk] })
    expect(refused).toMatchObject({ status: 422, body: { code: 'audit.addressee_without_right' } })
    expect(refused.body.errors[0].path).toBe('addressees')
    expect((await auditor.post('/api/log-reports', { ...daily, file: '宁波甬江' })).body.errors[0].path).toBe('file')
    at(0, 12)
    const abroad = await newColleague(house, { name: 'Grace', role: 'auditor', language: 'en' })
    await save({ addressees: [abroad] })
    at(1, 9)
    await pass()
    await deliver()
    expect(server.mails.at(-1)?.text).toContain(`Period: ${today}`)
    expect(server.mails.at(-1)?.text).toMatch(/- Read: \d/)
  })

  it('get nothing once they may not read the log any more or have left, and the trail says so', async () => {
    const before = server.mails.length
    at(0, 12)
    const [lost, gone, late] = [await another(), await another(), await another()]
    const { id } = await save({ addressees: [lost, gone, late, keeper] })
    const users = house.system().recordsNamed('user')
    await users.update(lost, { role: 'clerk' })
    await users.update(gone, { active: false })
    at(1, 9)
    await pass()
    await users.update(late, { role: 'clerk' })
    await deliver()
    expect(server.mails.slice(before).map(({ to }) => to)).toEqual([[(await users.get(keeper)).email]])
    expect(await sendings(id)).toMatchObject([{ result: 'done', detail: { mails: 2 } }])
    const refused = { result: 'refused', detail: { kind: 'log_report', report: id, trouble: 'no_right' } }
    for (const person of [lost, gone]) expect(await sendings(person)).toMatchObject([refused])
    expect((await sendings(late)).at(-1)).toMatchObject({ result: 'failed', detail: { trouble: 'no_right' } })
    expect((await recentMails(house.system())).items.find(({ person }) => person === late)?.state).toBe('failed')
  })

  it.each([{ role: 'clerk' }, { active: false }])('get nothing once its keeper is %j, and it rests', async (change) => {
    const before = server.mails.length
    at(0, 12)
    const person = await another()
    const own = await clientFor(person)
    const { id } = (await own.post('/api/log-reports', { ...daily, addressees: [keeper] })).body
    await house.system().recordsNamed('user').update(person, change)
    at(1, 9)
    await pass()
    await deliver()
    expect(server.mails).toHaveLength(before)
    expect((await house.system().recordsNamed('log_report').get(id)).active).toBe(false)
    expect(await sendings(id)).toMatchObject([{ result: 'refused', detail: { mails: 0, trouble: 'no_right' } }])
  })

  const another = (): Promise<string> => newColleague(house, { name: '周审', role: 'auditor' })
})

describe('a report of the log is closed', () => {
  const attempts = (client: ApiClient, id: string) =>
    Promise.all([
      client.get(`/api/log-reports/${id}`),
      client.patch(`/api/log-reports/${id}`, { active: false, version: 1 }),
      client.delete(`/api/log-reports/${id}`),
    ])
  const statuses = async (client: ApiClient, id: string) => (await attempts(client, id)).map(({ status }) => status)

  it('to administrators without the right to the log, whatever else their roles say, and to the head beside officers', async () => {
    const { id } = await save()
    const grants = [{ objects: ['area:reports', 'log_report'], rights: ['read', 'update', 'delete'], scope: 'all' }]
    const role = await house.system().recordsNamed('role').create({ nameZh: '万能', nameEn: 'All', grants })
    const clerk = await newColleague(house)
    const given = { user: clerk, role: role.id, grounds: '测试' }
    await house.system().recordsNamed('role_assignment').create(given)
    await house.kernel.reload()
    const admin = await newColleague(house, { role: 'system_admin' })
    const officer = await newColleague(house, { role: 'security_officer' })
    for (const person of [clerk, admin, officer])
      expect(await statuses(await clientFor(person), id)).toEqual([403, 403, 403])
    await house.system().recordsNamed('company').create({ name: '甬江' })
    await switchMode(house.kernel, true)
    const head = await house.client('zhang')
    expect((await head.get('/api/log-reports')).status).toBe(403)
    expect(await statuses(head, id)).toEqual([403, 403, 403])
    await switchMode(house.kernel, false)
    expect(await read(id)).toMatchObject({ active: true, version: 1 })
  })

  it('to another reader of the log, but for whom it goes to, who sees it and changes nothing', async () => {
    const [other, reader] = [
      await newColleague(house, { role: 'auditor' }),
      await newColleague(house, { role: 'auditor' }),
    ]
    const { id } = await save({ addressees: [reader] })
    expect(await statuses(await clientFor(other), id)).toEqual([404, 404, 404])
    expect(await statuses(await clientFor(reader), id)).toEqual([200, 403, 403])
    expect(await statuses(await house.client('zhang'), id)).toEqual([404, 404, 404])
  })

  it('to what a company defines for itself', async () => {
    const zhang = await house.client('zhang')
    const own = { object: 'log_report', labelZh: '样本', labelEn: 'Sample' }
    const tried = [
      ['field-rules', { object: 'log_report', field: 'words', rule: 'required' }],
      ['custom-fields', { ...own, name: 'extra', kind: 'text' }],
      ['value-list-items', { ...own, field: 'actions', value: 'read', hidden: true }],
    ] as const
    for (const [path, body] of tried)
      expect(await zhang.post(`/api/${path}`, body), path).toMatchObject({
        status: 422,
        body: { code: 'definition.of_the_trail' },
      })
  })
})
