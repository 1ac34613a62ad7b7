import { generateKeyPairSync } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql, writeSetting } from '#kernel'
import { signInSettingName } from '#modules/staff'
import { type ApiAnswer, type ApiClient, type ApiHouse, clientOf, cookieIn, liveContract, openApiHouse } from '#test/as'
import { openAuthenticator } from '#test/authenticator'
import { client, follow, openSignOnService, type SignOnService } from '#test/sign-on-service'

let house: ApiHouse
let service: SignOnService
let zhang: ApiClient
let address: string
beforeAll(async () => {
  house = await openApiHouse()
  service = await openSignOnService()
  address = house.server.address
  service.allow(address)
  zhang = await house.client('zhang')
})
beforeEach(async () => {
  await house.kernel.db.rows(sql`delete from sign_in_attempt`)
  await house.kernel.db.rows(sql`delete from sso_identity`)
  await house.kernel.db.rows(sql`delete from setting where name = 'sso'`)
  await writeSetting(house.kernel.db, signInSettingName, {})
  const settings = { issuer: service.issuer, clientId: client.id, secret: client.secret, label: '公司账号' }
  expect((await zhang.patch('/api/sso-settings', settings)).status).toBe(200)
})
afterEach(() => {
  service.bend = undefined
})
afterAll(async () => {
  await house.close()
  await service.close()
})

const as = (cookie: string): ApiClient =>
  clientOf(address, { contract: liveContract(house.kernel, house.server), seen: house.seen, cookie })
const refused = (code: string, status = 401) => ({ status, body: { code } })

type Way = { browser: ApiClient; answer: Record<string, string> }

/** There and back: what the browser keeps, and what the service has sent along. */
async function travel(id: string, claims: Record<string, unknown>): Promise<Way> {
  service.next = { id, claims }
  const begun = await as('').post('/api/sso/attempts')
  expect(begun.status).toBe(201)
  const back = await follow(begun.body.url, `${address}/sign-in`)
  return { browser: as(cookieIn(begun, 'dossier-sso')), answer: Object.fromEntries(back.searchParams) }
}

const arrive = ({ browser, answer }: Way): Promise<ApiAnswer> => browser.post('/api/sessions/sso', { answer })
const enter = async (id: string, login: string): Promise<ApiAnswer> =>
  arrive(await travel(id, { preferred_username: login }))

const trail = async () => {
  const [row] = await house.kernel.db.rows(sql`
    select actor, result, body::jsonb -> 'detail' as detail from audit_event where action = 'sign_in' order by id desc limit 1`)
  return row
}
const change = async (name: 'wang' | 'li' | 'chen', patch: Record<string, unknown>): Promise<void> => {
  const users = house.as('zhang').recordsNamed('user')
  await users.update(house.people[name].id, patch, { version: (await users.get(house.people[name].id)).version })
}

describe('single sign-on', () => {
  it('lets in whom the service names, and binds the account to the number of the person there', async () => {
    const entered = await enter('7001', 'wang')
    expect(entered).toMatchObject({ status: 201, body: { user: { login: 'wang' } } })
    expect(await trail()).toMatchObject({ actor: house.people.wang.id, result: 'done', detail: { step: 'sso' } })
    const own = as(cookieIn(entered, 'dossier'))
    const { items } = (await own.get('/api/sessions')).body
    expect(items.find(({ current }: { current: boolean }) => current)).toMatchObject({ method: 'sso' })
    // The word of another house is no proof of presence here.
    expect(await own.post('/api/second-factor')).toMatchObject(refused('access.proof_needed', 403))
    // Names and mail addresses change hands; the number does not.
    expect((await enter('7001', 'li')).body.user.login).toBe('wang')
    expect(await enter('7002', 'wang')).toMatchObject(refused('access.sso_other', 403))
    expect((await zhang.delete(`/api/users/${house.people.wang.id}/sso-identity`)).status).toBe(204)
    expect((await enter('7002', 'wang')).body.user.login).toBe('wang')
  })

  it('ends here and shows the way to end there too', async () => {
    const own = as(cookieIn(await enter('7001', 'wang'), 'dossier'))
    const { url } = (await own.delete('/api/sessions/current')).body
    expect(url).toContain(`${service.issuer}/session/end?`)
    expect(new URL(url).searchParams.get('post_logout_redirect_uri')).toBe(`${address}/sign-in`)
    expect((await own.get('/api/sessions/current')).status).toBe(401)
  })

  it('says on its button what it is called, and nothing else to strangers', async () => {
    expect((await as('').get('/api/sso')).body).toEqual({ on: true, label: '公司账号' })
    await zhang.patch('/api/sso-settings', { issuer: '' })
    expect((await as('').get('/api/sso')).body).toEqual({ on: false, label: '公司账号' })
    expect(await as('').post('/api/sso/attempts')).toMatchObject(refused('access.sso_off', 404))
  })

  it('makes no accounts: whoever is not known here is told so', async () => {
    expect(await enter('7003', 'nobody')).toMatchObject(refused('access.sso_unknown', 403))
    expect(await trail()).toMatchObject({ actor: null, result: 'refused', detail: { step: 'access.sso_unknown' } })
    expect(await arrive(await travel('7003', {}))).toMatchObject(refused('access.sso_nameless', 403))
    expect(await house.kernel.db.rows(sql`select 1 from sso_identity`)).toEqual([])
  })

  it('goes by the claim that is set, and by no mail address that is not verified', async () => {
    await zhang.patch('/api/sso-settings', { claim: 'email', secret: client.secret })
    await change('li', { login: 'li@example.com' })
    const mail = { email: 'li@example.com', preferred_username: 'wang' }
    expect(await arrive(await travel('7004', { ...mail, email_verified: false }))).toMatchObject(
      refused('access.sso_nameless', 403),
    )
    expect((await arrive(await travel('7004', { ...mail, email_verified: true }))).body.user.login).toBe(mail.email)
    await change('li', { login: 'li' })
  })

  it('opens nothing to whoever is switched off, or whose time is over', async () => {
    expect((await enter('7005', 'chen')).status).toBe(201)
    await change('chen', { active: false })
    expect(await enter('7005', 'chen')).toMatchObject(refused('access.sso_inactive', 403))
    await house.kernel.db.rows(sql`delete from sso_identity`)
    expect(await enter('7005', 'chen')).toMatchObject(refused('access.sso_unknown', 403))
    await change('chen', { active: true, validUntil: '2020-01-01T00:00:00Z' })
    expect(await enter('7005', 'chen')).toMatchObject(refused('access.sso_unknown', 403))
    await change('chen', { validUntil: null })
    expect((await enter('7005', 'chen')).status).toBe(201)
  })

  it('waits where the login is locked for guessing', async () => {
    for (let n = 0; n < 5; n++) await as('').post('/api/sessions', { login: 'wang', password: 'wrong' })
    await prolongWaits()
    expect(await enter('7006', 'wang')).toMatchObject(refused('access.too_many_attempts', 429))
  })

  it('is open to nobody outside the networks of the company', async () => {
    const way = await travel('7006', { preferred_username: 'wang' })
    await writeSetting(house.kernel.db, signInSettingName, { networks: ['10.1.0.0/16'] })
    await expect.poll(async () => (await arrive(way)).body.code).toBe('access.network_foreign')
    await writeSetting(house.kernel.db, signInSettingName, {})
    await expect.poll(async () => (await as('').get('/api/sso')).status).toBe(200)
  })
})

describe('a second factor after single sign-on', () => {
  const role = () => writeSetting(house.kernel.db, signInSettingName, { secondFactor: ['manager'] })

  it('is asked where the role needs one, and the account is bound after it alone', async () => {
    await role()
    const way = await travel('7010', { preferred_username: 'chen' })
    const offered = await arrive(way)
    expect(offered).toMatchObject(refused('access.second_factor_setup', 403))
    expect(await house.kernel.db.rows(sql`select 1 from sso_identity`)).toEqual([])
    const browser = as(cookieIn(offered, 'dossier-sso'))
    expect((await browser.get('/api/sessions/current')).status).toBe(401)
    expect(await browser.post('/api/sessions/sso', { code: '000000' })).toMatchObject(refused('access.wrong_code'))
    const app = new TOTP({ secret: Secret.fromBase32(offered.body.details.secret) })
    const entered = await browser.post('/api/sessions/sso', { code: app.generate() })
    expect(entered).toMatchObject({ status: 201, body: { user: { login: 'chen' } } })
    expect(entered.body.recoveryCodes).toHaveLength(10)
    // What was proved here is a proof of presence.
    const own = as(cookieIn(entered, 'dossier'))
    expect((await own.post('/api/second-factor/recovery-codes')).status).toBe(200)
    const [code] = entered.body.recoveryCodes
    expect(await browser.post('/api/sessions/sso', { code })).toMatchObject(refused('access.sso_overdue'))
    // Bound by now: the name that the service gives does not count any more.
    expect(await enter('7010', 'li')).toMatchObject(refused('access.second_factor_needed', 403))
    // Whoever is somebody else there is not asked for a factor, nor offered one to set up.
    expect(await enter('7019', 'chen')).toMatchObject(refused('access.sso_other', 403))
    await zhang.delete(`/api/users/${house.people.chen.id}/second-factor`)
  })

  it('may be a passkey', async () => {
    const own = await house.client('sun')
    const device = openAuthenticator(address)
    const { options } = (await own.post('/api/passkeys/challenges', { purpose: 'passkey' })).body
    await own.post('/api/passkeys', { name: '手机', passkey: device.make(options) })
    const needed = await enter('7011', 'sun')
    expect(needed).toMatchObject(refused('access.second_factor_needed', 403))
    const browser = as(cookieIn(needed, 'dossier-sso'))
    const passkey = device.use(needed.body.details.passkey)
    expect((await browser.post('/api/sessions/sso', { passkey })).status).toBe(201)
    expect((await zhang.delete(`/api/users/${house.people.sun.id}/second-factor`)).status).toBe(204)
  })

  it('is left out where the service says that it asked for two, and that is trusted', async () => {
    await role()
    service.bend = (claims) => ({ claims: { ...claims, amr: ['pwd', 'mfa'] } })
    expect(await enter('7012', 'chen')).toMatchObject(refused('access.second_factor_setup', 403))
    await zhang.patch('/api/sso-settings', { trustMfa: true })
    expect((await enter('7012', 'chen')).status).toBe(201)
    service.bend = (claims) => ({ claims: { ...claims, amr: ['pwd'] } })
    expect(await enter('7012', 'chen')).toMatchObject(refused('access.second_factor_setup', 403))
  })

  it('cannot be asked of one person and given for another, nor the binding exchanged on the way', async () => {
    await role()
    const offered = await enter('7013', 'chen')
    const kept = cookieIn(offered, 'dossier-sso')
    const app = new TOTP({ secret: Secret.fromBase32(offered.body.details.secret) })
    const [question] = kept.split('.')
    const other = Buffer.from(JSON.stringify({ issuer: service.issuer, subject: '9999' })).toString('base64url')
    for (const bent of [`${question}.${other}`, question ?? '', 'dossier-sso=', ''])
      expect(await as(bent).post('/api/sessions/sso', { code: app.generate() })).toMatchObject(
        refused('access.sso_overdue'),
      )
    await house.kernel.db.rows(sql`update challenge set expires_at = now() where purpose = 'sso_factor'`)
    expect(await as(kept).post('/api/sessions/sso', { code: app.generate() })).toMatchObject(
      refused('access.sso_overdue'),
    )
  })
})

describe('an answer that is not in order is refused:', () => {
  const { privateKey: strange } = generateKeyPairSync('rsa', { modulusLength: 2_048 })

  it('one that was used before', async () => {
    const way = await travel('7020', { preferred_username: 'wang' })
    expect((await arrive(way)).status).toBe(201)
    expect(await arrive(way)).toMatchObject(refused('access.sso_overdue'))
    const fresh = await travel('7020', { preferred_username: 'wang' })
    // The code of another journey, with the state of this one.
    const replayed = { ...fresh, answer: { ...fresh.answer, code: way.answer.code ?? '' } }
    expect(await arrive(replayed)).toMatchObject(refused('access.sso_refused'))
  })

  it('one with another state, or none', async () => {
    for (const state of ['made-up', undefined]) {
      const { browser, answer } = await travel('7021', { preferred_username: 'wang' })
      const { state: _, ...rest } = answer
      const bent = { browser, answer: state === undefined ? rest : { ...rest, state } }
      expect(await arrive(bent)).toMatchObject(refused('access.sso_refused'))
    }
  })

  it('one in another browser than the one that began, as a foreign site would plant it', async () => {
    const theirs = await travel('7022', { preferred_username: 'wang' })
    const mine = await travel('7022', { preferred_username: 'wang' })
    expect(await arrive({ browser: mine.browser, answer: theirs.answer })).toMatchObject(refused('access.sso_refused'))
    expect(await arrive({ browser: as(''), answer: theirs.answer })).toMatchObject(refused('access.sso_overdue'))
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect(await theirs.browser.post('/api/sessions/sso', { answer: theirs.answer }, { headers })).toMatchObject(
      refused('request.foreign_origin', 403),
    )
  })

  it('one from another issuer by its own word', async () => {
    const { browser, answer } = await travel('7023', { preferred_username: 'wang' })
    expect(answer.iss).toBe(service.issuer)
    const bent = { browser, answer: { ...answer, iss: 'https://login.example.com' } }
    expect(await arrive(bent)).toMatchObject(refused('access.sso_refused'))
  })

  it('one after too long', async () => {
    const way = await travel('7024', { preferred_username: 'wang' })
    await house.kernel.db.rows(sql`update challenge set expires_at = now() where purpose = 'sso'`)
    expect(await arrive(way)).toMatchObject(refused('access.sso_overdue'))
  })

  it('a refusal of the service', async () => {
    const { browser, answer } = await travel('7025', { preferred_username: 'wang' })
    const bent = { state: answer.state ?? '', iss: answer.iss ?? '', error: 'access_denied' }
    expect(await arrive({ browser, answer: bent })).toMatchObject(refused('access.sso_refused'))
  })

  it.each<[string, NonNullable<SignOnService['bend']>]>([
    ['another nonce', (claims) => ({ claims: { ...claims, nonce: 'made-up' } })],
    ['no nonce', ({ nonce: _, ...claims }) => ({ claims })],
    ['another issuer', (claims) => ({ claims: { ...claims, iss: 'https://login.example.com' } })],
    ['another client', (claims) => ({ claims: { ...claims, aud: 'another' } })],
    [
      'two clients, for the other one',
      (claims) => ({ claims: { ...claims, aud: [client.id, 'another'], azp: 'another' } }),
    ],
    ['a time that is over', (claims) => ({ claims: { ...claims, exp: Math.floor(Date.now() / 1_000) - 600 } })],
    ['the signature of a stranger', () => ({ key: strange })],
    ['no signature', () => ({ header: { alg: 'none' } })],
    ['no subject', ({ sub: _, ...claims }) => ({ claims })],
  ])('an ID token with %s', async (_, bend) => {
    service.bend = bend
    expect(await enter('7026', 'wang')).toMatchObject(refused('access.sso_refused'))
    const detail = { step: 'access.sso_refused', cause: expect.stringMatching(/^OAUTH_\w+$/) }
    expect(await trail()).toMatchObject({ result: 'refused', detail })
    service.bend = undefined
    expect((await enter('7026', 'wang')).status).toBe(201)
  })

  it('and who sends many of them waits', async () => {
    const send = () => as('').post('/api/sessions/sso', { answer: { state: 'x', code: 'y' } })
    for (let n = 0; n < 50; n++) await send()
    await prolongWaits()
    expect((await send()).status).toBe(429)
  })
})

/** The first wait is a second, which a slow machine may need for the next question. */
const prolongWaits = () =>
  house.kernel.db.rows(
    sql`update sign_in_attempt set blocked_until = now() + interval '1 minute' where blocked_until is not null`,
  )

describe('the settings of single sign-on', () => {
  it('and the bindings are for whoever has the duty, after a fresh proof', async () => {
    const clerk = await house.client('wang')
    expect((await clerk.get('/api/sso-settings')).status).toBe(403)
    const binding = `/api/users/${house.people.wang.id}/sso-identity`
    expect((await clerk.delete(binding)).status).toBe(403)
    expect((await clerk.patch('/api/sso-settings', { label: 'x' })).status).toBe(403)
    const late = await house.client('zhang')
    await house.kernel.db.rows(
      sql`update session set proven_at = null where token_hash = sha256(${late.cookie.split('=')[1]}::bytea)`,
    )
    expect(await late.patch('/api/sso-settings', { label: 'x' })).toMatchObject(refused('access.proof_needed', 403))
    expect(await late.delete(binding)).toMatchObject(refused('access.proof_needed', 403))
  })

  it('keep the secret sealed, and tell it nobody', async () => {
    const told = (await zhang.get('/api/sso-settings')).body
    expect(told).toMatchObject({ clientId: client.id, claim: 'preferred_username', trustMfa: false, hasSecret: true })
    const rows = await house.kernel.db.rows(sql`
      select value::text as text from setting union all select body from audit_event where object = 'setting'`)
    for (const text of [told, rows].map((each) => JSON.stringify(each))) {
      expect(text).not.toContain(client.secret)
      expect(text).not.toContain(Buffer.from(client.secret).toString('base64'))
    }
  })

  it('do not send a secret to another house than the one it was given for', async () => {
    const other = await openSignOnService()
    other.allow(address)
    const moved = await zhang.patch('/api/sso-settings', { issuer: other.issuer })
    expect(moved.body).toMatchObject({ issuer: other.issuer, hasSecret: false })
    await other.close()
  })

  it.each([
    ['http://login.example.com', 'access.sso_issuer'],
    ['ftp://login.example.com', 'access.sso_issuer'],
    ['https://user:pass@login.example.com', 'access.sso_issuer'],
    ['https://login.example.com?tenant=1', 'access.sso_issuer'],
    ['login.example.com', 'access.sso_issuer'],
    ['https://login.invalid', 'access.sso_unreachable'],
    ['https://169.254.169.254', 'access.sso_unreachable'],
  ])('refuse %s', async (issuer, code) => {
    expect(await zhang.patch('/api/sso-settings', { issuer })).toMatchObject(refused(code, 422))
    expect((await zhang.get('/api/sso-settings')).body.issuer).toBe(service.issuer)
  })
})
