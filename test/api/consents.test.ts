import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actorOf, defineJob, makeContext, runJob, standingOfPerson, startJob } from '#kernel'
import { type ApiClient, type ApiHouse, openApiHouse } from '#test/as'

let house: ApiHouse
let wang: ApiClient
const purposes = new Map<string, string>()
const under = (purpose: string) => ({ headers: { 'x-dossier-purpose': purpose } })
const marketing = under('marketing')
const day = 86_400_000
const at = (days: number): string => new Date(Date.now() + days * day).toISOString()

beforeAll(async () => {
  house = await openApiHouse()
  wang = await house.client('wang')
  for (const [code, basis] of [
    ['service', 'contract'],
    ['marketing', 'consent'],
    ['research', 'consent'],
  ]) {
    const made = await house.system().recordsNamed('purpose').create({ code, nameZh: code, nameEn: code, basis })
    purposes.set(String(code), made.id)
  }
  await house.kernel.reload()
})
afterAll(() => house.close())

/** A customer of the clerk's with a contact, and the consent if one is told. */
async function file(name: string, given?: Record<string, unknown>) {
  const customer: string = (await wang.post('/api/customers', { name, phone: '13900139000', remarks: name })).body.id
  const contact: string = (await wang.post('/api/contacts', { customer, name: `${name}联系人` })).body.id
  const consent = given && (await give(customer, given))
  return { customer, contact, consent }
}

async function give(customer: string, given: Record<string, unknown> = {}) {
  const { status, body } = await wang.post('/api/consents', {
    customer,
    purpose: purposes.get('marketing'),
    subject: '接收新品短信',
    notice: '我们每月发送一次新品信息，可随时退订。',
    method: 'written',
    ...given,
  })
  expect(status).toBe(201)
  return body as { id: string; version: number }
}

const withdraw = async (consent: Awaited<ReturnType<typeof give>> | undefined): Promise<void> => {
  const { id, version } = consent ?? { id: '', version: 0 }
  expect((await wang.patch(`/api/consents/${id}`, { withdrawnHow: '电话', version })).status).toBe(200)
}

/** A file on the customer's file. */
async function attach(customer: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob(['合同']), '合同.txt')
  const { id } = (await wang.post('/api/files', undefined, { form })).body
  expect((await wang.post('/api/attachments', { customer, title: '合同', files: [id] })).status).toBe(201)
  return id
}

/** By every way to it: itself, its contact, lists with their counts, search, groups, timeline and what is added. */
async function reach({ customer, contact }: { customer: string; contact: string }, purpose = marketing) {
  const where = (filter: unknown): string => `where=${encodeURIComponent(JSON.stringify(filter))}`
  const name = (await wang.get(`/api/customers/${customer}`)).body.name
  const get = async (path: string) => (await wang.get(path, purpose)).body
  const groups = await get(`/api/customers/groups?by=status&${where({ id: customer })}`)
  const added = await wang.post('/api/needs', { customer, title: '样品' }, purpose)
  return {
    file: (await wang.get(`/api/customers/${customer}`, purpose)).status,
    change: (await wang.patch(`/api/customers/${customer}`, { version: 99 }, purpose)).status,
    child: (await wang.get(`/api/contacts/${contact}`, purpose)).status,
    list: (await get(`/api/customers?${where({ id: customer })}`)).total,
    children: (await get(`/api/contacts?${where({ customer })}`)).total,
    search: (await get(`/api/customers?search=${encodeURIComponent(name)}`)).items.length,
    groups: groups.groups.length,
    timeline: (await wang.get(`/api/customers/${customer}/timeline`, purpose)).status,
    history: (await wang.get(`/api/customers/${customer}/history`, purpose)).status,
    added: added.status,
  }
}

const all = { file: 200, change: 409, child: 200, list: 1, children: 1, search: 1, groups: 1, timeline: 200 }
const reached = { ...all, history: 200, added: 201 }
const nothing = { file: 404, change: 404, child: 404, list: 0, children: 0, search: 0, groups: 0, timeline: 404 }
const beyond = { ...nothing, history: 404, added: 422 }

describe('a purpose that rests on consent', () => {
  it('reaches who has consented, with all that is on their file, and nobody else', async () => {
    expect(await reach(await file('同意甲', {}))).toEqual(reached)
    expect(await reach(await file('无言乙'))).toEqual(beyond)
  })

  it('leaves other purposes, and requests without one, as they were', async () => {
    const silent = await file('无言丙')
    expect(await reach(silent, under('service'))).toEqual(reached)
    expect((await wang.get(`/api/customers/${silent.customer}`)).status).toBe(200)
  })

  it.each([
    ['of another purpose', () => ({ purpose: purposes.get('research') })],
    ['whose time is over', () => ({ givenAt: at(-9), until: at(-1) })],
    ['that is yet to begin', () => ({ givenAt: at(1) })],
    ['withdrawn when it was recorded', () => ({ withdrawnHow: '电话' })],
  ])('is not opened by a consent %s', async (what, given) => {
    expect(await reach(await file(`限${what}`, given()))).toEqual(beyond)
  })

  it('is opened by a consent within its time', async () => {
    expect(await reach(await file('在期丁', { givenAt: at(-9), until: at(1) }))).toEqual(reached)
  })

  it('closes at once where the consent is withdrawn or taken away, and opens with a new one', async () => {
    const left = await file('撤回戊', {})
    await withdraw(left.consent)
    expect((await wang.get(`/api/consents/${left.consent?.id}`)).body.withdrawnAt).toBeTruthy()
    expect(await reach(left)).toEqual(beyond)
    const again = await give(left.customer)
    expect((await wang.get(`/api/customers/${left.customer}`, marketing)).status).toBe(200)
    await wang.delete(`/api/consents/${again.id}`)
    expect(await reach(left)).toEqual(beyond)
  })

  it('does not reach what stands on no customer’s file', async () => {
    const { customer } = await file('任务己', {})
    const task = (await wang.post('/api/tasks', { title: '回访', customer })).body.id
    expect((await wang.get(`/api/tasks/${task}`, marketing)).status).toBe(404)
    expect((await wang.get(`/api/tasks/${task}`, under('service'))).status).toBe(200)
  })

  it('lets nothing be made that nobody can have consented to', async () => {
    const { customer } = await file('新建寅', {})
    for (const [path, input] of [
      ['customers', { name: '新建卯' }],
      ['tasks', { title: '回访', customer }],
    ] as const)
      expect(await wang.post(`/api/${path}`, input, marketing)).toMatchObject({
        status: 403,
        body: { code: 'access.consent_first', params: { purpose: 'marketing' } },
      })
    expect((await wang.post('/api/customers', { name: '新建卯' }, under('service'))).status).toBe(201)
  })

  it('reveals a value, and hands out a file, of who has consented alone, until it is withdrawn', async () => {
    const [given, silent] = [await file('取用辰', {}), await file('取用巳')]
    const [one, two] = await Promise.all([given, silent].map(({ customer }) => attach(customer)))
    const taken = async ({ customer }: typeof given, id: string | undefined) => [
      (await wang.post(`/api/customers/${customer}/reveals`, { field: 'phone', reason: '回访' }, marketing)).status,
      (await wang.get(`/api/files/${id}`, marketing)).status,
    ]
    expect(await taken(given, one)).toEqual([200, 200])
    expect(await taken(silent, two)).toEqual([404, 404])
    await withdraw(given.consent)
    expect(await taken(given, one)).toEqual([404, 404])
    expect((await wang.get(`/api/files/${one}`, under('service'))).status).toBe(200)
  })

  it('is asked anew at each step of a job', async () => {
    const { kernel } = house
    const { customer, consent } = await file('任务午', {})
    const actor = actorOf(house.people.wang, await standingOfPerson(kernel, house.people.wang), { session: null })
    const ctx = makeContext({ kernel, actor, channel: 'api', purpose: 'marketing' })
    const seen: number[] = []
    const looking = defineJob({
      kind: 'looking',
      start: async () => ({}),
      step: async (tx) => {
        seen.push((await tx.recordsNamed('customer').list({ where: { id: customer } })).total)
        if (seen.length === 1) await withdraw(consent)
        return { place: {}, done: seen.length, total: 2, finished: seen.length === 2 }
      },
    })
    await runJob(kernel, [looking], await ctx.transaction((tx) => startJob(tx, 'looking', {})))
    expect(seen).toEqual([1, 0])
  })

  it('admits nobody where no consents are kept, or once it is no longer in force', async () => {
    const { customer } = await file('关闭庚', {})
    const { kernel } = house
    const seen = (changed: Partial<typeof kernel>) =>
      makeContext({
        kernel: { ...kernel, ...changed },
        actor: house.as('wang').actor,
        channel: 'api',
        purpose: 'marketing',
      })
        .recordsNamed('customer')
        .list({ where: { id: customer } })
    expect((await seen({})).total).toBe(1)
    expect((await seen({ registry: { ...kernel.registry, consents: undefined } })).total).toBe(0)
    expect((await seen({ purposes: new Map() })).total).toBe(0)
  })

  it('is told by the stream of changes of no file', async () => {
    const streams = await Promise.all([wang.events(marketing.headers), wang.events(under('service').headers)])
    const { customer } = await file('推送辛', {})
    const { id } = await house.system().recordsNamed('tag').create({ name: '推送' })
    await Promise.all(streams.map(({ next }) => next(({ records }) => records.includes(id))))
    const told = streams.map(({ events }) => events.some(({ records }) => records.includes(customer)))
    expect(told).toEqual([false, true])
    for (const stream of streams) stream.close()
  })
})

describe('a consent', () => {
  it('stays as it was given', async () => {
    const { consent } = await file('不改壬', {})
    const { id, version } = consent ?? { id: '', version: 0 }
    for (const patch of [
      { notice: '别的' },
      { until: at(9) },
      { purpose: purposes.get('research') },
      { method: 'web' },
    ])
      expect(await wang.patch(`/api/consents/${id}`, { ...patch, version })).toMatchObject({
        status: 422,
        body: { code: 'access.consent_given', errors: [{ path: Object.keys(patch)[0] }] },
      })
  })

  it('is withdrawn once', async () => {
    const { consent } = await file('一次癸', {})
    const { id, version } = consent ?? { id: '', version: 0 }
    expect((await wang.patch(`/api/consents/${id}`, { withdrawnAt: at(0), version })).status).toBe(200)
    for (const patch of [{ withdrawnAt: null }, { withdrawnAt: at(-1) }, { withdrawnHow: '后补' }])
      expect(await wang.patch(`/api/consents/${id}`, { ...patch, version: version + 1 })).toMatchObject({
        status: 422,
        body: { code: 'access.consent_given' },
      })
  })
})

describe('the channels of a consent', () => {
  const change = async ({ id }: { id: string }, patch: Record<string, unknown>) => {
    const { version } = (await wang.get(`/api/consents/${id}`)).body
    return wang.patch(`/api/consents/${id}`, { ...patch, version })
  }
  const made = async (name: string, given: Record<string, unknown> = {}) => {
    const { customer, consent } = await file(name, given)
    const seen = async () => (await wang.get(`/api/customers/${customer}`, marketing)).status
    return { given: consent ?? { id: '' }, seen }
  }
  const refused = (path: string, code: string) => ({ status: 422, body: { code, errors: [{ path }] } })

  it('are withdrawn one after the other; with the last of them the consent is', async () => {
    const { given, seen } = await made('渠道甲', { channels: ['sms', 'email'] })
    const first = await change(given, { withdrawnChannels: ['sms'], withdrawnHow: '短信退订' })
    expect(first.body).toMatchObject({ withdrawnChannels: ['sms'], withdrawnHow: '短信退订', withdrawnAt: null })
    expect(await seen()).toBe(200)
    const last = await change(given, { withdrawnChannels: ['sms', 'email'] })
    expect(last.body.withdrawnAt).toBeTruthy()
    expect(await seen()).toBe(404)
  })

  it('are all of them where none is named, and what is withdrawn without naming one is the whole', async () => {
    const { given, seen } = await made('渠道乙')
    expect((await change(given, { withdrawnChannels: ['phone', 'visit'] })).body.withdrawnAt).toBeNull()
    expect(await seen()).toBe(200)
    expect((await change(given, { withdrawnHow: '来函' })).body.withdrawnAt).toBeTruthy()
    expect(await seen()).toBe(404)
    const every = ['phone', 'sms', 'email', 'wechat', 'post', 'visit']
    const other = await made('渠道丙')
    expect((await change(other.given, { withdrawnChannels: every })).body.withdrawnAt).toBeTruthy()
  })

  it('stay as they were given, and withdrawn once they are', async () => {
    const { given } = await made('渠道丁', {
      channels: ['sms', 'email'],
      withdrawnChannels: ['sms'],
      withdrawnHow: '短信',
    })
    for (const channels of [['sms'], null])
      expect(await change(given, { channels })).toMatchObject(refused('channels', 'access.consent_given'))
    for (const withdrawnChannels of [['email'], null])
      expect(await change(given, { withdrawnChannels })).toMatchObject(
        refused('withdrawnChannels', 'access.consent_given'),
      )
    expect(await change(given, { withdrawnHow: null })).toMatchObject(refused('withdrawnHow', 'access.consent_given'))
    expect(await change(given, { withdrawnChannels: ['sms', 'post'] })).toMatchObject(
      refused('withdrawnChannels', 'access.channel_not_given'),
    )
  })
})

describe('the notice of a purpose', () => {
  const first = '我们每季度寄送一次产品目录，可随时退订。'
  const second = '我们每月寄送一次产品目录，可随时退订。'
  let zhang: ApiClient
  let id: string
  beforeAll(async () => {
    zhang = await house.client('zhang')
    const catalogue = { code: 'catalogue', nameZh: '目录', nameEn: 'Catalogue', basis: 'consent', noticeZh: first }
    id = (await zhang.post('/api/purposes', catalogue)).body.id
    purposes.set('catalogue', id)
  })

  const change = async (patch: Record<string, unknown>) => {
    const { version } = (await zhang.get(`/api/purposes/${id}`)).body
    return zhang.patch(`/api/purposes/${id}`, { ...patch, version })
  }
  const given = async (customer: string, more: Record<string, unknown> = {}) => {
    const input = { customer, purpose: id, subject: '目录', method: 'written', ...more }
    return wang.post('/api/consents', input)
  }
  const sees = async ({ customer }: { customer: string }) =>
    (await wang.get(`/api/customers/${customer}`, under('catalogue'))).status

  it('gets another version with another text, which nobody else may number', async () => {
    expect((await zhang.get(`/api/purposes/${id}`)).body).toMatchObject({ noticeVersion: 1, oldestNotice: null })
    expect((await change({ nameZh: '产品目录' })).body.noticeVersion).toBe(1)
    expect((await change({ noticeZh: second })).body).toMatchObject({ noticeVersion: 2, noticeZh: second })
    expect((await change({ noticeVersion: 9 })).status).toBe(422)
    expect(await change({ oldestNotice: 3 })).toMatchObject({
      status: 422,
      body: { code: 'access.notice_unknown', errors: [{ path: 'oldestNotice', params: { version: 2 } }] },
    })
    expect((await change({ noticeZh: null })).body.noticeVersion).toBe(2)
    expect((await change({ noticeZh: first })).body.noticeVersion).toBe(3)
    expect((await change({ noticeZh: second })).body.noticeVersion).toBe(4)
  })

  it('is taken over by a consent with its version; an older one, and words of its own, are named as such', async () => {
    const { customer } = await file('告知甲')
    expect((await given(customer)).body).toMatchObject({ notice: second, noticeVersion: 4, noticeLanguage: 'zh' })
    expect((await given(customer, { notice: second })).body).toMatchObject({ noticeVersion: 4 })
    expect((await given(customer, { notice: '口头说明' })).body).toMatchObject({ noticeVersion: null })
    const older = { noticeVersion: 1, noticeLanguage: 'zh', notice: first }
    expect((await given(customer, older)).body).toMatchObject(older)
    const refused = (path: string, code: string) => ({ status: 422, body: { code, errors: [{ path }] } })
    expect(await given(customer, { noticeVersion: 5 })).toMatchObject(refused('noticeVersion', 'access.notice_unknown'))
    expect(await given(customer, { noticeVersion: 4, notice: first })).toMatchObject(
      refused('notice', 'access.notice_differs'),
    )
    expect(await given(customer, { noticeVersion: 1 })).toMatchObject({
      status: 422,
      body: { code: 'field.required', errors: [{ path: 'notice' }, { path: 'noticeLanguage' }] },
    })
  })

  it('that is older counts, until the purpose says from which version on consent is asked for anew', async () => {
    const [old, fresh, silent] = [await file('告知乙'), await file('告知丙'), await file('告知丁')]
    await given(old.customer, { noticeVersion: 2, noticeLanguage: 'zh', notice: second })
    await given(fresh.customer)
    await given(silent.customer, { notice: '口头说明' })
    const seen = async () => [await sees(old), await sees(fresh), await sees(silent)]
    expect(await seen()).toEqual([200, 200, 200])
    await change({ oldestNotice: 3 })
    expect(await seen()).toEqual([404, 200, 404])
    expect((await given(old.customer)).status).toBe(201)
    expect(await seen()).toEqual([200, 200, 404])
    await change({ oldestNotice: 1 })
    expect(await seen()).toEqual([200, 200, 200])
  })

  it('has a text in each language, and a consent says in which one it was told', async () => {
    const english = 'We send a catalogue each month; you may leave at any time.'
    const { customer } = await file('告知戊')
    const inEnglish = { headers: { 'accept-language': 'en' } }
    const refused = (path: string, code: string) => ({ status: 422, body: { code, errors: [{ path }] } })
    const told = async (more: Record<string, unknown>, options = {}) => {
      const input = { customer, purpose: id, subject: '目录', method: 'written', ...more }
      return wang.post('/api/consents', input, options)
    }
    const missing = await told({ noticeLanguage: 'en' })
    expect(missing).toMatchObject(refused('noticeLanguage', 'access.notice_language'))
    expect(missing.body.params.languages).toBe('中文')
    expect((await told({}, inEnglish)).body).toMatchObject({ notice: second, noticeLanguage: 'zh', noticeVersion: 4 })
    expect((await change({ noticeEn: english })).body).toMatchObject({ noticeZh: second, noticeVersion: 5 })
    const [zh, en] = [
      { notice: second, noticeLanguage: 'zh', noticeVersion: 5 },
      { notice: english, noticeLanguage: 'en', noticeVersion: 5 },
    ]
    expect((await told({})).body).toMatchObject(zh)
    expect((await told({}, inEnglish)).body).toMatchObject(en)
    expect((await told({ noticeLanguage: 'en' })).body).toMatchObject(en)
    expect((await told({ notice: english })).body).toMatchObject(en)
    expect(await told({ noticeVersion: 5, noticeLanguage: 'zh', notice: english })).toMatchObject(
      refused('notice', 'access.notice_differs'),
    )
    const own = { noticeLanguage: 'en', notice: 'As said on the phone' }
    expect((await told(own)).body).toMatchObject({ ...own, noticeVersion: null })
    expect((await change({ noticeZh: null })).body).toMatchObject({ noticeVersion: 5 })
    expect((await told({})).body).toMatchObject(en)
  })
})
