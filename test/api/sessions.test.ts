import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgiveAttempts, requireFreshProof, setPasswordHash, sql, startSession } from '#kernel'
import { openServer } from '#test/api-server'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { hashPassword } from '../../src/server/sign-in/password.ts'

const password = 'correct horse battery'

let house: ApiHouse
let nobody: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  nobody = await house.client()
  const hash = await hashPassword(password)
  for (const person of Object.values(house.people)) await setPasswordHash(house.kernel.db, person.id, hash)
})
afterAll(() => house.close())

const cookieOf = (headers: Headers): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? ''
const using = (cookie: string) =>
  clientOf(house.server.address, { contract: liveContract(house.kernel, house.server), seen: house.seen, cookie })
const signIn = async (login: string): Promise<ApiClient> =>
  using(cookieOf((await nobody.post('/api/sessions', { login, password })).headers))
const change = (set: string, login: string) =>
  house.kernel.db.rows(
    sql`update session set ${sql.raw(set)} from "user" as person where person.id = session.user_id and person.login = ${login}`,
  )
const lives = async (client: ApiClient): Promise<boolean> => (await client.get('/api/sessions/current')).status === 200

describe('a session', () => {
  it('ends when nobody has used it for half an hour, and after twelve hours in any case', async () => {
    for (const set of [
      "seen_at = now() - interval '31 minutes'",
      "expires_at = now() - interval '1 second', created_at = now() - interval '12 hours'",
    ]) {
      const sun = await signIn('sun')
      await change("seen_at = now() - interval '29 minutes'", 'sun')
      expect(await lives(sun)).toBe(true)
      await change(set, 'sun')
      await expect.poll(() => lives(sun), { timeout: 3_000 }).toBe(false)
    }
  })

  it('lasts twelve hours from its beginning', async () => {
    await signIn('sun')
    const rows = await house.kernel.db.rows<{ hours: number }>(
      sql`select round(extract(epoch from expires_at - created_at) / 3600)::integer as hours from session`,
    )
    expect(new Set(rows.map(({ hours }) => hours))).toEqual(new Set([12]))
  })

  it('notes its use once a minute, and not that of a page nobody sits at', async () => {
    const sun = await signIn('sun')
    const seen = async (): Promise<number> => {
      const { items } = (await sun.get('/api/sessions', { headers: { 'x-unattended': '1' } })).body
      return Date.now() - Date.parse(items.find(({ current }: { current: boolean }) => current).seenAt)
    }
    await change("seen_at = now() - interval '50 seconds'", 'sun')
    await sun.get('/api/sessions/current')
    expect(await seen()).toBeGreaterThan(45_000)
    await change("seen_at = now() - interval '5 minutes'", 'sun')
    expect(await seen()).toBeGreaterThan(290_000)
    // Who was looked up a moment ago is not looked up again for a second.
    const used = async () => (await sun.get('/api/sessions/current')) && seen()
    await expect.poll(used, { timeout: 3_000 }).toBeLessThan(10_000)
  })

  it('has a new token at every sign-in and proof, and what was known before is worth nothing', async () => {
    const first = await signIn('wang')
    const again = await first.post('/api/sessions', { login: 'wang', password })
    expect(cookieOf(again.headers)).not.toBe(first.cookie)
    const proof = await first.post('/api/sessions/current/proof', { password })
    expect(proof.status).toBe(200)
    expect(await lives(first)).toBe(false)
    expect(await lives(using(cookieOf(proof.headers)))).toBe(true)
  })

  it('over https is a cookie that no other host and no plain page can set', async () => {
    const server = await openServer(house.kernel, { secure: true })
    const contract = liveContract(house.kernel, server)
    const https = clientOf(server.address, { contract, seen: house.seen })
    const { headers } = await https.post('/api/sessions', { login: 'wang', password })
    const cookie = cookieOf(headers)
    expect(headers.get('set-cookie')).toMatch(/^__Host-dossier=[\w-]{40,}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const at = (given: string) => https.get('/api/sessions/current', { headers: { cookie: given } })
    expect((await at(cookie)).status).toBe(200)
    expect((await at(cookie.replace('__Host-', ''))).status).toBe(401)
    await server.close()
  })

  it('is known to the database by a hash alone', async () => {
    const { cookie } = await signIn('wang')
    const rows = await house.kernel.db.rows(sql`select session::text as line, token_hash from session`)
    expect(JSON.stringify(rows)).not.toContain(cookie.split('=')[1])
  })
})

describe('a proof of presence', () => {
  it('is fresh at sign-in and after the password, and for five minutes', async () => {
    const wang = await signIn('wang')
    const provenAt = async (): Promise<number> => {
      const [row] = await house.kernel.db.rows<{ age: number }>(
        sql`select extract(epoch from now() - proven_at)::float as age from session where token_hash = sha256(${wang.cookie.split('=')[1]}::bytea)`,
      )
      return row?.age ?? Number.NaN
    }
    expect(await provenAt()).toBeLessThan(30)
    const at = (minutes: number) =>
      house.as('wang', { proven: true, now: () => new Date(Date.now() + minutes * 60_000) })
    expect(() => requireFreshProof(at(4.9))).not.toThrow()
    expect(() => requireFreshProof(at(5.1))).toThrow(
      expect.objectContaining({ code: 'access.proof_needed', status: 403 }),
    )
    expect(() => requireFreshProof(house.as('wang', { proven: false }))).toThrow('access.proof_needed')
    expect(() => requireFreshProof(house.as('wang').asSystem('test'))).not.toThrow()
  })

  it('is refused with a wrong password, and guessing has to wait', async () => {
    const li = await signIn('li')
    for (let guess = 0; guess < 5; guess++)
      expect(await li.post('/api/sessions/current/proof', { password: 'wrong' })).toMatchObject({
        status: 403,
        body: { code: 'access.wrong_password' },
      })
    expect((await li.post('/api/sessions/current/proof', { password })).status).toBe(429)
    await forgiveAttempts(house.kernel.db, { kind: 'login', text: 'li' })
  })
})

describe('the list of devices', () => {
  it('shows the own ones, and those of others to who looks after staff', async () => {
    const [wang, zhang] = [await signIn('wang'), await signIn('zhang')]
    const { items } = (await wang.get('/api/sessions')).body
    expect(items.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
    const ids = items.map(({ id }: { id: string }) => id)
    const path = `/api/sessions?user=${house.people.wang.id}`
    expect((await zhang.get(path)).body.items.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect((await (await signIn('li')).get(path)).status).toBe(403)
    expect(JSON.stringify(items)).not.toMatch(/token|hash/)
  })

  it('ends one device, or all others, for oneself and for who looks after staff; nobody else finds it', async () => {
    const [here, there, li, zhang] = [
      await signIn('sun'),
      await signIn('sun'),
      await signIn('li'),
      await signIn('zhang'),
    ]
    const { items } = (await there.get('/api/sessions')).body
    const id = items.find(({ current }: { current: boolean }) => current).id
    expect((await li.delete(`/api/sessions/${id}`)).status).toBe(404)
    expect((await li.delete(`/api/sessions?user=${house.people.sun.id}`)).status).toBe(403)
    expect((await here.delete(`/api/sessions/${id}`)).status).toBe(204)
    expect([await lives(there), await lives(here)]).toEqual([false, true])
    const third = await signIn('sun')
    expect((await here.delete('/api/sessions')).body.ended).toBeGreaterThan(0)
    expect([await lives(third), await lives(here)]).toEqual([false, true])
    expect((await zhang.delete(`/api/sessions?user=${house.people.sun.id}`)).body).toEqual({ ended: 1 })
    expect(await lives(here)).toBe(false)
    const trail = (await zhang.get(`/api/audit-events?record=${id}`)).body.items
    const ends = trail.filter(({ action }: { action: string }) => action === 'sign_out')
    expect(ends).toMatchObject([{ action: 'sign_out', object: 'session', actor: house.people.sun.id }])
  })

  it('is down to one after a change of the own password', async () => {
    const [here, there] = [await signIn('chen'), await signIn('chen')]
    const changed = await here.post(`/api/users/${house.people.chen.id}/password`, {
      password: 'another good one',
      current: password,
    })
    expect(changed.status).toBe(204)
    expect([await lives(there), await lives(here)]).toEqual([false, true])
  })
})

describe('a cookie in another browser', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
  const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'

  it('ends the session for both, and those who watch the trail are told', async () => {
    const { token } = await startSession(house.kernel.db, house.people.li.id, { ip: null, agent: chrome })
    const anyone = await house.client()
    const ask = (agent: string) =>
      anyone.get('/api/customers', { headers: { cookie: `dossier=${token}`, 'user-agent': agent } })
    expect((await ask(chrome)).status).toBe(200)
    expect((await ask(chrome.replace('142', '143'))).status).toBe(200)
    expect((await ask(firefox)).status).toBe(401)
    expect((await ask(chrome)).status).toBe(401)
    const [alarm] = await house.kernel.db.rows<{ actor: string; reason: string }>(
      sql`select actor, reason from audit_event where action = 'alarm' order by id desc limit 1`,
    )
    expect(alarm).toEqual({ actor: house.people.li.id, reason: 'access.session_moved' })
  })
})
