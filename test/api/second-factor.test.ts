import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { forgiveAttempts, setPasswordHash, sql, writeSetting } from '#kernel'
import { signInSettingName } from '#modules/staff'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'
import { withoutTrail } from '#test/without-trail'
import { hashPassword } from '../../src/server/sign-in/password.ts'

const password = 'correct horse battery'

let house: ApiHouse
let nobody: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  nobody = await house.client()
  const hash = await hashPassword(password)
  for (const { id } of Object.values(house.people)) await setPasswordHash(house.kernel.db, id, hash)
})
afterAll(() => house.close())

const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
const signIn = (login: string, more: Record<string, string> = {}) =>
  nobody.post('/api/sessions', { login, password, ...more })
/** The steps before now were never used. */
const freshStep = () => house.kernel.db.rows(sql`update account set totp_step = null`)

async function turnOn(
  name: 'wang' | 'li' | 'chen' | 'sun',
): Promise<{ client: ApiClient; secret: string; recovery: string[] }> {
  const client = await house.client(name)
  const { secret, uri } = (await client.post('/api/second-factor')).body
  expect(uri).toContain(`secret=${secret}`)
  const on = await client.post('/api/second-factor/confirmation', { code: codeOf(secret) })
  expect(on.status).toBe(200)
  return { client, secret, recovery: on.body.recoveryCodes }
}

describe('a second factor', () => {
  it('is on once a first code has shown that the app is set up, and other devices are out', async () => {
    const [client, other] = [await house.client('wang'), await house.client('wang')]
    const { secret } = (await client.post('/api/second-factor')).body
    const wrong = await client.post('/api/second-factor/confirmation', { code: '000000' })
    expect(wrong).toMatchObject({ status: 403, body: { code: 'access.wrong_code' } })
    expect((await client.get('/api/second-factor')).body).toEqual({ on: false, needed: false, recoveryCodesLeft: 0 })
    expect((await signIn('wang')).status).toBe(201)
    const on = await client.post('/api/second-factor/confirmation', { code: codeOf(secret) })
    expect(new Set(on.body.recoveryCodes).size).toBe(10)
    expect((await client.get('/api/second-factor')).body).toEqual({ on: true, needed: false, recoveryCodesLeft: 10 })
    expect((await other.get('/api/second-factor')).status).toBe(401)
    expect((await client.post('/api/second-factor')).status).toBe(409)
    expect(await signIn('wang')).toMatchObject({ status: 403, body: { code: 'access.second_factor_needed' } })
  })

  it('takes a code once, of this half minute or its neighbours', async () => {
    const { secret } = await turnOn('li')
    await freshStep()
    const code = codeOf(secret, -1)
    expect((await signIn('li', { code })).status).toBe(201)
    expect(await signIn('li', { code })).toMatchObject({ status: 401, body: { code: 'access.wrong_code' } })
    expect((await signIn('li', { code: codeOf(secret) })).status).toBe(201)
    expect((await signIn('li', { code: codeOf(secret, -1) })).status).toBe(401)
    await freshStep()
    await forgiveAttempts(house.kernel.db, { kind: 'login', text: 'li' })
    expect((await signIn('li', { code: codeOf(secret, -3) })).status).toBe(401)
  })

  it('takes a code once also where two come at the same moment', async () => {
    const { secret } = await turnOn('chen')
    await freshStep()
    const code = codeOf(secret)
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn('chen', { code })))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    await house.client('zhang').then((zhang) => zhang.delete(`/api/users/${house.people.chen.id}/second-factor`))
    await forgiveAttempts(house.kernel.db, { kind: 'login', text: 'chen' })
    expect((await signIn('chen')).status).toBe(201)
  })

  it('is neither on nor exchanged where the trail does not take its line', async () => {
    const client = await house.client('zhang')
    const { secret } = (await client.post('/api/second-factor')).body
    const confirm = () => client.post('/api/second-factor/confirmation', { code: codeOf(secret) })
    const full = { status: 503, body: { code: 'audit.unavailable' } }
    await withoutTrail(house, async () => expect(await confirm()).toMatchObject(full))
    expect((await client.get('/api/second-factor')).body).toMatchObject({ on: false, recoveryCodesLeft: 0 })
    const [recovery = ''] = (await confirm()).body.recoveryCodes
    await withoutTrail(house, async () =>
      expect(await client.post('/api/second-factor/recovery-codes')).toMatchObject(full),
    )
    expect((await signIn('zhang', { code: recovery })).status).toBe(201)
    expect((await client.delete('/api/second-factor')).status).toBe(204)
  })

  it('is replaced by a recovery code, once, in whatever way it is typed', async () => {
    const { client, recovery } = await turnOn('sun')
    const [first = '', second = ''] = recovery
    expect((await signIn('sun', { code: first.toLowerCase().replaceAll('-', ' ') })).status).toBe(201)
    expect((await signIn('sun', { code: first })).status).toBe(401)
    expect((await client.get('/api/second-factor')).body.recoveryCodesLeft).toBe(9)
    expect((await client.post('/api/second-factor/recovery-codes')).body.recoveryCodes).toHaveLength(10)
    expect((await signIn('sun', { code: second })).status).toBe(401)
    const rows = await house.kernel.db.rows(sql`select hash::text as hash from recovery_code`)
    expect(JSON.stringify(rows)).not.toContain(second.replaceAll('-', ''))
    expect((await client.delete('/api/second-factor')).status).toBe(204)
    expect((await signIn('sun')).status).toBe(201)
  })

  it('is not guessed by who knows the password: asking anew clears nothing', async () => {
    await forgiveAttempts(house.kernel.db, { kind: 'login', text: 'li' })
    const statuses: number[] = []
    for (let n = 0; n < 8; n++) {
      statuses.push((await signIn('li', { code: '000000' })).status)
      statuses.push((await signIn('li')).status)
    }
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(5)
    expect(statuses).toContain(429)
    await forgiveAttempts(house.kernel.db, { kind: 'login', text: 'li' })
  })

  it('proves presence as the password does', async () => {
    await freshStep()
    const { secret, client } = await turnOn('sun')
    await freshStep()
    expect((await client.post('/api/sessions/current/proof', { code: codeOf(secret) })).status).toBe(200)
    const other = await house.client('zhang')
    const none = await other.post('/api/sessions/current/proof', { code: '123456' })
    expect(none).toMatchObject({ status: 403, body: { code: 'access.wrong_code' } })
  })

  it('is still good after the server has asked for a new password', async () => {
    await (await house.client('sun')).delete('/api/second-factor')
    const again = await turnOn('sun')
    await freshStep()
    await setPasswordHash(house.kernel.db, house.people.sun.id, await hashPassword(password), { mustChange: true })
    const code = codeOf(again.secret)
    expect(await signIn('sun', { code })).toMatchObject({ body: { code: 'access.password_change_needed' } })
    expect(await signIn('sun', { code, newPassword: 'short' })).toMatchObject({ status: 422 })
    expect(await signIn('sun', { code: '000000', newPassword: 'ink-stone and brush' })).toMatchObject({ status: 401 })
    expect((await signIn('sun', { code, newPassword: 'ink-stone and brush' })).status).toBe(201)
    expect((await nobody.post('/api/sessions', { login: 'sun', password })).status).toBe(401)
  })

  it('is set up at sign-in where the role needs one, and cannot be turned off then', async () => {
    await writeSetting(house.kernel.db, signInSettingName, { secondFactor: ['manager'] })
    const offered = await signIn('chen')
    expect(offered).toMatchObject({ status: 403, body: { code: 'access.second_factor_setup' } })
    const { secret } = offered.body.details
    expect((await signIn('chen', { code: '000000' })).status).toBe(401)
    const entered = await signIn('chen', { code: codeOf(secret) })
    expect(entered.status).toBe(201)
    expect(entered.body.recoveryCodes).toHaveLength(10)
    const chen = await house.client('chen')
    expect(await chen.delete('/api/second-factor')).toMatchObject({
      status: 409,
      body: { code: 'access.second_factor_required' },
    })
  })

  it('is not turned off round a corner by who may take lost ones from others', async () => {
    await writeSetting(house.kernel.db, signInSettingName, {})
    const head = await house.client('zhang')
    const { secret } = (await head.post('/api/second-factor')).body
    expect((await head.post('/api/second-factor/confirmation', { code: codeOf(secret) })).status).toBe(200)
    await writeSetting(house.kernel.db, signInSettingName, { secondFactor: ['head'] })
    const corner = `/api/users/${house.people.zhang.id}/second-factor`
    expect(await head.delete(corner)).toMatchObject({ status: 409, body: { code: 'access.second_factor_required' } })
    await writeSetting(house.kernel.db, signInSettingName, {})
    expect((await head.delete(corner)).status).toBe(204)
    expect((await head.get('/api/second-factor')).body.on).toBe(false)
  })
})
