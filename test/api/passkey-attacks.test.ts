import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgiveAttempts, setPasswordHash, sql } from '#kernel'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { type Authenticator, type Deviation, openAuthenticator } from '#test/authenticator'
import { hashPassword } from '../../src/server/sign-in/password.ts'

const password = 'correct horse battery'

let house: ApiHouse
let address: string
let nobody: ApiClient
let wang: ApiClient
let device: Authenticator
beforeAll(async () => {
  house = await openApiHouse()
  address = house.server.address.replace('127.0.0.1', 'localhost')
  nobody = client('')
  const hash = await hashPassword(password)
  for (const { id } of Object.values(house.people)) await setPasswordHash(house.kernel.db, id, hash)
  wang = await of('wang')
  device = await added(wang)
})
afterAll(() => house.close())

const client = (cookie: string, at = address): ApiClient =>
  clientOf(at, { contract: liveContract(house.kernel, house.server), seen: house.seen, cookie })
type Name = Parameters<ApiHouse['as']>[0]
const of = async (name: Name): Promise<ApiClient> => client((await house.client(name)).cookie)

async function added(own: ApiClient): Promise<Authenticator> {
  const made = openAuthenticator(address)
  const passkey = made.make(await toMake(own))
  expect((await own.post('/api/passkeys', { name: '手机', passkey })).status).toBe(201)
  return made
}

const toMake = async (own: ApiClient) =>
  (await own.post('/api/passkeys/challenges', { purpose: 'passkey' })).body.options
const toProve = async (own: ApiClient) =>
  (await own.post('/api/passkeys/challenges', { purpose: 'proof' })).body.options
const toEnter = async () => (await nobody.post('/api/sessions/challenges')).body.options
const toAdd = async (login: string) => (await nobody.post('/api/sessions', { login, password })).body.details.passkey

/** Tries to enter; what was failed before is forgiven, so that each attack is looked at. */
async function enter(passkey: unknown) {
  await house.kernel.db.rows(sql`delete from sign_in_attempt`)
  return nobody.post('/api/sessions/passkey', { passkey })
}

const refused = (code = 'access.passkey_refused', status = 401) => ({ status, body: { code } })

const lastRefusal = async () => {
  const [row] = await house.kernel.db.rows<{ actor: string | null; detail: Record<string, string> }>(sql`
    select actor, body::jsonb -> 'detail' as detail from audit_event
    where action = 'sign_in' and result = 'refused' order by id desc limit 1`)
  return row
}

describe('signing in with a passkey', () => {
  it('works when nothing is bent', async () => {
    expect((await enter(device.use(await toEnter()))).status).toBe(201)
  })

  it.each<[string, Deviation]>([
    ['made for a page of another origin', { origin: 'https://dossier.example' }],
    ['made for this name on another port', { origin: 'http://localhost:1' }],
    ['for another relying party', { rp: 'dossier.example' }],
    ['of a registration', { type: 'webauthn.create' }],
    ['without a look at its owner', { verified: false }],
    ['to a question that nobody asked', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['that names somebody else as its owner', { handle: Buffer.alloc(16, 1).toString('base64url') }],
    ['that names no owner', { handle: '' }],
  ])('is refused to an answer %s', async (_, deviation) => {
    const answer = device.use(await toEnter(), deviation)
    if (deviation.handle === '') Reflect.deleteProperty(answer.response, 'userHandle')
    expect(await enter(answer)).toMatchObject(refused())
    expect(await lastRefusal()).toMatchObject({ detail: { step: 'access.passkey_refused' } })
  })

  it('is refused to an answer that was used before', async () => {
    const answer = device.use(await toEnter())
    expect((await enter(answer)).status).toBe(201)
    expect(await enter(answer)).toMatchObject(refused())
  })

  it('lets one in where the same answer comes twice at the same moment', async () => {
    await house.kernel.db.rows(sql`delete from sign_in_attempt`)
    const passkey = device.use(await toEnter())
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => nobody.post('/api/sessions/passkey', { passkey })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 401, 401, 401])
  })

  it('is refused to a question that has grown old', async () => {
    const answer = device.use(await toEnter())
    await house.kernel.db.rows(sql`update challenge set expires_at = now() - interval '1 second'`)
    expect(await enter(answer)).toMatchObject(refused())
  })

  it('is refused to an answer to a question for something else, which is used up by it', async () => {
    for (const question of [await toProve(wang), await toMake(wang), await toAdd('wang')])
      expect(await enter(device.use(question))).toMatchObject(refused())
    const question = await toProve(wang)
    await enter(device.use(question))
    expect(await wang.post('/api/sessions/current/proof', { passkey: device.use(question) })).toMatchObject(
      refused(undefined, 403),
    )
  })

  it('is refused to a forged signature, and to one by another key', async () => {
    const other = openAuthenticator(address)
    const answer = device.use(await toEnter())
    const bytes = Buffer.from(answer.response.signature, 'base64url')
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    const forged = { ...answer, response: { ...answer.response, signature: bytes.toString('base64url') } }
    expect(await enter(forged)).toMatchObject(refused())
    const theirs = other.use(await toEnter(), { handle: answer.response.userHandle })
    expect(await enter(theirs)).toMatchObject(refused())
    expect(await enter({ ...theirs, id: device.credential, rawId: device.credential })).toMatchObject(refused())
  })

  it('is refused at another name of the server than the one it was made for', async () => {
    const elsewhere = client('', house.server.address)
    const { options } = (await elsewhere.post('/api/sessions/challenges')).body
    expect(options.rpId).toBe('127.0.0.1')
    const bent = { origin: new URL(house.server.address).origin, rp: '127.0.0.1' }
    const answer = await elsewhere.post('/api/sessions/passkey', { passkey: device.use(options, bent) })
    expect(answer).toMatchObject(refused())
  })

  it('is refused to a copy that the device has overtaken, which stands in the trail', async () => {
    const copy = device.copy()
    for (let n = 0; n < 3; n++) await enter(device.use(await toEnter()))
    const behind = copy.use(await toEnter())
    expect(await enter(behind)).toMatchObject(refused('access.passkey_copied'))
    const line = await lastRefusal()
    expect(line).toMatchObject({ actor: house.people.wang.id, detail: { step: 'access.passkey_copied' } })
    expect(line?.detail.passkey).toMatch(/^[\da-f-]{36}$/)
    expect((await enter(device.use(await toEnter(), { counter: 0 }))).body.code).toBe('access.passkey_copied')
    expect((await enter(device.use(await toEnter(), { counter: 4_294_967_294 }))).status).toBe(201)
    await house.kernel.db.rows(sql`update passkey set counter = 0`)
  })

  it('goes on with a device that does not count', async () => {
    for (let n = 0; n < 2; n++) expect((await enter(device.use(await toEnter(), { counter: 0 }))).status).toBe(201)
  })

  it('waits after too many failures, and too many questions of one address are not answered', async () => {
    await house.kernel.db.rows(sql`delete from sign_in_attempt`)
    const statuses: number[] = []
    for (let n = 0; n < 7; n++) {
      const passkey = device.use(await toEnter(), { verified: false })
      statuses.push((await nobody.post('/api/sessions/passkey', { passkey })).status)
    }
    expect(statuses).toContain(429)
    await forgiveAttempts(house.kernel.db, { kind: 'login', text: 'wang' })
    await house.kernel.db.rows(sql`
      insert into challenge (hash, purpose, ip, expires_at)
      select sha256(n::text::bytea), 'sign_in', '127.0.0.1', now() + interval '1 minute' from generate_series(1, 300) n`)
    expect(await nobody.post('/api/sessions/challenges')).toMatchObject({ status: 429 })
    await house.kernel.db.rows(sql`delete from challenge`)
    expect((await nobody.post('/api/sessions/challenges')).status).toBe(201)
  })
})

describe('a second factor', () => {
  it('is not the passkey of somebody else, nor an answer that was meant for signing in', async () => {
    const li = await added(await of('li'))
    const given = { login: 'wang', password }
    for (const passkey of [
      li.use(await toAdd('wang')),
      li.use(await toAdd('li')),
      device.use(await toAdd('li')),
      device.use(await toEnter()),
    ]) {
      await house.kernel.db.rows(sql`delete from sign_in_attempt`)
      expect(await nobody.post('/api/sessions', { ...given, passkey })).toMatchObject(refused())
    }
    const passkey = device.use(await toAdd('wang'))
    expect((await nobody.post('/api/sessions', { ...given, passkey })).status).toBe(201)
  })

  it('is asked for before it is known whose passkeys there are', async () => {
    const answer = await nobody.post('/api/sessions', { login: 'wang', password: 'wrong' })
    expect(answer.body.details).toBeUndefined()
  })
})

describe('adding a passkey', () => {
  it.each<[string, Deviation]>([
    ['made for another origin', { origin: 'https://dossier.example' }],
    ['made for another relying party', { rp: 'dossier.example' }],
    ['that is no registration', { type: 'webauthn.get' }],
    ['made without a look at its owner', { verified: false }],
    ['that nobody asked for', { challenge: Buffer.alloc(32, 9).toString('base64url') }],
  ])('is refused to one %s', async (_, deviation) => {
    const passkey = openAuthenticator(address).make(await toMake(wang), deviation)
    expect(await wang.post('/api/passkeys', { name: '伪', passkey })).toMatchObject(
      refused('access.passkey_not_made', 422),
    )
  })

  it('is refused to one that was asked of somebody else, in another session, or for a proof', async () => {
    const again = await of('wang')
    const { user } = await toMake(wang)
    for (const question of [await toMake(await of('li')), await toMake(again), { ...(await toProve(wang)), user }]) {
      const passkey = openAuthenticator(address).make(question)
      expect(await wang.post('/api/passkeys', { name: '伪', passkey })).toMatchObject(
        refused('access.passkey_not_made', 422),
      )
    }
  })

  it('does not move a passkey from one person to another', async () => {
    const li = await of('li')
    const passkey = device.make(await toMake(li))
    expect(await li.post('/api/passkeys', { name: '冒领', passkey })).toMatchObject({ status: 422 })
    device.make(await toMake(wang))
    expect((await enter(device.use(await toEnter()))).body.user.login).toBe('wang')
  })

  it('ends at twenty', async () => {
    const zhang = await of('zhang')
    for (let n = 0; n < 20; n++) await added(zhang)
    expect(await zhang.post('/api/passkeys/challenges', { purpose: 'passkey' })).toMatchObject(
      refused('access.passkey_limit', 409),
    )
  })
})

describe('a passkey opens nothing any more', () => {
  it('once it is removed', async () => {
    const sun = await of('sun')
    const lost = await added(sun)
    const question = await toEnter()
    const [{ id }] = (await sun.get('/api/passkeys')).body.items
    expect((await sun.delete(`/api/passkeys/${id}`)).status).toBe(204)
    expect(await enter(lost.use(question))).toMatchObject(refused())
  })

  it('once its owner is switched off, or the time of the account is over', async () => {
    const chen = await added(await of('chen'))
    const { id } = house.people.chen
    const users = house.as('zhang').recordsNamed('user')
    const change = async (patch: Record<string, unknown>) =>
      users.update(id, patch, { version: (await users.get(id)).version })
    for (const [off, on] of [
      [{ active: false }, { active: true }],
      [{ validUntil: '2020-01-01T00:00:00Z' }, { validUntil: null }],
    ] as const) {
      await change(off)
      expect(await enter(chen.use(await toEnter()))).toMatchObject(refused())
      await change(on)
      expect((await enter(chen.use(await toEnter()))).status).toBe(201)
    }
  })
})
