import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql, writeSetting } from '#kernel'
import { signInSettingName, staff } from '#modules/staff'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

const first = 'ink-stone and brush'

let house: ApiHouse
let zhang: ApiClient
let nobody: ApiClient
beforeAll(async () => {
  house = await openApiHouse()
  zhang = await house.client('zhang')
  nobody = await house.client()
})
afterAll(() => house.close())
beforeEach(async () => {
  await writeSetting(house.kernel.db, signInSettingName, {})
})

const set = (person: 'wang' | 'li' | 'sun', password: string, more = {}) =>
  zhang.post(`/api/users/${house.people[person].id}/password`, { password, mustChange: false, ...more })
const signIn = (login: string, password: string, newPassword?: string) =>
  nobody.post('/api/sessions', { login, password, newPassword })
const later = (days: number, column: 'credential.changed_at' | 'account.last_sign_in_at') => {
  const [table, name] = column.split('.').map((part) => sql.id(part))
  return house.kernel.db.rows(
    sql`update ${table} set ${name} = ${name} - make_interval(days => ${days}) where user_id = ${house.people.wang.id}`,
  )
}

describe('a password of somebody else', () => {
  it('is set once, and never over one that they have, while three officers look after the house', async () => {
    const { kernel } = house
    const { settings } = kernel
    kernel.settings = { ...settings, threeOfficers: true }
    expect((await set('sun', first)).status).toBe(204)
    expect((await set('sun', 'lamp-oil and paper')).body.code).toBe('access.password_theirs')
    kernel.settings = settings
    expect((await signIn('sun', first)).status).toBe(201)
    expect((await set('sun', 'lamp-oil and paper')).status).toBe(204)
  })
})

describe('a password', () => {
  it.each([
    ['short one', 'access.weak_password'],
    ['aaaabbbbaaaabbbb', 'access.weak_password'],
    ['password123', 'access.guessable_password'],
    ['Password1234', 'access.guessable_password'],
    ['1qaz2wsx3edc', 'access.guessable_password'],
    ['qwertyuiop123', 'access.guessable_password'],
    ['1987-11-23', 'access.guessable_password'],
    ['wang-wang-1', 'access.guessable_password'],
    ['王芳王芳王芳王芳12', 'access.guessable_password'],
  ])('%j is refused', async (password, code) => {
    expect(await set('wang', password)).toMatchObject({ status: 422, body: { code, errors: [{ path: 'password' }] } })
  })

  it('that is long and its own is taken, whatever its letters, and never has to change', async () => {
    expect((await set('wang', '春江潮水连海平海上明月')).status).toBe(204)
    await later(400, 'credential.changed_at')
    expect((await signIn('wang', '春江潮水连海平海上明月')).status).toBe(201)
  })

  it('that somebody else has set is changed at the next sign-in', async () => {
    await set('li', first, { mustChange: true })
    expect(await signIn('li', first)).toMatchObject({ status: 403, body: { code: 'access.password_change_needed' } })
    expect((await signIn('li', 'wrong', 'another good one')).status).toBe(401)
    expect(await signIn('li', first, 'short')).toMatchObject({ status: 422 })
    expect((await signIn('li', first, 'another good one')).status).toBe(201)
    expect((await signIn('li', first)).status).toBe(401)
    expect((await signIn('li', 'another good one')).status).toBe(201)
  })
})

describe('where the company follows MLPS level 3, a password', () => {
  beforeEach(async () => {
    const changed = await zhang.patch('/api/sign-in-settings', { passwords: 'mlps3' })
    expect(changed).toMatchObject({ status: 200, body: { passwords: 'mlps3', networks: [] } })
  })

  it('mixes three sorts of signs', async () => {
    expect(await set('wang', 'ink-stone and brush')).toMatchObject({ body: { code: 'access.plain_password' } })
    expect((await set('wang', 'Ink-stone and brush')).status).toBe(204)
  })

  it('is changed every ninety days', async () => {
    await set('wang', 'Ink-stone 7 and brush')
    expect((await signIn('wang', 'Ink-stone 7 and brush')).status).toBe(201)
    await later(91, 'credential.changed_at')
    const due = await signIn('wang', 'Ink-stone 7 and brush')
    expect(due).toMatchObject({ status: 403, body: { code: 'access.password_change_needed' } })
    expect((await signIn('wang', 'Ink-stone 7 and brush', 'Ink-stone 8 and paper')).status).toBe(201)
  })

  it('is none of the last five', async () => {
    const used = Array.from({ length: 6 }, (_, n) => `Tea-house ${n} on the hill`)
    for (const each of used) expect((await set('sun', each)).status).toBe(204)
    for (const each of used.slice(1))
      expect(await set('sun', each)).toMatchObject({ body: { code: 'access.used_password' } })
    expect((await set('sun', used[0] ?? '')).status).toBe(204)
  })

  it('of an account that nobody used for ninety days does not let in, and the account is switched off', async () => {
    const password = 'Ink-stone 9 and brush'
    await set('wang', password)
    expect((await signIn('wang', password)).status).toBe(201)
    await later(91, 'account.last_sign_in_at')
    expect((await signIn('wang', password)).status).toBe(201)
    await later(91, 'account.last_sign_in_at')
    await later(91, 'credential.changed_at')
    expect(await signIn('wang', password)).toMatchObject({ status: 403, body: { code: 'access.dormant' } })
    await house.kernel.db.rows(
      sql`update "user" set created_at = created_at - interval '91 days' where login in ('wang', 'zhang')`,
    )
    await staff.maintain?.(house.system())
    const { items } = await house
      .as('zhang')
      .recordsNamed('user')
      .list({ where: { active: false } })
    expect(items.map(({ values }) => values.login)).toEqual(['wang'])
  })
})

describe('the settings of sign-in', () => {
  it('are for who has the duty and has just proved to be there', async () => {
    expect((await (await house.client('li')).get('/api/sign-in-settings')).status).toBe(403)
    expect((await (await house.client('li')).patch('/api/sign-in-settings', { passwords: 'modern' })).status).toBe(403)
    await house.kernel.db.rows(sql`update session set proven_at = null`)
    await house.kernel.db.rows(sql`select pg_notify('dossier_event', '')`)
    const stale = await house.client('zhang')
    await house.kernel.db.rows(
      sql`update session set proven_at = now() - interval '1 hour' where user_id = ${house.people.zhang.id}`,
    )
    expect(await stale.patch('/api/sign-in-settings', { passwords: 'modern' })).toMatchObject({
      body: { code: 'access.proof_needed' },
    })
  })

  it('let nobody in from outside the company’s networks, and nobody shuts oneself out', async () => {
    const head = await house.client('zhang')
    expect(await head.patch('/api/sign-in-settings', { networks: ['10.0.0.0/8'] })).toMatchObject({
      status: 409,
      body: { code: 'access.network_own' },
    })
    expect((await head.patch('/api/sign-in-settings', { networks: ['127.0.0.0/8'] })).status).toBe(200)
    expect((await head.get('/api/customers')).status).toBe(200)
    await writeSetting(house.kernel.db, signInSettingName, { networks: ['10.0.0.0/8'] })
    const refused = { status: 403, body: { code: 'access.network_foreign' } }
    await expect.poll(() => head.get('/api/customers'), { timeout: 3_000 }).toMatchObject(refused)
    expect((await fetch(`${house.server.address}/api/health`)).status).toBe(200)
  })
})

describe('an account with an end', () => {
  it('ends by itself, and its sessions with it', async () => {
    const li = await house.client('li')
    const end = (at: number | null) =>
      house.kernel.db.rows(
        sql`update "user" set valid_until = ${at === null ? null : new Date(at).toISOString()}::timestamptz where login = 'li'`,
      )
    await writeSetting(house.kernel.db, signInSettingName, {})
    await expect.poll(async () => (await li.get('/api/customers')).status, { timeout: 3_000 }).toBe(200)
    await end(Date.now() + 1_500)
    expect((await li.get('/api/customers')).status).toBe(200)
    await expect.poll(async () => (await li.get('/api/customers')).status, { timeout: 4_000 }).toBe(401)
    expect((await signIn('li', 'another good one')).status).toBe(401)
    await end(null)
    expect((await signIn('li', 'another good one')).status).toBe(201)
  })
})
