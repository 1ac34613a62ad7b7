import tls from 'node:tls'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runJob, sql, unfinishedJobs } from '#kernel'
import { queueMail, recentMails } from '#modules/mail'
import { invite } from '#modules/staff'
import { selfSigned } from '#test/certificate'
import { type House, openHouse } from '#test/house'
import { type MailServer, openMailServer } from '#test/mail-server'
import { type RawConnection, rawConnection } from '#test/raw-connection'
import { runJobs } from '#test/run-jobs'
import { mailTo, newColleague, site } from '#test/with-mail'
import { modules } from '../../src/server/modules.ts'

let house: House
let raw: RawConnection
let server: MailServer
beforeAll(async () => {
  house = await openHouse()
  raw = await rawConnection(house, { everything: true })
})
afterAll(async () => {
  await raw.end()
  await house.close()
})
beforeEach(async () => {
  server = await openMailServer()
  await mailTo(house.kernel, server.port)
})
afterEach(() => server.close())

const newest = async () => (await recentMails(house.system())).items[0]
const headersNamed = (mail: { headers: readonly string[] } | undefined, name: string): string[] =>
  (mail?.headers ?? []).filter((line) => line.toLowerCase().startsWith(`${name}:`))
const test = (person: string, minutes?: number) =>
  house.system().transaction((tx) => queueMail(tx, { kind: 'test', person, minutes }))
const waiting = async (): Promise<number> => {
  const [row] = await raw.rows<{ seconds: number }>(
    `select extract(epoch from run_at - now())::integer as seconds from graphile_worker.jobs order by id desc limit 1`,
  )
  return row?.seconds ?? -1
}

describe('a mail', () => {
  it('goes to the address of whom it is for, holds a link, and is told in the trail without the address', async () => {
    const id = await newColleague(house, { name: '钱进', login: 'qianjin', email: 'qian@example.com' })
    await invite(house.as('zhang'), id)
    const [kept] = await raw.rows<{ row: string }>(
      `select outbox::text || encode(content, 'escape') as row from outbox`,
    )
    expect(kept?.row).not.toMatch(/http|password#|qian@/)
    await runJobs(house)
    const [mail] = server.mails
    expect(server.mails).toHaveLength(1)
    expect(mail).toMatchObject({ from: 'dossier@example.com', to: ['qian@example.com'] })
    expect(mail?.text).toMatch(new RegExp(`${site}/password#[\\w-]{43}\\b`))
    expect(mail?.text).toContain('qianjin')
    expect(headersNamed(mail, 'to')).toEqual(['To: 钱进 <qian@example.com>'])
    expect(await newest()).toMatchObject({ kind: 'invitation', person: id, state: 'sent', attempts: 1, trouble: null })
    const lines = await raw.rows<{ body: string; actor: string }>(
      `select body, actor from audit_event where action = 'send' and record = $1 order by id`,
      [id],
    )
    expect(lines.map(({ body }) => JSON.parse(body).detail.state)).toEqual(['queued', 'sent'])
    expect(lines[0]?.actor).toBe(house.people.zhang.id)
    const [trail] = await raw.rows<{ found: boolean }>(
      `select bool_or(body like '%qian@%' or body like '%password#%') as found from audit_event`,
    )
    expect(trail?.found).toBe(false)
    const [left] = await raw.rows(`select 1 from outbox where content is not null`)
    expect(left).toBeUndefined()
  })

  it('that the server refuses comes again, later each time, under the same id, and is taken once', async () => {
    server.next('refuse', 'refuse')
    await test(await newColleague(house))
    for (const [attempts, seconds] of [
      [1, 60],
      [2, 120],
    ] as const) {
      await runJobs(house)
      expect(await newest()).toMatchObject({ state: 'queued', attempts, trouble: 'refused' })
      expect(Math.abs((await waiting()) - seconds)).toBeLessThan(10)
    }
    await runJobs(house)
    expect(await newest()).toMatchObject({ state: 'sent', attempts: 3, trouble: null })
    await runJobs(house)
    expect(server.mails).toHaveLength(1)
    const ids = server.shown.map((mail) => headersNamed(mail, 'message-id')[0])
    expect(ids).toHaveLength(3)
    expect(new Set(ids)).toEqual(new Set([`Message-ID: <${(await newest())?.id}@example.com>`]))
  })

  it('waits for a server that is away, and for one that dies in the middle of it', async () => {
    const { port } = server
    await server.close()
    await test(await newColleague(house))
    await runJobs(house)
    expect(await newest()).toMatchObject({ state: 'queued', attempts: 1, trouble: 'away' })
    server = await openMailServer({ port })
    server.next('hang up')
    await runJobs(house)
    expect(server.shown).toHaveLength(1)
    expect(await newest()).toMatchObject({ state: 'queued', attempts: 2, trouble: 'away' })
    await runJobs(house)
    expect(server.mails).toHaveLength(1)
    expect(await newest()).toMatchObject({ state: 'sent', attempts: 3 })
  })

  it('is given up when what it holds is worth nothing any more, and says so', async () => {
    server.next('refuse', 'refuse')
    await test(await newColleague(house), 2)
    await runJobs(house)
    expect(await newest()).toMatchObject({ state: 'queued', attempts: 1 })
    await runJobs(house)
    expect(await newest()).toMatchObject({ state: 'failed', attempts: 2, trouble: 'refused' })
    await runJobs(house)
    expect(server.mails).toEqual([])
    await test(await newColleague(house))
    await house.kernel.db.rows(sql`update outbox set until = now() where state = 'queued'`)
    await runJobs(house)
    expect(await newest()).toMatchObject({ state: 'failed', trouble: 'late' })
    expect(server.mails).toEqual([])
  })

  it('goes to nobody who has left or has no address', async () => {
    const gone = await newColleague(house)
    await test(gone)
    await house.system().recordsNamed('user').update(gone, { active: false }, { version: 1 })
    await runJobs(house)
    expect(await newest()).toMatchObject({ state: 'failed', trouble: 'no_person' })
    await test(await newColleague(house, { email: null }))
    await runJobs(house)
    expect(await newest()).toMatchObject({ state: 'queued', trouble: 'no_address' })
    expect(server.shown).toEqual([])
  })

  it('does not go where its transaction is taken back', async () => {
    const person = await newColleague(house)
    const before = await newest()
    const jobs = await unfinishedJobs(house.system())
    const undone = house.as('zhang').transaction(async (tx) => {
      await queueMail(tx, { kind: 'test', person })
      throw new Error('taken back')
    })
    await expect(undone).rejects.toThrow('taken back')
    await runJobs(house)
    expect(server.shown).toEqual([])
    expect((await newest())?.id).toBe(before?.id)
    expect(await unfinishedJobs(house.system())).toEqual(jobs)
    await expect(queueMail(house.as('zhang'), { kind: 'test', person })).rejects.toThrow(/transaction/)
  })

  it('goes once where two workers have it at the same moment', async () => {
    const before = new Set(await unfinishedJobs(house.system()))
    await test(await newColleague(house))
    const [job = ''] = (await unfinishedJobs(house.system())).filter((id) => !before.has(id))
    const jobs = modules.flatMap((module) => module.jobs ?? [])
    await Promise.all(Array.from({ length: 4 }, () => runJob(house.kernel, jobs, job)))
    expect(server.shown).toHaveLength(1)
  })
})

describe('a name or an address that was made to be more', () => {
  const evil = '钱进\r\nBcc: thief@example.org\r\n\r\nhttp://thief.example.org'

  it('adds no header, no recipient and no paragraph', async () => {
    const id = await newColleague(house)
    await invite(house.as('zhang'), id)
    await raw.rows(`update "user" set name = $2, login = $3 where id = $1`, [id, evil, `x\r\nTo: thief@example.org`])
    await raw.rows(`update company set name = $1`, [evil])
    await house.system().recordsNamed('company').create({ name: '青禾' })
    await raw.rows(`update company set name = $1`, [evil])
    await raw.rows(`update setting set value = value || jsonb_build_object('fromName', $1::text) where name = 'mail'`, [
      evil,
    ])
    await runJobs(house)
    const [mail] = server.mails
    expect(mail?.to).toHaveLength(1)
    expect(mail?.to[0]).toMatch(/^new\w+@example\.com$/)
    for (const name of ['bcc', 'cc']) expect(headersNamed(mail, name)).toEqual([])
    for (const name of ['to', 'from', 'subject']) expect(headersNamed(mail, name)).toHaveLength(1)
    expect(mail?.raw.split('\r\n').filter((line) => /^(bcc|to): *thief/i.test(line))).toEqual([])
    expect(mail?.text.split('\n').filter((line) => line.startsWith('http'))).toHaveLength(1)
  })

  it.each([
    'a@example.com\r\nRCPT TO:<thief@example.org>',
    'a@example.com, thief@example.org',
    'a@example.com> SIZE=1\r\nRCPT TO:<thief@example.org',
    '"thief@example.org a"@example.com',
    'thief@example.org,a@example.com',
  ])('%j is not sent to', async (email) => {
    const id = await newColleague(house)
    // However it came into the record: its kind would not let it in.
    const people = house.system().recordsNamed('user')
    const { kinds } = house.kernel
    const kind = kinds.email
    if (!kind) throw new Error('There is no kind for addresses')
    const lax = { ...kind, parse: (input: unknown) => ({ value: String(input) }) }
    const type = people.type.fields.get('email')
    if (!type) throw new Error('Users have no address')
    const kept = type.kind
    Object.assign(type, { kind: lax })
    onTestFinished(() => void Object.assign(type, { kind: kept }))
    await people.update(id, { email }, { version: 1 })
    await test(id)
    await runJobs(house)
    expect(server.shown).toEqual([])
    expect(await newest()).toMatchObject({ state: 'queued', trouble: 'no_address' })
  })
})

describe('the way to the server', () => {
  const login = { user: 'dossier', password: 'ink-stone' }
  const certificate = selfSigned()
  let guarded: MailServer
  const sendBy = async (settings: Parameters<typeof mailTo>[2]) => {
    await mailTo(house.kernel, guarded.port, { host: 'localhost', ...settings })
    await test(await newColleague(house))
    await runJobs(house)
    return newest()
  }
  const trust = (): void => {
    const before = tls.getCACertificates('default')
    tls.setDefaultCACertificates([...before, certificate.cert])
    onTestFinished(() => tls.setDefaultCACertificates(before))
  }

  it.each(['tls', 'starttls'] as const)('by %s is taken where the certificate and the login are good', async (way) => {
    guarded = await openMailServer({ secure: way === 'tls', certificate, login })
    onTestFinished(() => guarded.close())
    expect(await sendBy({ tls: way, ...login })).toMatchObject({ state: 'queued', trouble: 'tls' })
    expect(guarded.shown).toEqual([])
    trust()
    expect(await sendBy({ tls: way, ...login, password: 'wrong' })).toMatchObject({ state: 'queued', trouble: 'login' })
    expect(await sendBy({ tls: way, ...login })).toMatchObject({ state: 'sent' })
  })

  it('that asks for encryption goes no further without', async () => {
    guarded = await openMailServer()
    onTestFinished(() => guarded.close())
    expect(await sendBy({ tls: 'starttls' })).toMatchObject({ state: 'queued', trouble: 'tls' })
    expect(guarded.shown).toEqual([])
  })
})
