import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginAttempt, forgiveAttempts, setPasswordHash, sql } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { hashPassword } from '../../src/server/sign-in/password.ts'

const password = 'correct horse battery'

let house: ApiHouse
let nobody: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  nobody = await house.client()
  const hash = await hashPassword(password)
  for (const name of ['wang', 'li'] as const) await setPasswordHash(house.kernel.db, house.people[name].id, hash)
})
afterAll(() => house.close())

const signIn = (login: string, secret = password) => nobody.post('/api/sessions', { login, password: secret })

describe('signing in', () => {
  it('gives a cookie that no script reads and that other sites do not send along', async () => {
    const answer = await signIn('wang')
    expect(answer).toMatchObject({ status: 201, body: { user: { login: 'wang', role: 'clerk', locale: 'zh' } } })
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^dossier=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Lax$/)
    const own = { headers: { cookie: cookie.split(';')[0] ?? '' } }
    expect((await nobody.get('/api/sessions/current', own)).body.user.login).toBe('wang')
    expect((await nobody.delete('/api/sessions/current', own)).body).toEqual({ url: null })
    expect((await nobody.get('/api/sessions/current', own)).status).toBe(401)
  })

  it('takes the login in any case', async () => {
    expect((await signIn('WANG')).status).toBe(201)
  })

  it('says the same of a wrong password, a login that does not exist and one without a password', async () => {
    const answers = await Promise.all([signIn('wang', 'wrong'), signIn('nobody'), signIn('chen')])
    const told = answers.map(({ status, body: { requestId: _, params: __, ...rest } }) => ({ status, ...rest }))
    expect(told[0]).toMatchObject({ status: 401, code: 'access.wrong_credentials' })
    expect(new Set(told.map((each) => JSON.stringify(each))).size).toBe(1)
  })

  it('makes who fails five times wait, and tells how long', async () => {
    for (let attempt = 0; attempt < 5; attempt++) expect((await signIn('li', 'wrong')).status).toBe(401)
    const refused = await signIn('li')
    expect(refused).toMatchObject({ status: 429, body: { code: 'access.too_many_attempts' } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(refused.body.title).toContain(String(refused.body.params.seconds))
  })

  it('makes who fails on a login that does not exist wait just the same', async () => {
    const told = async (login: string) => {
      await forgiveAttempts(house.kernel.db, { kind: 'login', text: login })
      for (let attempt = 0; attempt < 5; attempt++) expect((await signIn(login, 'wrong')).status).toBe(401)
      const { status, body } = await signIn(login, 'wrong')
      const {
        requestId: _,
        params: { requestId: __, ...params },
        ...rest
      } = body
      return { status, params, ...rest }
    }
    expect(await told('no such login')).toEqual(await told('chen'))
  })

  it('lets five guesses through that come at the same moment, not fifty', async () => {
    const begun = performance.now()
    const answers = await Promise.all(Array.from({ length: 50 }, () => signIn('sun', 'wrong')))
    const seconds = (performance.now() - begun) / 1_000
    // One more for each wait of 1, 2, 4 ... seconds that can have ended meanwhile: on a quick machine none.
    const over = [1, 3, 7, 15, 31].filter((end) => end < seconds).length
    const guesses = answers.filter(({ status }) => status === 401).length
    expect(guesses).toBeGreaterThanOrEqual(5)
    expect(guesses).toBeLessThanOrEqual(5 + over)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(50 - guesses)
  })

  it('waits longer after each failure, and forgets them with a success', async () => {
    const counted = { kind: 'login', text: 'anybody' } as const
    const { db } = house.kernel
    const waits: number[] = []
    for (let n = 0; n < 12; n++) {
      expect(await beginAttempt(db, counted)).toBe(0)
      waits.push(await beginAttempt(db, counted).then((wait) => wait))
      if (waits.at(-1) === 0) waits.pop()
      await db.rows(sql`update sign_in_attempt set blocked_until = now() where blocked_until is not null`)
    }
    expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 16])
    expect(Math.max(...waits)).toBeLessThanOrEqual(900)
    await forgiveAttempts(db, counted)
    expect(await beginAttempt(db, counted)).toBe(0)
    expect(await beginAttempt(db, counted)).toBe(0)
  })

  it('makes an address wait that tries many logins', async () => {
    for (let n = 0; n < 50; n++) expect(await beginAttempt(house.kernel.db, { kind: 'ip', text: '192.0.2.1' })).toBe(0)
    expect(await beginAttempt(house.kernel.db, { kind: 'ip', text: '192.0.2.1' })).toBeGreaterThan(0)
    expect(await beginAttempt(house.kernel.db, { kind: 'ip', text: '192.0.2.2' })).toBe(0)
  })

  it('is refused to a body that is not what it should be', async () => {
    for (const body of [
      {},
      { login: 'wang' },
      { login: ['wang'], password },
      { login: 'wang', password, role: 'head' },
    ])
      expect(await nobody.post('/api/sessions', body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })
})

describe('a request', () => {
  it('without a session, or with one that is made up, gets 401 and nothing else', async () => {
    for (const cookie of ['', 'dossier=', 'dossier=made-up'])
      for (const path of ['/api/customers', '/api/definitions', '/api/search?q=a', '/api/sessions/current'])
        expect(await nobody.get(path, { headers: { cookie } })).toMatchObject({
          status: 401,
          body: { code: 'access.sign_in_required' },
        })
  })

  it.each([
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['an origin that hides itself', { origin: 'null' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of a neighbouring site', { 'sec-fetch-site': 'same-site' }],
  ])('that writes from %s is refused', async (_, headers: Record<string, string>) => {
    const wang = await house.client('wang')
    const answer = await wang.post('/api/customers', { name: '外来客户' }, { headers })
    expect(answer).toMatchObject({ status: 403, body: { code: 'request.foreign_origin' } })
    expect((await wang.get('/api/customers?search=外来客户')).body.total).toBe(0)
  })

  it('of a person who is switched off ends at once', async () => {
    const [zhang, sun] = await Promise.all([house.client('zhang'), house.client('sun')])
    expect((await sun.get('/api/customers')).status).toBe(200)
    const person = (await zhang.get(`/api/users/${house.people.sun.id}`)).body
    await zhang.patch(`/api/users/${person.id}`, { active: false, version: person.version })
    await expect.poll(async () => (await sun.get('/api/customers')).status, { timeout: 2_000 }).toBe(401)
  })
})
