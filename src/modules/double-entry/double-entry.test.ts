import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import {
  type Channel,
  type Context,
  checkDuplicates,
  decide,
  makeContext,
  showProposal,
  sql,
  storeFile,
  systemActor,
} from '#kernel'
import type { House } from '#test/house'
import { queueImport } from '#test/import-csv'
import { openLedHouse } from '#test/led-house'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { modules } from '../../server/modules.ts'
import { closeKernel, openKernel } from '../../server/open-kernel.ts'
import { doubleEntry, keyAgain, keyingEvidence, keyingForm } from './index.ts'

/* What one person enters another keys again without having seen it; where they differ, a third decides. */

let house: House
const ids = { zhang: '', wang: '', li: '', chen: '', sun: '' }
const rules: string[] = []
const as = async (login: string, channel: Channel = 'page'): Promise<Context> =>
  (await actAs(house, login)).with({ channel })
const records = (object: string) => house.system().recordsNamed(object)

beforeAll(async () => {
  house = await openLedHouse()
  for (const [login, { id }] of Object.entries(house.people)) Object.assign(ids, { [login]: id })
  await records('field_rule').create({ object: 'customer', field: 'phone', rule: 'verify', parts: { days: 90 } })
})
afterAll(() => house.close())
afterEach(async () => {
  for (const id of rules.splice(0)) await records('approval_rule').remove(id)
})

async function rule(values: Record<string, unknown> = {}): Promise<void> {
  const whole = {
    object: 'customer',
    name: '电话二次录入',
    operations: ['create', 'update'],
    fields: ['phone'],
    people: [ids.li],
    again: true,
  }
  rules.push((await (await as('zhang')).recordsNamed('approval_rule').create({ ...whole, ...values })).id)
}

let made = 0
async function file(by = 'wang', values: Record<string, unknown> = {}, channel: Channel = 'page'): Promise<string> {
  const whole = { name: `双录客户${++made}`, phone: '010-88886666', unit: house.units.north, ...values }
  const { id } = await (await as(by, channel)).recordsNamed('customer').create(whole)
  await runJobs(house)
  return id
}

type Entry = { id: string } & Record<string, unknown>

async function entriesOf(record: string) {
  const { items } = await records('second_entry').list({ where: { record }, sort: 'createdAt', limit: 200 })
  return items.map(({ id, values }): Entry => ({ id, ...values }))
}

async function entryOf(record: string) {
  const entry = (await entriesOf(record)).at(-1)
  if (!entry) throw new Error('nothing is to be keyed again')
  return entry
}

async function key(login: string, record: string, value: unknown) {
  return keyAgain(await as(login), (await entryOf(record)).id, value)
}

describe('a value that a rule speaks of', () => {
  it('is given out by a process that has not heard of the rule yet', async () => {
    const deaf = await openKernel({ ...house, modules, connections: 4 })
    onTestFinished(() => closeKernel(deaf))
    await deaf.feed.end()
    await rule()
    const values = { name: `双录客户${++made}`, phone: '010-88886666', unit: house.units.north }
    const { id } = await (await as('wang')).recordsNamed('customer').create(values)
    await runJobs({ kernel: deaf, system: house.system })
    expect(await entryOf(id)).toMatchObject({ state: 'open', assignee: ids.li })
  })

  it('holds at once, and is given to somebody else with one task for all of them', async () => {
    await rule()
    const [one, two] = [await file(), await file()]
    const [first, second] = [await entryOf(one), await entryOf(two)]
    expect(first).toMatchObject({ state: 'open', enteredBy: ids.wang, assignee: ids.li, way: 'page', field: 'phone' })
    expect(second.todo).toBe(first.todo)
    expect(await records('task').get(String(first.todo))).toMatchObject({ assignee: ids.li, state: 'open' })
    expect((await records('customer').get(one)).phone).toBe('+861088886666')
  })

  it('counts as verified by the second person where they agree in the words of its kind', async () => {
    await rule()
    const id = await file()
    expect(await key('li', id, '(010) 8888 6666')).toEqual({ state: 'same', request: null })
    expect(await entryOf(id)).toMatchObject({ state: 'same', enteredBy: ids.wang, keyedBy: ids.li })
    const { verifications } = await records('customer').get(id)
    expect(verifications).toMatchObject([{ field: 'phone', how: 'keyed', by: ids.li }])
    expect(await records('task').get(String((await entryOf(id)).todo))).toMatchObject({ state: 'open' })
  })

  it('is drawn by share, by way, by case, and not of roles that are exempt', async () => {
    await rule({ ways: ['import'], when: { tier: 'vip' } })
    expect(await entriesOf(await file('wang', { tier: 'vip' }))).toEqual([])
    expect(await entriesOf(await file('wang', { tier: 'ordinary' }, 'import'))).toEqual([])
    expect(await entriesOf(await file('wang', { tier: 'vip' }, 'import'))).toHaveLength(1)
    await rule({ fields: ['fax'], exempt: ['clerk'] })
    expect(await entriesOf(await file('wang', { fax: '010-88880000' }))).toEqual([])
    await rule({ fields: ['website'], share: 50 })
    const websites = Array.from({ length: 40 }, (_, at) => ({
      input: { name: `抽样${at}`, website: `https://a${at}.cn` },
    }))
    const drawn = await (await as('wang')).recordsNamed('customer').createMany(websites)
    const { total } = await records('second_entry').list({ where: { record: { in: drawn.map(({ id }) => id) } } })
    expect(total).toBeGreaterThan(5)
    expect(total).toBeLessThan(35)
  })

  it('is asked for of what a list brings and of what the API brings', async () => {
    await rule()
    expect(await entryOf(await file('wang', {}, 'api'))).toMatchObject({ way: 'api' })
    await queueImport(await as('zhang'), '客户名称,电话\n双录导入客户,010-66668888\n')
    // The list first, then what it asks for.
    await runJobs(house)
    await runJobs(house)
    const { items } = await records('customer').list({ where: { name: '双录导入客户' } })
    expect(await entryOf(items[0]?.id ?? '')).toMatchObject({ way: 'import', enteredBy: ids.zhang, state: 'open' })
  })

  it('waits for another day where nobody may have it', async () => {
    await rule({ people: [ids.wang] })
    const id = await file()
    expect(await entryOf(id)).toMatchObject({ state: 'waiting', assignee: null })
    const secret = await file('zhang', { level: '3' })
    expect(await entryOf(secret)).toMatchObject({ state: 'waiting' })
    const [own] = rules
    await records('approval_rule').update(own ?? '', { people: [ids.sun] })
    await doubleEntry.maintain?.(
      makeContext({ kernel: house.kernel, actor: systemActor, channel: 'job', systemReason: 'upkeep' }),
    )
    await runJobs(house)
    expect(await entryOf(id)).toMatchObject({ state: 'open', assignee: ids.sun })
    expect(await entryOf(secret)).toMatchObject({ state: 'waiting' })
  })

  it('is dropped when another value takes its place or its file goes, and nothing is asked for what was emptied', async () => {
    await rule()
    const id = await file()
    const change = async (phone: string | null) => {
      const customers = (await as('wang')).recordsNamed('customer')
      await customers.update(id, { phone }, { version: (await customers.get(id)).version })
      await runJobs(house)
    }
    await change('010-88887777')
    expect((await entriesOf(id)).map(({ state }) => state)).toEqual(['dropped', 'open'])
    await change(null)
    expect((await entriesOf(id)).map(({ state }) => state)).toEqual(['dropped', 'dropped'])
  })
})

describe('the second person', () => {
  it('does not see the record until they have keyed it, wherever they look, though their role lets them', async () => {
    await rule({ people: [ids.zhang] })
    const id = await file()
    const zhang = await as('zhang')
    const customers = zhang.recordsNamed('customer')
    const looks: Record<string, () => Promise<unknown>> = {
      get: () => customers.get(id),
      history: () => customers.history(id),
      timeline: () => customers.timeline(id),
      reveal: () => customers.reveal(id, { field: 'phone', reason: '核对', use: 'view' } as never),
      change: () => customers.update(id, { fax: null }, { version: 1 }),
    }
    for (const [name, look] of Object.entries(looks)) await expect(look(), name).rejects.toMatchObject({ status: 404 })
    const found = async () => (await customers.list({ where: { id } })).items.length
    expect(await found()).toBe(0)
    expect((await customers.list({ search: `双录客户${made}` } as never)).items).toEqual([])
    const grouped = await customers.groupBy('tier', { where: { id } })
    expect(grouped.groups.reduce((sum, { count }) => sum + count, 0)).toBe(0)
    for (const way of [{ exported: '1' }, { printed: true }])
      expect((await customers.list({ where: { id }, ...way } as never)).items, JSON.stringify(way)).toEqual([])
    expect((await customers.list({ where: { phone: '010-88886666', id } } as never)).items).toEqual([])
    // Nor by what is like it, nor by what stands on the file or names it.
    const asked = { name: `双录客户${made}`, phone: '010-88886666' }
    expect(JSON.stringify(await checkDuplicates(zhang, zhang.type('customer'), asked))).not.toContain(id)
    await (await as('chen')).recordsNamed('contact').create({ customer: id, name: '周' })
    const contacts = await zhang.recordsNamed('contact').list({ where: { customer: id } })
    expect(JSON.stringify(contacts)).not.toContain(`双录客户${made}`)
    await records('favourite').create({ owner: ids.zhang, object: 'customer', record: id })
    const favourites = await zhang.recordsNamed('favourite').list({ where: { record: id } as never })
    expect(favourites.items).toEqual([])
    const form = await keyingForm(zhang, (await entryOf(id)).id)
    expect(form).toMatchObject({ object: 'customer', field: 'phone' })
    expect(JSON.stringify(form)).not.toContain('8888')
    expect(JSON.stringify(await zhang.recordsNamed('second_entry').get((await entryOf(id)).id))).not.toContain('8888')
    // A colleague with the same right sees it all the while.
    expect((await (await as('chen')).recordsNamed('customer').get(id)).id).toBe(id)
    await key('zhang', id, '010-88886666')
    expect(await found()).toBe(1)
  })

  it('is shown the number of the file and its scans, which nobody else gets by this way', async () => {
    await rule({ fields: ['name'] })
    const id = await file()
    const wang = await as('wang')
    const stored = await storeFile(wang, Readable.from([Buffer.from('营业执照')]), '执照.txt')
    await wang.recordsNamed('attachment').create({ customer: id, title: '执照', files: [stored.id] })
    const entry = (await entryOf(id)).id
    const form = await keyingForm(await as('li'), entry)
    expect(form).toMatchObject({ title: null, evidence: [{ name: '执照.txt' }] })
    expect(form.number).toEqual(expect.any(String))
    expect(await (await keyingEvidence(await as('li'), entry, stored.id)).content.toArray()).not.toEqual([])
    await expect(keyingForm(await as('sun'), entry)).rejects.toMatchObject({ status: 404 })
    await expect(keyingForm(wang, entry)).rejects.toMatchObject({ code: 'keying.own_entry' })
    const other = await storeFile(wang, Readable.from([Buffer.from('别的')]), '别的.txt')
    await expect(keyingEvidence(await as('li'), entry, other.id)).rejects.toMatchObject({ status: 404 })
  })

  it('is never the first, nor somebody whose right to it comes from the first alone', async () => {
    await rule({ people: [ids.wang, ids.li] })
    const entry = await entryOf(await file())
    expect(entry.assignee).toBe(ids.li)
    await expect(keyAgain(await as('wang'), entry.id, '010-88886666')).rejects.toMatchObject({ status: 403 })
    for (const id of rules.splice(0)) await records('approval_rule').remove(id)
    const grants = [{ objects: ['area:files'], rights: ['read'], scope: 'own' }]
    const keyers = { nameZh: '录入员', nameEn: 'Keyer', clearance: '2', plain: '1', grants }
    const { id: role } = await records('role').create(keyers)
    await house.kernel.reload()
    await rule({ people: [], roles: [role] })
    await records('role_assignment').create({ user: ids.li, role, grounds: '录入' })
    await (await as('zhang'))
      .asSystem('test')
      .recordsNamed('role_assignment')
      .create({ user: ids.sun, role, grounds: '录入' })
    // Sun has the role from Zhang alone: what Zhang enters is not keyed again by Sun, however little Sun has to do.
    expect((await entryOf(await file('zhang'))).assignee).toBe(ids.li)
    expect((await entryOf(await file('zhang'))).assignee).toBe(ids.li)
    expect((await entryOf(await file('wang'))).assignee).toBe(ids.sun)
  })

  it('keys once, and not what has been taken back', async () => {
    await rule()
    const id = await file()
    await key('li', id, '010-88886666')
    await expect(key('li', id, '010-88886666')).rejects.toMatchObject({ code: 'keying.done' })
    await expect(key('li', await file(), 'x')).rejects.toMatchObject({ status: 422 })
  })
})

describe('two values that differ', () => {
  it('are shown side by side to a third, whose decision says who was right', async () => {
    await rule()
    const [kept, changed] = [await file('wang', { owner: ids.wang }), await file('wang', { owner: ids.wang })]
    for (const [id, verdict, right, phone] of [
      [kept, 'reject', 'first', '+861088886666'],
      [changed, 'approve', 'second', '+861088886667'],
    ] as const) {
      const { state, request } = await key('li', id, '010-88886667')
      expect(state).toBe('differs')
      expect((await records('customer').get(id)).phone).toBe('+861088886666')
      const chen = await as('chen')
      const view = await showProposal(chen, request ?? '')
      expect(view).toMatchObject({ bar: null, signers: [ids.chen], items: [{ field: 'phone' }] })
      await expect(decide(await as('wang'), request ?? '', { verdict, hash: view.hash })).rejects.toMatchObject({
        status: 403,
      })
      await decide(chen, request ?? '', { verdict, hash: view.hash, grounds: '见名片' })
      expect(await entryOf(id)).toMatchObject({ state: 'settled', right, settledBy: ids.chen, keyedBy: ids.li })
      expect((await records('customer').get(id)).phone).toBe(phone)
      expect(await entriesOf(id)).toHaveLength(1)
    }
  })

  it('go to who leads the second person where that is who leads the first', async () => {
    await rule({ people: [], superior: true })
    const id = await file('wang', { owner: ids.wang })
    const { request } = await key('chen', id, '010-88886667')
    expect((await showProposal(await as('zhang'), request ?? '')).signers).toEqual([ids.zhang])
  })

  it('go to the first person where the rule says so', async () => {
    await rule({ resolver: 'first' })
    const id = await file()
    const { request } = await key('li', id, '010-88886667')
    expect((await showProposal(await as('wang'), request ?? '')).signers).toEqual([ids.wang])
  })

  it('stand nowhere in plain text', async () => {
    await rule({ fields: ['phone'] })
    const id = await file()
    await key('li', id, '13911112222')
    const tables = await house.kernel.db.rows<{ name: string }>(
      sql`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { name } of tables) {
      const [row] = await house
        .system()
        .transaction((tx) =>
          tx.db.rows<{ hits: number }>(
            sql`select count(*)::integer as hits from ${sql.raw(`"${name}"`)} as one where one::text like '%13911112222%'`,
          ),
        )
      expect(row?.hits, name).toBe(0)
    }
  })
})
