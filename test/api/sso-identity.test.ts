import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addPasskey, bindIdentity, passkeysOf, setPasswordHash, sql, writeSetting } from '#kernel'
import { signInSettingName, ssoSettingName } from '#modules/staff'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { rawConnection } from '#test/raw-connection'
import { withoutTrail } from '#test/without-trail'
import { hashPassword } from '../../src/server/sign-in/password.ts'

const issuer = 'https://login.example.com'

let house: ApiHouse
let zhang: ApiClient
let wang: ApiClient
let person: string
beforeAll(async () => {
  house = await openApiHouse()
  person = house.people.wang.id
  zhang = await house.client('zhang')
})
beforeEach(async () => {
  const { db } = house.kernel
  for (const table of ['sso_identity', 'passkey', 'credential']) await db.text(`delete from ${table}`)
  await writeSetting(db, ssoSettingName, { issuer, clientId: 'dossier' })
  await writeSetting(db, signInSettingName, {})
  await bindIdentity(db, person, { issuer, subject: '7001' })
  wang = await house.client('wang')
})
afterAll(() => house.close())

const refused = (code: string, status = 409) => ({ status, body: { code } })
const bindings = () => house.kernel.db.rows(sql`select 1 from sso_identity where user_id = ${person}::uuid`)
const lines = () =>
  house.kernel.db.rows<{ detail: unknown; fields: string[] }>(sql`
    select body::jsonb -> 'detail' as detail, fields from audit_event
    where record = ${person}::uuid and action = 'configure' order by id desc`)

let made = 0
async function givePasskey(): Promise<string> {
  const bytes = Buffer.from(`credential ${made++}`)
  const passkey = {
    person,
    credential: bytes,
    publicKey: bytes,
    rp: 'localhost',
    counter: 0,
    transports: [],
    name: '手机',
  }
  return (await addPasskey(house.kernel.db, passkey))?.id ?? ''
}
const givePassword = async () => setPasswordHash(house.kernel.db, person, await hashPassword('a long password'))

describe('a binding to the sign-on service', () => {
  it('is taken away by whoever looks after accounts, who ends the sessions of that person with it', async () => {
    const before = await lines()
    expect((await zhang.delete(`/api/users/${person}/sso-identity`)).status).toBe(204)
    expect(await bindings()).toEqual([])
    const [line, ...rest] = await lines()
    expect(line).toMatchObject({ detail: { what: 'unbound' }, fields: ['sso_identity'] })
    expect(rest).toEqual(before)
    expect((await wang.get('/api/sessions/current')).status).toBe(401)
  })

  it('leaves no line in the trail where there was none', async () => {
    await house.kernel.db.rows(sql`delete from sso_identity`)
    const before = await lines()
    expect(await zhang.delete(`/api/users/${person}/sso-identity`)).toMatchObject(refused('access.sso_unbound'))
    await givePassword()
    expect(await wang.delete('/api/sso-identity')).toMatchObject(refused('access.sso_unbound'))
    expect(await lines()).toEqual(before)
  })

  it('stays where the trail does not take its line', async () => {
    await givePassword()
    await withoutTrail(house, async () => {
      const full = refused('audit.unavailable', 503)
      expect(await zhang.delete(`/api/users/${person}/sso-identity`)).toMatchObject(full)
      expect(await wang.delete('/api/sso-identity')).toMatchObject(full)
    })
    expect(await bindings()).toHaveLength(1)
    expect((await wang.get('/api/sessions/current')).status).toBe(200)
  })

  it('is taken away by its owner after a fresh proof', async () => {
    await givePassword()
    expect((await wang.get('/api/sso-identity')).body).toEqual({
      boundAt: expect.any(String),
      only: false,
      proves: false,
    })
    const late = await house.client('wang')
    const hash = sql`sha256(${late.cookie.split('=')[1]}::bytea)`
    await house.kernel.db.rows(sql`update session set proven_at = null where token_hash = ${hash}`)
    expect(await late.delete('/api/sso-identity')).toMatchObject(refused('access.proof_needed', 403))
    expect((await wang.delete('/api/sso-identity')).status).toBe(204)
    expect((await lines())[0]).toMatchObject({ detail: { what: 'unbound' } })
    expect((await wang.get('/api/sso-identity')).body).toEqual({ boundAt: null, only: false, proves: false })
    expect((await wang.get('/api/sessions/current')).status).toBe(200)
  })
})

describe('the last way in', () => {
  const lastWay = refused('access.last_way_in')

  it('is not taken away by its owner, be it the binding', async () => {
    const before = await lines()
    expect((await wang.get('/api/sso-identity')).body).toMatchObject({ only: true })
    expect(await wang.delete('/api/sso-identity')).toMatchObject(lastWay)
    expect(await lines()).toEqual(before)
    expect(await bindings()).toHaveLength(1)
    expect((await zhang.delete(`/api/users/${person}/sso-identity`)).status).toBe(204)
  })

  it('nor by one’s own duty for accounts', async () => {
    const { db } = house.kernel
    await bindIdentity(db, house.people.zhang.id, { issuer, subject: '7002' })
    expect(await zhang.delete(`/api/users/${house.people.zhang.id}/sso-identity`)).toMatchObject(lastWay)
  })

  it('or a passkey, where the binding is to a service that the company has left', async () => {
    const id = await givePasskey()
    await writeSetting(house.kernel.db, ssoSettingName, { issuer: 'https://other.example.com', clientId: 'dossier' })
    expect(await wang.delete(`/api/passkeys/${id}`)).toMatchObject(lastWay)
    await writeSetting(house.kernel.db, ssoSettingName, { issuer, clientId: 'dossier' })
    expect((await wang.delete(`/api/passkeys/${id}`)).status).toBe(204)
  })

  it('is left by two that are taken away at once', async () => {
    const id = await givePasskey()
    const owner = await rawConnection(house, { everything: true })
    // Whoever unbinds is held up just before the end, when all checks are behind them.
    await owner.rows(`
      create function hold_up() returns trigger language plpgsql as 'begin perform pg_advisory_xact_lock(1); return null; end'`)
    await owner.rows(`
      create constraint trigger held_up after delete on sso_identity deferrable initially deferred
      for each row execute function hold_up()`)
    await owner.rows('select pg_advisory_lock(1)')
    let ended = 0
    const remove = async (way: string) => {
      const { status } = await wang.delete(way)
      ended++
      return status
    }
    const waiting = async () =>
      (await owner.rows(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).length
    const unbinding = remove('/api/sso-identity')
    await expect.poll(waiting).toBe(1)
    const removing = remove(`/api/passkeys/${id}`)
    await expect.poll(async () => ended + (await waiting())).toBe(2)
    await owner.rows('select pg_advisory_unlock(1)')
    expect(await Promise.all([unbinding, removing])).toEqual([204, 409])
    await owner.rows('drop trigger held_up on sso_identity')
    await owner.end()
    expect(await passkeysOf(house.kernel.db, person)).toHaveLength(1)
  })

  it('is left by two passkeys that are taken away at once where the role needs a second factor', async () => {
    await givePassword()
    await writeSetting(house.kernel.db, signInSettingName, { secondFactor: ['clerk'] })
    for (let n = 0; n < 4; n++) {
      const ids = (await passkeysOf(house.kernel.db, person)).map((each) => each.id)
      while (ids.length < 2) ids.push(await givePasskey())
      const answers = await Promise.all(ids.map((id) => wang.delete(`/api/passkeys/${id}`)))
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
    }
  })
})
