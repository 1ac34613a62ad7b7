import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  actorOf,
  defineJob,
  jobView,
  makeContext,
  type Purpose,
  purposeNamed,
  purposeOf,
  runJob,
  sql,
  standingOfPerson,
  startJob,
  systemActor,
} from '#kernel'
import { openServer } from '#test/api-server'
import { type ApiClient, type ApiHouse, clientOf, liveContract, openApiHouse } from '#test/as'
import { openEmptyHouse } from '#test/empty-house'

let house: ApiHouse
let wang: ApiClient
let customer: string
const purposes = () => house.system().recordsNamed('purpose')
const ids = new Map<string, string>()
const under = (purpose: string) => ({ headers: { 'x-dossier-purpose': encodeURIComponent(purpose) } })

beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  for (const [code, basis, active] of [
    ['service', 'contract', true],
    ['统计', 'public', true],
    ['marketing', 'consent', true],
    ['past', 'contract', false],
  ]) {
    const made = await purposes().create({ code, nameZh: code, nameEn: code, basis, active })
    ids.set(String(code), made.id)
  }
  await house.kernel.reload()
  customer = (await wang.post('/api/customers', { name: '目的客户' })).body.id
})
afterAll(() => house.close())

const lines = () =>
  house.kernel.db.rows<{ action: string; purpose: string | null; reason: string | null }>(
    sql`select action, purpose, reason from audit_event where actor = ${house.people.wang.id}::uuid order by id`,
  )

describe('a request that names its purpose of use', () => {
  it.each(['service', '统计'])('leaves %s in the trail of reads and writes', async (purpose) => {
    const before = (await lines()).length
    expect((await wang.get(`/api/customers/${customer}`, under(purpose))).status).toBe(200)
    expect((await wang.get('/api/customers', under(purpose))).status).toBe(200)
    expect((await wang.post('/api/contacts', { customer, name: '陈' }, under(purpose))).status).toBe(201)
    const left = (await lines()).slice(before)
    expect(left.map(({ action }) => action)).toEqual(['read', 'list', 'create'])
    expect(left.every((line) => line.purpose === purpose)).toBe(true)
  })

  it('leaves none where it names none', async () => {
    await wang.get(`/api/customers/${customer}`)
    expect((await lines()).at(-1)).toMatchObject({ action: 'read', purpose: null })
  })

  it.each(['other', 'past', ''])('is refused under “%s”, and told what is allowed', async (purpose) => {
    const answer = await wang.get(`/api/customers/${customer}`, under(purpose))
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.purpose_not_held', params: { purpose } } })
    expect(answer.body.params.allowed.split(', ').sort()).toEqual(['marketing', 'service', '统计'])
    expect((await lines()).at(-1)).toMatchObject({ action: 'refuse', purpose: null, reason: 'access.purpose_not_held' })
  })

  it('is refused where its encoding is broken', async () => {
    const answer = await wang.get('/api/customers', { headers: { 'x-dossier-purpose': '%E7' } })
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.purpose_not_held' } })
  })

  it('keeps it in the jobs that it starts, which end with it', async () => {
    const { kernel } = house
    const version = (await purposes().get(ids.get('统计') ?? '')).version
    const actor = actorOf(house.people.wang, await standingOfPerson(kernel, house.people.wang), { session: null })
    const ctx = makeContext({ kernel, actor, channel: 'api', purpose: '统计' })
    const seen: (string | null)[] = []
    const counting = defineJob({
      kind: 'counting',
      start: async () => ({}),
      step: async (tx) => {
        seen.push(tx.purpose)
        return { place: {}, done: 1, total: 1, finished: true }
      },
    })
    const start = () => ctx.transaction((tx) => startJob(tx, 'counting', {}))
    await runJob(kernel, [counting], await start())
    const late = await start()
    await purposes().update(ids.get('统计') ?? '', { active: false }, { version })
    await kernel.reload()
    await runJob(kernel, [counting], late)
    expect(seen).toEqual(['统计'])
    expect(await jobView(ctx, late)).toMatchObject({ state: 'failed', error: { code: 'access.purpose_not_held' } })
    await purposes().update(ids.get('统计') ?? '', { active: true }, { version: version + 1 })
    await kernel.reload()
  })

  it('streams no further once the purpose is switched off', async () => {
    const stream = await wang.events(under('统计').headers)
    const { version } = await purposes().get(ids.get('统计') ?? '')
    await purposes().update(ids.get('统计') ?? '', { active: false }, { version })
    await stream.ended
    await expect.poll(async () => (await wang.get('/api/customers', under('统计'))).status).toBe(403)
    expect((await wang.get('/api/customers', under('service'))).status).toBe(200)
  })
})

/** One that is held by nobody in particular and switched on. */
const made = (code: string, byConsent = false, defaultFor: readonly string[] = []): [string, Purpose] => [
  code,
  {
    id: code,
    code,
    label: { zh: code, en: code },
    byConsent,
    defaultFor,
    notice: { texts: { zh: null, en: null }, version: 0, oldest: 0 },
  },
]

describe('a purpose of use', () => {
  const purposes = new Map([made('service'), made('audit'), made('marketing', true)])
  const named = (held: 'all' | readonly string[], code: string) => () =>
    purposeNamed({ ...house.kernel, purposes }, { ...systemActor, purposes: held }, { named: code })

  it('is of use to whom a role gives it', () => {
    expect(named(['service'], 'service')()).toBe('service')
    expect(named(['service'], 'audit')).toThrow(
      expect.objectContaining({ params: { purpose: 'audit', allowed: 'service' } }),
    )
    expect(named([], 'service')).toThrow(expect.objectContaining({ params: { purpose: 'service', allowed: '-' } }))
    expect(named('all', 'audit')()).toBe('audit')
  })
})

describe('the default of a role', () => {
  let zhang: ApiClient
  let li: ApiClient
  beforeAll(async () => {
    zhang = await house.client('zhang')
    li = await house.client('li')
    const care = { code: 'care', nameZh: '客户关怀', nameEn: 'Customer care', basis: 'contract' }
    ids.set('care', (await zhang.post('/api/purposes', care)).body.id)
  })

  const change = async (code: string, patch: Record<string, unknown>) => {
    const id = ids.get(code)
    const { version } = (await zhang.get(`/api/purposes/${id}`)).body
    return zhang.patch(`/api/purposes/${id}`, { ...patch, version })
  }
  const ownRole = (patch: Record<string, unknown>) =>
    zhang.post('/api/roles', { nameZh: '客服', nameEn: 'Service', purposes: [ids.get('care')], ...patch })
  const last = async (of = house.people.wang.id) => {
    const rows = await house.kernel.db.rows<{ purpose: string | null }>(
      sql`select purpose from audit_event where actor = ${of}::uuid order by id desc limit 1`,
    )
    return rows[0]?.purpose
  }

  it('stands in the trail where a request names none, and gives way to one that is named', async () => {
    expect((await change('service', { defaultFor: ['clerk'] })).status).toBe(200)
    await wang.get(`/api/customers/${customer}`)
    expect(await last()).toBe('service')
    await wang.get(`/api/customers/${customer}`, under('care'))
    expect(await last()).toBe('care')
    await zhang.get(`/api/customers/${customer}`)
    expect(await last(house.people.zhang.id)).toBeNull()
    await change('service', { active: false })
    await wang.get(`/api/customers/${customer}`)
    expect(await last()).toBeNull()
    await change('service', { active: true })
  })

  it('is told with the session, beside the purposes that its holder may name', async () => {
    const { purposes, defaultPurpose } = (await wang.get('/api/sessions/current')).body.user
    expect(defaultPurpose).toBe('service')
    const label = { zh: 'marketing', en: 'marketing' }
    expect(purposes).toContainEqual({ id: ids.get('marketing'), code: 'marketing', label, byConsent: true })
    expect(purposes.map(({ code }: Record<string, string>) => code)).not.toContain('past')
  })

  it('ends what streams under it once it changes', async () => {
    const stream = await wang.events()
    await change('service', { defaultFor: null })
    await stream.ended
  })

  it('comes from a further role where the own one has none', async () => {
    const { id } = (await ownRole({ defaultPurpose: ids.get('care') })).body
    await zhang.post('/api/role-assignments', { user: house.people.li.id, role: id, grounds: '代班' })
    await expect
      .poll(async () => {
        await li.get('/api/customers')
        return last(house.people.li.id)
      })
      .toBe('care')
    await change('service', { defaultFor: ['clerk'] })
    await li.get('/api/customers')
    expect(await last(house.people.li.id)).toBe('service')
  })

  it('is one of its purposes, and never one that rests on consent', async () => {
    const refused = (path: string, code: string) => ({ status: 422, body: { code, errors: [{ path }] } })
    expect(await ownRole({ defaultPurpose: ids.get('service') })).toMatchObject(
      refused('defaultPurpose', 'access.default_not_held'),
    )
    const both = { purposes: [ids.get('marketing')], defaultPurpose: ids.get('marketing') }
    expect(await ownRole(both)).toMatchObject(refused('defaultPurpose', 'access.default_by_consent'))
    expect(await change('marketing', { defaultFor: ['clerk'] })).toMatchObject(
      refused('defaultFor', 'access.default_by_consent'),
    )
    const late = await change('care', { basis: 'consent' })
    expect(late).toMatchObject(refused('basis', 'access.default_by_consent'))
    expect(late.body.params.roles).toBe('客服')
    expect(await change('care', { defaultFor: ['manager', 'clerk'] })).toMatchObject({
      ...refused('defaultFor', 'access.default_taken'),
      body: { params: { roles: '业务员', purpose: 'service' } },
    })
  })

  it('does not stand where it came to rest on consent, or where its holder may not work for it', () => {
    const actor = (defaultPurpose: string, held: 'all' | readonly string[] = 'all') => ({
      ...systemActor,
      purposes: held,
      defaultPurpose,
    })
    const kernel = { ...house.kernel, purposes: new Map([made('service'), made('marketing', true)]) }
    expect(purposeOf(kernel, actor('service'), {})).toBe('service')
    expect(purposeOf(kernel, actor('marketing'), {})).toBeNull()
    expect(purposeOf(kernel, actor('service', ['audit']), {})).toBeNull()
    expect(purposeOf(kernel, actor('gone'), {})).toBeNull()
  })
})

it('comes with a company of its own: the usual purposes, in force and changed like any record', async () => {
  const { kernel, close } = await openEmptyHouse()
  const server = await openServer(kernel)
  const account = { company: 'Ming Yuan', name: 'Emma', login: 'emma', password: 'ink-stone-and-brush' } as const
  const nobody = clientOf(server.address, { contract: liveContract(kernel, server), seen: house.seen })
  const setup = { ...account, token: server.setup.token, locale: 'en' }
  const entered = await nobody.post('/api/setup', setup)
  const cookie = entered.headers.get('set-cookie')?.split(';')[0]
  const emma = clientOf(server.address, { contract: liveContract(kernel, server), seen: house.seen, cookie })
  const { items } = (await emma.get('/api/purposes?sort=code')).body
  expect(items.map(({ code, basis }: Record<string, string>) => [code, basis])).toEqual([
    ['contract', 'contract'],
    ['legal', 'statutory'],
    ['marketing', 'consent'],
    ['service', 'contract'],
    ['survey', 'consent'],
  ])
  const told = ({ noticeZh = '', noticeEn = '' }: Record<string, string>) =>
    /\p{Script=Han}/u.test(noticeZh) && /^[A-Z]/.test(noticeEn)
  expect(items.every((item: Record<string, string>) => item.active && told(item))).toBe(true)
  expect((await emma.get('/api/customers', under('service'))).status).toBe(200)
  const { id, version } = items[3]
  expect((await emma.patch(`/api/purposes/${id}`, { code: 'care', version })).status).toBe(200)
  expect((await emma.get('/api/customers', under('service'))).body.params.allowed).toContain('care')
  await server.close()
  await close()
})
