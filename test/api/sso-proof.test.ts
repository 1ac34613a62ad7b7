import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setPasswordHash, sql, writeSetting } from '#kernel'
import { signInSettingName } from '#modules/staff'
import { type ApiAnswer, type ApiClient, type ApiHouse, clientOf, cookieIn, liveContract, openApiHouse } from '#test/as'
import { client, follow, openSignOnService, type SignOnService } from '#test/sign-on-service'

/* Who has nothing here but the word of another house goes there once more, and that house must have asked anew. */

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
  const settings = { issuer: service.issuer, clientId: client.id, secret: client.secret }
  expect((await zhang.patch('/api/sso-settings', settings)).status).toBe(200)
})
beforeEach(async () => {
  await house.kernel.db.rows(sql`delete from sign_in_attempt`)
  await house.kernel.db.rows(sql`delete from sso_identity`)
  await house.kernel.db.rows(sql`delete from credential`)
  await writeSetting(house.kernel.db, signInSettingName, {})
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
const refused = (code: string, status = 403) => ({ status, body: { code } })

/** Somebody comes in by the service; the cookie of the session. */
async function enter(id: string, login: string): Promise<string> {
  service.next = { id, claims: { preferred_username: login } }
  const begun = await as('').post('/api/sso/attempts')
  const back = await follow(begun.body.url, `${address}/sign-in`)
  const answer = Object.fromEntries(back.searchParams)
  const entered = await as(cookieIn(begun, 'dossier-sso')).post('/api/sessions/sso', { answer })
  expect(entered.status).toBe(201)
  return cookieIn(entered, 'dossier')
}

type Way = { secret: string; answer: Record<string, string> }

/** There once more and back, as whoever the service finds. */
async function goAgain(session: string, id: string): Promise<Way> {
  service.next = { ...service.next, id }
  const begun = await as(session).post('/api/sso/proof-attempts')
  expect(begun.status).toBe(201)
  const asked = new URL(begun.body.url).searchParams
  expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0'])
  const back = await follow(begun.body.url, `${address}/sign-in`)
  return { secret: cookieIn(begun, 'dossier-sso'), answer: Object.fromEntries(back.searchParams) }
}

const prove = (session: string, { secret, answer }: Way): Promise<ApiAnswer> =>
  as(`${session}; ${secret}`).post('/api/sessions/current/proof', { sso: answer })

const trail = async () => {
  const [row] = await house.kernel.db.rows(sql`
    select actor, result, body::jsonb -> 'detail' as detail from audit_event where action = 'sign_in' order by id desc limit 1`)
  return row
}

describe('who comes in by the sign-on service alone', () => {
  it('proves presence by signing in there anew, and acts', async () => {
    const session = await enter('8001', 'wang')
    expect(await as(session).post('/api/second-factor')).toMatchObject(refused('access.proof_needed'))
    expect((await as(session).get('/api/sso-identity')).body).toMatchObject({ only: true, proves: true })
    const proven = await prove(session, await goAgain(session, '8001'))
    expect(proven).toMatchObject({ status: 200, body: { provenAt: expect.any(String) } })
    expect(await trail()).toMatchObject({ result: 'done', detail: { step: 'proof', method: 'sso' } })
    const renewed = cookieIn(proven, 'dossier')
    // The token is exchanged, as with every proof.
    expect((await as(session).get('/api/sessions/current')).status).toBe(401)
    expect((await as(renewed).post('/api/second-factor')).status).toBe(201)
  })

  it('is told so where the service did not ask anew, or does not say when', async () => {
    const session = await enter('8001', 'wang')
    const now = Math.floor(Date.now() / 1000)
    for (const auth_time of [now - 3_600, now - 120, undefined]) {
      const way = await goAgain(session, '8001')
      service.bend = (claims) => ({ claims: { ...claims, auth_time } })
      expect(await prove(session, way), String(auth_time)).toMatchObject(refused('access.sso_not_fresh'))
      service.bend = undefined
    }
    expect(await trail()).toMatchObject({ result: 'refused', detail: { refusal: 'access.sso_not_fresh' } })
    expect(await as(session).post('/api/second-factor')).toMatchObject(refused('access.proof_needed'))
  })

  it('is not proved by another person of the service, nor by one who is nobody here', async () => {
    const session = await enter('8001', 'wang')
    await enter('8002', 'li')
    for (const id of ['8002', '8003'])
      expect(await prove(session, await goAgain(session, id))).toMatchObject(refused('access.sso_somebody_else'))
  })

  it('proves once, and in the session that asked alone', async () => {
    const session = await enter('8001', 'wang')
    const other = await enter('8001', 'wang')
    const way = await goAgain(session, '8001')
    expect(await prove(other, way)).toMatchObject(refused('access.sso_overdue'))
    expect(await prove(session, way)).toMatchObject(refused('access.sso_overdue'))
    const again = await goAgain(session, '8001')
    const proven = await prove(session, again)
    expect(proven.status).toBe(200)
    expect(await prove(cookieIn(proven, 'dossier'), again)).toMatchObject(refused('access.sso_overdue'))
  })

  it('proves nothing by a way that was begun for signing in, nor comes in by one for a proof', async () => {
    const session = await enter('8001', 'wang')
    const begun = await as('').post('/api/sso/attempts')
    const back = await follow(begun.body.url, `${address}/sign-in`)
    const entering = { secret: cookieIn(begun, 'dossier-sso'), answer: Object.fromEntries(back.searchParams) }
    expect(await prove(session, entering)).toMatchObject(refused('access.sso_overdue'))
    const { secret, answer } = await goAgain(session, '8001')
    expect(await as(secret).post('/api/sessions/sso', { answer })).toMatchObject(refused('access.sso_overdue', 401))
  })

  it('cannot move the time of its leaving, which the browser keeps', async () => {
    const session = await enter('8001', 'wang')
    const { secret, answer } = await goAgain(session, '8001')
    const earlier = secret.replace(/\.\d+$/, '.0')
    expect(earlier).not.toBe(secret)
    expect(await prove(session, { secret: earlier, answer })).toMatchObject(refused('access.sso_overdue'))
  })

  it('needs the second factor of the service where the role needs one', async () => {
    const session = await enter('8001', 'wang')
    await writeSetting(house.kernel.db, signInSettingName, { secondFactor: ['clerk'] })
    const way = await goAgain(session, '8001')
    expect(await prove(session, way)).toMatchObject(refused('access.sso_one_factor'))
    await house.kernel.db.rows(sql`update session set proven_at = now() where user_id = ${house.people.zhang.id}::uuid`)
    expect((await zhang.patch('/api/sso-settings', { trustMfa: true, secret: client.secret })).status).toBe(200)
    const several = await goAgain(session, '8001')
    service.bend = (claims) => ({ claims: { ...claims, amr: ['pwd', 'mfa'] } })
    expect((await prove(session, several)).status).toBe(200)
    expect((await zhang.patch('/api/sso-settings', { trustMfa: false, secret: client.secret })).status).toBe(200)
  })
})

describe('who has something of this house', () => {
  it('proves by that: the word of the other house does not weaken it', async () => {
    const session = await enter('8001', 'wang')
    const way = await goAgain(session, '8001')
    await setPasswordHash(house.kernel.db, house.people.wang.id, 'nobody comes in by this one')
    expect((await as(session).get('/api/sso-identity')).body).toMatchObject({ only: false, proves: false })
    expect(await as(session).post('/api/sso/proof-attempts')).toMatchObject(refused('access.own_proof_first'))
    expect(await prove(session, way)).toMatchObject(refused('access.own_proof_first'))
  })

  it('so does who has set up an app', async () => {
    const session = await enter('8001', 'wang')
    const own = as(cookieIn(await prove(session, await goAgain(session, '8001')), 'dossier'))
    const { secret } = (await own.post('/api/second-factor')).body
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect((await own.post('/api/second-factor/confirmation', { code })).status).toBe(200)
    expect((await own.get('/api/sso-identity')).body).toMatchObject({ only: true, proves: false })
    expect(await own.post('/api/sso/proof-attempts')).toMatchObject(refused('access.own_proof_first'))
  })
})
