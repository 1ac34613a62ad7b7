import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { credentialOf, makeAccountLink, setPasswordHash, sql, writeSetting } from '#kernel'
import { recentMails } from '#modules/mail'
import { signInSettingName } from '#modules/staff'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { type MailServer, openMailServer } from '#test/mail-server'
import { type RawConnection, rawConnection } from '#test/raw-connection'
import { runJobs } from '#test/run-jobs'
import { mailTo, newColleague } from '#test/with-mail'
import { hashPassword } from '../../src/server/sign-in/password.ts'

const old = 'ink-stone and brush'
const fresh = 'paper and river mist'

let house: ApiHouse
let raw: RawConnection
let server: MailServer
let zhang: ApiClient
let nobody: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  raw = await rawConnection(house, { everything: true })
  server = await openMailServer()
  await mailTo(house.kernel, server.port)
  zhang = await house.client('zhang')
  nobody = await house.client()
})
afterAll(async () => {
  await raw.end()
  await server.close()
  await house.close()
})
beforeEach(async () => {
  await house.kernel.db.rows(sql`delete from sign_in_attempt`)
})

const loginOf = async (id: string): Promise<string> => {
  const { values } = (await house.system().recordsNamed('user').list({ where: { id }, limit: 1 })).items[0] ?? {}
  return String(values?.login)
}
const signIn = (login: string, password: string, code?: string) =>
  nobody.post('/api/sessions', { login, password, code })
const askReset = (login: string) => nobody.post('/api/password-resets', { login })
const setBy = (token: string, password = fresh) => nobody.post('/api/password-links/passwords', { token, password })
const inspect = (token: string) => nobody.post('/api/password-links/inspections', { token })
/** A colleague who signs in with a password, and has an address. */
async function member(): Promise<{ id: string; login: string }> {
  const id = await newColleague(house)
  await setPasswordHash(house.kernel.db, id, await hashPassword(old))
  return { id, login: await loginOf(id) }
}
/** Does what waits, and what that has queued. */
async function runQueued(): Promise<void> {
  await runJobs(house)
  await runJobs(house)
}
/** The token that the newest mail carried. */
async function mailedToken(): Promise<string> {
  await runQueued()
  return /\/password#([\w-]+)/.exec(server.mails.at(-1)?.text ?? '')?.[1] ?? ''
}

describe('an invitation', () => {
  it('lets a new colleague set a first password, by the company’s rules, once', async () => {
    const id = await newColleague(house)
    const login = await loginOf(id)
    expect((await zhang.post(`/api/users/${id}/invitation`)).status).toBe(204)
    const token = await mailedToken()
    expect(await inspect(token)).toMatchObject({ status: 200, body: { purpose: 'invitation', login, name: '钱进' } })
    expect(await setBy(token, 'password123')).toMatchObject({
      status: 422,
      body: { code: 'access.guessable_password' },
    })
    await writeSetting(house.kernel.db, signInSettingName, { passwords: 'mlps3' })
    onTestFinished(() => writeSetting(house.kernel.db, signInSettingName, {}))
    expect(await setBy(token)).toMatchObject({ status: 422, body: { code: 'access.plain_password' } })
    expect(await setBy(token, 'Paper 7 and river mist')).toMatchObject({ status: 200, body: { login } })
    expect((await signIn(login, 'Paper 7 and river mist')).status).toBe(201)
    for (const again of [await setBy(token), await inspect(token)])
      expect(again).toMatchObject({ status: 403, body: { code: 'access.link_invalid' } })
  })

  it('is for whoever may change the user and has just proved to be there, to somebody who has an address and no password', async () => {
    const id = await newColleague(house)
    const invite = async (client: ApiClient, person = id) => {
      const { status, body } = await client.post(`/api/users/${person}/invitation`)
      return body?.code ?? status
    }
    expect(await invite(await house.client('li'))).toBe('access.forbidden')
    const stale = await house.client('zhang')
    await house.kernel.db.rows(sql`
      update session set proven_at = now() - interval '1 hour'
      where id = (select id from session where user_id = ${house.people.zhang.id} order by created_at desc limit 1)`)
    expect(await invite(stale)).toBe('access.proof_needed')
    expect(await invite(zhang, await newColleague(house, { email: null }))).toBe('mail.no_address')
    expect(await invite(zhang, await newColleague(house, { active: false }))).toBe('access.account_off')
    expect(await invite(zhang, (await member()).id)).toBe('access.has_password')
    expect(await invite(zhang, crypto.randomUUID())).toBe('request.not_found')
    await mailTo(house.kernel, server.port, { host: '' })
    onTestFinished(() => mailTo(house.kernel, server.port))
    expect(await invite(zhang)).toBe('mail.not_set_up')
  })

  it('ends with a newer one, with its person, and when a password is set in another way', async () => {
    const id = await newColleague(house)
    await zhang.post(`/api/users/${id}/invitation`)
    const first = await mailedToken()
    await zhang.post(`/api/users/${id}/invitation`)
    const second = await mailedToken()
    expect((await inspect(first)).status).toBe(403)
    expect((await inspect(second)).status).toBe(200)
    await zhang.post(`/api/users/${id}/password`, { password: old })
    expect((await inspect(second)).status).toBe(403)
    const leaver = await newColleague(house)
    await zhang.post(`/api/users/${leaver}/invitation`)
    const token = await mailedToken()
    const users = house.as('zhang').recordsNamed('user')
    await users.update(leaver, { active: false }, { version: 1 })
    expect((await setBy(token)).status).toBe(403)
    await users.update(leaver, { active: true }, { version: 2 })
    expect((await setBy(token)).status).toBe(403)
  })
})

describe('a forgotten password', () => {
  it('is set anew by the mailed link; sessions end, and the second factor is still asked for', async () => {
    const { id, login } = await member()
    const entered = await signIn(login, old)
    const cookie = String(entered.headers.get('set-cookie')).split(';')[0] ?? ''
    const me = (path: string, method = 'GET', body?: object) =>
      fetch(house.server.address + path, {
        method,
        headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
      })
    const { secret } = Object(await (await me('/api/second-factor', 'POST')).json())
    const app = new TOTP({ secret: Secret.fromBase32(secret) })
    const code = app.generate({ timestamp: Date.now() - 30_000 })
    expect((await me('/api/second-factor/confirmation', 'POST', { code })).status).toBe(200)
    expect((await askReset(login)).status).toBe(204)
    const token = await mailedToken()
    expect((await inspect(token)).body).toMatchObject({ purpose: 'reset', login })
    expect((await me('/api/sessions/current')).status).toBe(200)
    expect((await setBy(token)).status).toBe(200)
    expect((await me('/api/sessions/current')).status).toBe(401)
    expect((await signIn(login, old)).status).toBe(401)
    expect(await signIn(login, fresh)).toMatchObject({ body: { code: 'access.second_factor_needed' } })
    expect((await signIn(login, fresh, app.generate())).status).toBe(201)
    const lines = await raw.rows<{ body: string }>(
      `select body from audit_event where action = 'configure' and record = $1 and fields = '{password}'`,
      [id],
    )
    expect(JSON.parse(lines[0]?.body ?? '{}')).toMatchObject({ actor: id, detail: { link: 'reset' } })
  })

  it('is asked for in the same way, whoever the login is of', async () => {
    const { login } = await member()
    const noPassword = await loginOf(await newColleague(house))
    const off = await member()
    await house.system().recordsNamed('user').update(off.id, { active: false }, { version: 1 })
    const traces: unknown[] = []
    for (const each of [login, 'nobody-at-all', noPassword, off.login]) {
      const asked = await trace(() => askReset(each))
      traces.push(asked)
    }
    for (const each of traces) expect(each).toEqual(traces[0])
    expect(traces[0]).toMatchObject({ status: 204, body: '', jobs: 1, attempts: 2 })
    const before = server.mails.length
    await runQueued()
    expect(server.mails).toHaveLength(before + 1)
    expect(server.mails.at(-1)?.to).toEqual([`${login}@example.com`])
  })

  /** The answer, with all its headers but the time, and every row that asking wrote. */
  async function trace(ask: () => ReturnType<typeof askReset>) {
    await house.kernel.db.rows(sql`delete from sign_in_attempt`)
    const [from] = await raw.rows<{ jobs: string; lines: string }>(counts)
    const { status, headers, body } = await ask()
    const [to] = await raw.rows<{ jobs: string; lines: string; attempts: string }>(counts)
    const told = [...headers].filter(([name]) => !['date', 'x-request-id'].includes(name))
    const grown = (name: 'jobs' | 'lines') => Number(to?.[name]) - Number(from?.[name])
    return { status, body, told, jobs: grown('jobs'), lines: grown('lines'), attempts: Number(to?.attempts) }
  }
  const counts = `select (select count(*) from job) as jobs, (select count(*) from audit_event) as lines, (select count(*) from sign_in_attempt) as attempts`

  it('may be asked for three times, then less and less often, for a login that exists and for one that does not', async () => {
    for (const login of [(await member()).login, 'nobody-at-all']) {
      const answers = []
      for (let n = 0; n < 4; n++) answers.push((await askReset(login)).status)
      expect(answers).toEqual([204, 204, 204, 429])
    }
    // Whoever is asked about can still sign in.
    const { login } = await member()
    for (let n = 0; n < 4; n++) await askReset(login)
    expect((await signIn(login, old)).status).toBe(201)
  })

  it('is good once, whoever comes with it at the same moment', async () => {
    const { id, login } = await member()
    await askReset(login)
    const token = await mailedToken()
    const words = Array.from({ length: 8 }, (_, n) => `${fresh} ${n}${n}`)
    const answers = await Promise.all(words.map((each) => setBy(token, each)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, ...Array(7).fill(403)])
    const won = words[answers.findIndex(({ status }) => status === 200)] ?? ''
    expect((await signIn(login, won)).status).toBe(201)
    expect((await credentialOf(house.kernel.db, id))?.history).toHaveLength(1)
  })

  it('is good for half an hour', async () => {
    const { login } = await member()
    await askReset(login)
    const token = await mailedToken()
    const [left] = await raw.rows<{ minutes: number }>(
      `select extract(epoch from max(expires_at) - now())::float / 60 as minutes from account_link where purpose = 'reset'`,
    )
    expect(left?.minutes).toBeGreaterThan(29)
    expect(left?.minutes).toBeLessThanOrEqual(30)
    await house.kernel.db.rows(sql`update account_link set expires_at = now()`)
    for (const late of [await inspect(token), await setBy(token)])
      expect(late).toMatchObject({ status: 403, body: { code: 'access.link_invalid' } })
    expect((await signIn(login, old)).status).toBe(201)
  })

  it('brings back no account that the company has ended for want of use', async () => {
    const { id, login } = await member()
    await writeSetting(house.kernel.db, signInSettingName, { passwords: 'mlps3' })
    onTestFinished(() => writeSetting(house.kernel.db, signInSettingName, {}))
    await house.kernel.db.rows(
      sql`update credential set changed_at = now() - interval '91 days' where user_id = ${id}::uuid`,
    )
    const before = server.mails.length
    await askReset(login)
    await runQueued()
    expect(server.mails).toHaveLength(before)
  })

  it('leaves its link in no table, no line of the trail and no log', async () => {
    const logged: string[] = []
    for (const way of ['log', 'info', 'warn', 'error'] as const) {
      const spy = vi.spyOn(console, way).mockImplementation((...parts) => void logged.push(parts.join(' ')))
      onTestFinished(() => spy.mockRestore())
    }
    const { login } = await member()
    server.next('refuse')
    await askReset(login)
    await runQueued()
    const token = await mailedToken()
    expect(token).toHaveLength(43)
    await inspect(token)
    await setBy(token, 'short')
    await setBy(token)
    await setBy(token)
    const tables = await raw.rows<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
    )
    expect(tables.length).toBeGreaterThan(40)
    for (const { name } of tables) {
      const [found] = await raw.rows(`select 1 from ${name} as t where t::text like $1 limit 1`, [`%${token}%`])
      expect(found, name).toBeUndefined()
    }
    expect(logged.join('\n') + house.server.errors.join('\n')).not.toContain(token)
  })
})

describe('the mail settings', () => {
  const settings = { host: 'mail.example.com', port: 465, tls: 'tls', user: 'dossier', password: 'ink-stone' }

  it('are for who has the duty and has just proved to be there, and their password never leaves', async () => {
    onTestFinished(() => mailTo(house.kernel, server.port))
    const li = await house.client('li')
    for (const answer of [
      await li.get('/api/mail-settings'),
      await li.get('/api/mails'),
      await li.patch('/api/mail-settings', settings),
      await li.post('/api/mail-settings/test-mails'),
    ])
      expect(answer).toMatchObject({ status: 403, body: { code: 'access.forbidden' } })
    const changed = await zhang.patch('/api/mail-settings', settings)
    expect(changed).toMatchObject({ status: 200, body: { host: 'mail.example.com', hasPassword: true, ready: true } })
    expect(JSON.stringify([changed.body, (await zhang.get('/api/mail-settings')).body])).not.toContain('ink-stone')
    for (const table of ['setting', 'audit_event']) {
      const [found] = await raw.rows(`select 1 from ${table} as t where t::text like '%ink-stone%' limit 1`)
      expect(found, table).toBeUndefined()
    }
    const [line] = await raw.rows<{ body: string }>(
      `select body from audit_event where action = 'configure' and body like '%"setting":"mail"%' order by id desc limit 1`,
    )
    expect(JSON.parse(line?.body ?? '{}').detail).toMatchObject({ host: 'mail.example.com' })
    await house.kernel.db.rows(sql`update session set proven_at = now() - interval '1 hour'`)
    const stale = await house.client('zhang')
    await house.kernel.db.rows(sql`update session set proven_at = now() - interval '1 hour'`)
    expect((await stale.patch('/api/mail-settings', { port: 587 })).body.code).toBe('access.proof_needed')
    expect((await stale.post('/api/mail-settings/test-mails')).body.code).toBe('access.proof_needed')
    await house.kernel.db.rows(sql`update session set proven_at = now()`)
  })

  it('forget the password when the mail goes elsewhere, and take none for a way that is open to all', async () => {
    onTestFinished(() => mailTo(house.kernel, server.port))
    zhang = await house.client('zhang')
    await zhang.patch('/api/mail-settings', settings)
    const has = async (change: object) => (await zhang.patch('/api/mail-settings', change)).body.hasPassword
    expect(await has({ fromName: '青禾' })).toBe(true)
    for (const moved of [{ host: 'thief.example.org' }, { port: 587 }, { tls: 'starttls' }, { user: 'other' }]) {
      expect(await has(moved)).toBe(false)
      expect(await has({ password: 'ink-stone' })).toBe(true)
    }
    const open = await zhang.patch('/api/mail-settings', { tls: 'none' })
    expect(open).toMatchObject({ status: 422, body: { code: 'mail.password_in_clear' } })
  })

  it.each([
    { from: 'a@example.com\r\nBcc: thief@example.org' },
    { from: 'a@example.com, b@example.com' },
    { fromName: '青禾\r\nBcc: thief@example.org' },
    { host: 'a b' },
    { host: 'a\r\nb' },
    { address: 'javascript:alert(1)' },
    { address: 'https://user@example.com' },
    { address: 'https://example.com/path' },
  ])('do not take %j', async (change) => {
    expect((await zhang.patch('/api/mail-settings', change)).status).toBe(400)
  })

  it('send a test to oneself', async () => {
    zhang = await house.client('zhang')
    await house.system().recordsNamed('user').update(house.people.zhang.id, { email: 'zhang@example.com' }, {})
    const { id } = (await zhang.post('/api/mail-settings/test-mails')).body
    await runJobs(house)
    expect(server.mails.at(-1)).toMatchObject({ to: ['zhang@example.com'] })
    expect((await zhang.get('/api/mails')).body.items[0]).toMatchObject({ id, kind: 'test', state: 'sent' })
    expect((await recentMails(house.system())).items[0]?.id).toBe(id)
  })
})

it('a link that is guessed is no link', async () => {
  const { token } = await makeAccountLink(house.kernel.db, { person: house.people.li.id, purpose: 'reset' }, 5)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  for (const guess of [`${token}x`, token.slice(1), token.toUpperCase(), 'x'])
    expect((await inspect(guess)).status).toBe(403)
})
