import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  actorOf,
  defineJob,
  jobView,
  makeContext,
  type Purpose,
  purposeNamed,
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

describe('a purpose of use', () => {
  const purposes = new Map<string, Purpose>([
    ['service', { id: '1', code: 'service', byConsent: false }],
    ['audit', { id: '2', code: 'audit', byConsent: false }],
    ['marketing', { id: '3', code: 'marketing', byConsent: true }],
  ])
  const named = (held: 'all' | readonly string[], code: string) => () =>
    purposeNamed({ ...house.kernel, purposes }, { ...systemActor, purposes: held }, code)

  it('is of use to whom a role gives it', () => {
    expect(named(['service'], 'service')()).toBe('service')
    expect(named(['service'], 'audit')).toThrow(
      expect.objectContaining({ params: { purpose: 'audit', allowed: 'service' } }),
    )
    expect(named([], 'service')).toThrow(expect.objectContaining({ params: { purpose: 'service', allowed: '-' } }))
    expect(named('all', 'audit')()).toBe('audit')
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
  expect(items.every(({ notice, active }: Record<string, string>) => active && /^[A-Z]/.test(notice ?? ''))).toBe(true)
  expect((await emma.get('/api/customers', under('service'))).status).toBe(200)
  const { id, version } = items[3]
  expect((await emma.patch(`/api/purposes/${id}`, { code: 'care', version })).status).toBe(200)
  expect((await emma.get('/api/customers', under('service'))).body.params.allowed).toContain('care')
  await server.close()
  await close()
})
