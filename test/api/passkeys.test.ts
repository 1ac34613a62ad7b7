import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgiveAttempts, setPasswordHash, sql, writeSetting } from '#kernel'
import { signInSettingName } from '#modules/staff'
import { type ApiAnswer, type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { type Authenticator, type Deviation, openAuthenticator } from '#test/authenticator'
import { withoutTrail } from '#test/without-trail'
import { hashPassword } from '../../src/server/sign-in/password.ts'

const password = 'correct horse battery'

let house: ApiHouse
let nobody: ApiClient
/** WebAuthn knows names, no addresses. */
let address: string
beforeAll(async () => {
  house = await openApiHouse()
  address = house.server.address.replace('127.0.0.1', 'localhost')
  nobody = client('')
  const hash = await hashPassword(password)
  for (const { id } of Object.values(house.people)) await setPasswordHash(house.kernel.db, id, hash)
})
afterAll(() => house.close())

const client = (cookie: string): ApiClient =>
  clientOf(address, { contract: liveContract(house.kernel, house.server), seen: house.seen, cookie })
type Name = Parameters<ApiHouse['as']>[0]
const of = async (name: Name): Promise<ApiClient> => client((await house.client(name)).cookie)
const refused = (code = 'access.passkey_refused', status = 401) => ({ status, body: { code } })

type Keyed = { own: ApiClient; device: Authenticator; id: string; codes: string[] }

async function withPasskey(name: Name): Promise<Keyed> {
  const own = await of(name)
  const device = openAuthenticator(address)
  const { options } = (await own.post('/api/passkeys/challenges', { purpose: 'passkey' })).body
  const added = await own.post('/api/passkeys', { name: '办公室电脑', passkey: device.make(options) })
  expect(added).toMatchObject({ status: 201, body: { name: '办公室电脑', seenAt: null } })
  return { own, device, id: added.body.id, codes: added.body.recoveryCodes ?? [] }
}

const ask = async () => (await nobody.post('/api/sessions/challenges')).body.options
const enter = async (device: Authenticator, deviation?: Deviation) =>
  nobody.post('/api/sessions/passkey', { passkey: device.use(await ask(), deviation) })

/** Lines of the trail about passkeys of a person, the newest first. */
const trail = (name: Name) =>
  house.kernel.db.rows<{ action: string; result: string; detail: Record<string, string> }>(sql`
    select action, result, body::jsonb -> 'detail' as detail from audit_event
    where record = ${house.people[name].id} and (body like '%passkey%') and action in ('sign_in', 'configure') order by id desc`)

describe('a passkey', () => {
  it('is added after a fresh proof, named, listed and removed, and each stands in the trail', async () => {
    const { own, id, codes } = await withPasskey('wang')
    expect(codes).toHaveLength(10)
    const { items } = (await own.get('/api/passkeys')).body
    expect(items).toEqual([expect.objectContaining({ id, name: '办公室电脑', seenAt: null })])
    expect((await own.patch(`/api/passkeys/${id}`, { name: '家里' })).body).toMatchObject({ id, name: '家里' })
    const other = await of('li')
    expect(await other.patch(`/api/passkeys/${id}`, { name: '我的' })).toMatchObject({ status: 404 })
    expect(await other.delete(`/api/passkeys/${id}`)).toMatchObject({ status: 404 })
    expect((await own.delete(`/api/passkeys/${id}`)).status).toBe(204)
    expect((await own.get('/api/passkeys')).body.items).toEqual([])
    expect((await own.get('/api/second-factor')).body.recoveryCodesLeft).toBe(0)
    expect((await trail('wang')).map(({ detail }) => [detail.what, detail.passkey])).toEqual([
      ['removed', id],
      ['renamed', id],
      ['added', id],
    ])
  })

  it('is neither added nor renamed where the trail does not take its line', async () => {
    const full = refused('audit.unavailable', 503)
    const own = await of('sun')
    const { options } = (await own.post('/api/passkeys/challenges', { purpose: 'passkey' })).body
    const passkey = openAuthenticator(address).make(options)
    await withoutTrail(house, async () => {
      expect(await own.post('/api/passkeys', { name: '手机', passkey })).toMatchObject(full)
    })
    expect((await own.get('/api/passkeys')).body.items).toEqual([])
    expect((await own.get('/api/second-factor')).body.recoveryCodesLeft).toBe(0)
    const { id } = await withPasskey('sun')
    await withoutTrail(house, async () => {
      expect(await own.patch(`/api/passkeys/${id}`, { name: '别的' })).toMatchObject(full)
    })
    expect((await own.get('/api/passkeys')).body.items).toMatchObject([{ name: '办公室电脑' }])
    expect((await own.delete(`/api/passkeys/${id}`)).status).toBe(204)
  })

  it('is asked for as one that the device finds by itself, behind finger, face or PIN', async () => {
    const own = await of('wang')
    const { options } = (await own.post('/api/passkeys/challenges', { purpose: 'passkey' })).body
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: 'wang', displayName: '王芳' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(await ask()).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials: [] })
  })

  it('opens the house alone, once for each question, and stands in the trail', async () => {
    const { device, id, own } = await withPasskey('li')
    const passkey = device.use(await ask())
    const entered = await nobody.post('/api/sessions/passkey', { passkey })
    expect(entered).toMatchObject({ status: 201, body: { user: { login: 'li' } } })
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const { items } = (await client(cookie).get('/api/sessions')).body
    expect(items.find(({ current }: { current: boolean }) => current)).toMatchObject({ method: 'passkey' })
    expect((await own.get('/api/passkeys')).body.items[0].seenAt).not.toBeNull()
    expect(await nobody.post('/api/sessions/passkey', { passkey })).toMatchObject(refused())
    expect(await trail('li')).toMatchObject([
      { action: 'sign_in', result: 'refused', detail: { step: 'access.passkey_refused', passkey: id } },
      { action: 'sign_in', result: 'done', detail: { step: 'passkey', passkey: id } },
      { action: 'configure', result: 'done', detail: { what: 'added' } },
    ])
  })

  it('has proved both factors where the role needs two', async () => {
    const { device } = await withPasskey('chen')
    await writeSetting(house.kernel.db, signInSettingName, { secondFactor: ['manager'] })
    expect((await enter(device)).status).toBe(201)
    const own = await of('chen')
    const [{ id }] = (await own.get('/api/passkeys')).body.items
    expect(await own.delete(`/api/passkeys/${id}`)).toMatchObject(refused('access.second_factor_required', 409))
    await writeSetting(house.kernel.db, signInSettingName, {})
    expect((await own.delete(`/api/passkeys/${id}`)).status).toBe(204)
  })
})

describe('as a second factor, a passkey', () => {
  it('is asked for after the password, and a recovery code stands in for it', async () => {
    const { device, codes, own, id } = await withPasskey('sun')
    const given = { login: 'sun', password }
    const needed = await nobody.post('/api/sessions', given)
    expect(needed).toMatchObject(refused('access.second_factor_needed', 403))
    const question = needed.body.details.passkey
    expect(question.allowCredentials).toMatchObject([{ id: device.credential }])
    const passkey = device.use(question)
    expect((await nobody.post('/api/sessions', { ...given, passkey })).status).toBe(201)
    const again = await nobody.post('/api/sessions', { ...given, passkey })
    expect(again).toMatchObject(refused())
    // A new question comes with the refusal.
    const answer = { ...given, passkey: device.use(again.body.details.passkey) }
    expect((await nobody.post('/api/sessions', answer)).status).toBe(201)
    expect((await nobody.post('/api/sessions', { ...given, code: codes[0] })).status).toBe(201)
    expect((await own.delete(`/api/passkeys/${id}`)).status).toBe(204)
    expect((await nobody.post('/api/sessions', given)).status).toBe(201)
  })

  it('is not replaced by a code of an app that was offered and never confirmed', async () => {
    const { own, id } = await withPasskey('sun')
    const { secret } = (await own.post('/api/second-factor')).body
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    expect(await nobody.post('/api/sessions', { login: 'sun', password, code })).toMatchObject(
      refused('access.wrong_code'),
    )
    await own.delete(`/api/passkeys/${id}`)
    await forgiveAttempts(house.kernel.db, { kind: 'login', text: 'sun' })
  })

  it('is taken from somebody by who looks after accounts', async () => {
    const { device, own } = await withPasskey('sun')
    const zhang = await of('zhang')
    expect((await zhang.delete(`/api/users/${house.people.sun.id}/second-factor`)).status).toBe(204)
    expect((await own.get('/api/passkeys')).status).toBe(401)
    expect(await enter(device)).toMatchObject(refused())
    expect((await nobody.post('/api/sessions', { login: 'sun', password })).status).toBe(201)
  })
})

describe('as a proof of presence, a passkey', () => {
  it('is as good as the password, in the session that was asked', async () => {
    const { own, device } = await withPasskey('sun')
    const other = await of('sun')
    const asked = async (who: ApiClient) =>
      (await who.post('/api/passkeys/challenges', { purpose: 'proof' })).body.options
    const foreign = device.use(await asked(other))
    expect(await own.post('/api/sessions/current/proof', { passkey: foreign })).toMatchObject(
      refused('access.passkey_refused', 403),
    )
    const proof = await own.post('/api/sessions/current/proof', { passkey: device.use(await asked(own)) })
    expect(proof.status).toBe(200)
    expect(Date.now() - Date.parse(proof.body.provenAt)).toBeLessThan(30_000)
    expect((await trail('sun')).slice(0, 2)).toMatchObject([
      { result: 'done', detail: { step: 'proof', method: 'passkey' } },
      { result: 'refused', detail: { step: 'proof', method: 'passkey', refusal: 'access.passkey_refused' } },
    ])
  })

  it('is asked for before one is added or removed', async () => {
    const { own, id } = await withPasskey('wang')
    const challenge = (await own.post('/api/passkeys/challenges', { purpose: 'passkey' })).body.options
    await house.kernel.db.rows(
      sql`update session set proven_at = now() - interval '6 minutes' where user_id = ${house.people.wang.id}`,
    )
    // Who was looked up a moment ago is not looked up again at once.
    const late = (): Promise<ApiAnswer> => own.post('/api/passkeys/challenges', { purpose: 'passkey' })
    await expect.poll(async () => (await late()).body.code).toBe('access.proof_needed')
    const made = openAuthenticator(address).make(challenge)
    const needed = refused('access.proof_needed', 403)
    expect(await own.post('/api/passkeys', { name: '晚到', passkey: made })).toMatchObject(needed)
    expect(await own.delete(`/api/passkeys/${id}`)).toMatchObject(needed)
    expect((await own.get('/api/passkeys')).body.items).toHaveLength(1)
  })
})
