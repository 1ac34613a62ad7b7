import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { askTogether, type Context, chaseProposals, decide, renew, showProposal, sql, withdraw } from '#kernel'
import type { House } from '#test/house'
import { openLedHouse } from '#test/led-house'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { doubleEntry, keyAgain } from './index.ts'

/* What a rule holds waits as a change request until a second person has keyed the same, unseen; what differs, a third decides. */

let house: House
const ids = { zhang: '', wang: '', li: '', chen: '', sun: '' }
const rules: string[] = []
const as = (login: string): Promise<Context> => actAs(house, login)
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

const whole = {
  object: 'customer',
  name: '录入一致才生效',
  operations: ['update'],
  fields: ['phone', 'fax'],
  again: true,
  holds: true,
}

async function rule(values: Record<string, unknown> = {}): Promise<void> {
  const input = { ...whole, people: [ids.li], ...values }
  rules.push((await (await as('zhang')).recordsNamed('approval_rule').create(input)).id)
}

const [was, is, other] = ['+861088880000', '010-88886666', '010-88886667']
let made = 0

/** A change of a file's values that waits; by default of its phone, by Wang. */
async function change(values: Record<string, unknown> = { phone: is }, by = 'wang') {
  const input = { name: `留待双录${++made}`, phone: was, unit: house.units.north, owner: ids.wang }
  const file = (await (await as('wang')).recordsNamed('customer').create(input)).id
  const customers = (await as(by)).recordsNamed('customer')
  const { proposed } = await customers.update(file, values, { version: (await customers.get(file)).version })
  await runJobs(house)
  return { file, request: proposed ?? '' }
}

async function entriesOf(request: string) {
  const { items } = await records('second_entry').list({ where: { request }, sort: 'createdAt', limit: 20 })
  return items.map(({ id, values }) => ({ id, ...values }) as { id: string } & Record<string, unknown>)
}

async function key(login: string, request: string, value: unknown, field = 'phone') {
  const entry = (await entriesOf(request)).find((one) => one.field === field)
  return keyAgain(await as(login), entry?.id ?? '', value)
}

const phoneOf = async (file: string) => (await records('customer').get(file)).phone
const requestOf = async (id: string) => records('change_request').get(id)

async function decideOn(
  login: string,
  request: string,
  verdict: 'approve' | 'reject' | 'counter',
  fields?: readonly string[],
) {
  const ctx = await as(login)
  const { hash } = await showProposal(ctx, request)
  await decide(ctx, request, { verdict, hash, grounds: '见名片', fields })
}

describe('a change that a rule holds', () => {
  it('waits for nobody but the second person, and takes effect as verified when they key the same', async () => {
    await rule()
    const { file, request } = await change()
    const [entry] = await entriesOf(request)
    expect(entry).toMatchObject({ held: true, state: 'open', assignee: ids.li, enteredBy: ids.wang, record: file })
    expect(await phoneOf(file)).toBe(was)
    expect(await requestOf(request)).toMatchObject({ state: 'pending', pace: 'keying' })
    const view = await showProposal(await as('wang'), request)
    expect(view).toMatchObject({ bar: 'proposal.own', signers: [], toKey: ['phone'], counterable: false })
    expect(await key('li', request, '(010) 8888 6666')).toEqual({ state: 'same', request })
    expect(await phoneOf(file)).toBe('+861088886666')
    expect(await requestOf(request)).toMatchObject({ state: 'approved', proposer: ids.wang, decider: ids.li })
    const { verifications } = await records('customer').get(file)
    expect(verifications).toMatchObject([{ field: 'phone', how: 'keyed', by: ids.li }])
    expect((await records('customer').history(file)).items[0]).toMatchObject({ by: ids.wang })
    await expect(key('li', request, is)).rejects.toMatchObject({ code: 'keying.done' })
  })

  it('waits until each of its values has been keyed, and is made at once where nothing is left to key', async () => {
    await rule()
    const { file, request } = await change({ phone: is, fax: '010-88889999' })
    expect(await key('li', request, is)).toMatchObject({ state: 'same' })
    expect(await phoneOf(file)).toBe(was)
    expect((await showProposal(await as('chen'), request)).toKey).toEqual(['fax'])
    expect(await key('li', request, '010-88889999', 'fax')).toMatchObject({ state: 'same' })
    expect(await phoneOf(file)).toBe('+861088886666')
    const emptied = await change({ phone: null })
    expect(emptied.request).toBe('')
    expect(await phoneOf(emptied.file)).toBeNull()
  })

  it('is decided on field by field where several were keyed with another value', async () => {
    await rule()
    const { file, request } = await change({ phone: is, fax: '010-88889999' })
    await key('li', request, other)
    await key('li', request, '010-88880000', 'fax')
    // Two values differ; one person decides on both.
    expect(await showProposal(await as('chen'), request)).toMatchObject({ signers: [ids.chen], step: { left: 1 } })
    const none = decideOn('chen', request, 'counter', ['phone', 'website'])
    await expect(none).rejects.toMatchObject({ code: 'proposal.no_counter' })
    await decideOn('chen', request, 'counter', ['fax'])
    expect(await records('customer').get(file)).toMatchObject({ phone: '+861088886666', fax: '+861088880000' })
    const right = new Map((await entriesOf(request)).map((entry) => [entry.field, entry.right]))
    expect(right).toEqual(
      new Map([
        ['phone', 'first'],
        ['fax', 'second'],
      ]),
    )
  })

  it('is not there for the second person, wherever they look, though their role lets them', async () => {
    await rule({ people: [ids.zhang] })
    const { file, request } = await change()
    const zhang = await as('zhang')
    const requests = zhang.recordsNamed('change_request')
    await expect(showProposal(zhang, request)).rejects.toMatchObject({ status: 404 })
    await expect(requests.get(request)).rejects.toMatchObject({ status: 404 })
    await expect(requests.history(request)).rejects.toMatchObject({ status: 404 })
    await expect(zhang.recordsNamed('customer').get(file)).rejects.toMatchObject({ status: 404 })
    const found = async (where: object) => (await requests.list({ where } as never)).items.length
    expect(await found({ record: file })).toBe(0)
    expect((await requests.list({ search: `留待双录${made}` } as never)).items).toEqual([])
    const { groups } = await requests.groupBy('state', { where: { record: file } as never })
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(0)
    // A colleague sees it all the while, and does not decide.
    await expect(decideOn('chen', request, 'approve')).rejects.toMatchObject({ status: 403 })
    await key('zhang', request, is)
    expect(await found({ record: file })).toBe(1)
  })

  it('is never keyed by its maker, nor by somebody whose right comes from the maker alone', async () => {
    await rule({ people: [ids.wang, ids.li] })
    const { request } = await change()
    expect(await entriesOf(request)).toMatchObject([{ assignee: ids.li }])
    await expect(key('wang', request, is)).rejects.toMatchObject({ code: 'keying.own_entry' })
    for (const id of rules.splice(0)) await records('approval_rule').remove(id)
    await rule({ people: [ids.wang] })
    await expect(change()).rejects.toMatchObject({ code: 'proposal.no_keyer' })
    for (const id of rules.splice(0)) await records('approval_rule').remove(id)
    const grants = [{ objects: ['area:files'], rights: ['read'], scope: 'own' }]
    const keyers = { nameZh: '录入员', nameEn: 'Keyer', clearance: '2', plain: '1', grants }
    const { id: role } = await records('role').create(keyers)
    await house.kernel.reload()
    await rule({ people: [], roles: [role] })
    const assigned = { user: ids.sun, role, grounds: '录入' }
    await (await as('zhang')).asSystem('test').recordsNamed('role_assignment').create(assigned)
    await expect(change({ phone: is }, 'zhang')).rejects.toMatchObject({ code: 'proposal.no_keyer' })
    expect(await entriesOf((await change()).request)).toMatchObject([{ assignee: ids.sun }])
  })

  it('is let go by who keys it alone: who lost the right meanwhile does not', async () => {
    await rule({ people: [ids.li, ids.sun] })
    const { request } = await change()
    const [entry] = await entriesOf(request)
    const keyer = entry?.assignee === ids.li ? 'li' : 'sun'
    const [id = ''] = rules
    await records('approval_rule').update(id, { people: [keyer === 'li' ? ids.sun : ids.li] })
    await expect(key(keyer, request, is)).rejects.toMatchObject({ code: 'keying.not_yours' })
  })
})

describe('another value', () => {
  it.each([
    ['approve', 'first', '+861088886666', 'approved'],
    ['counter', 'second', '+861088886667', 'approved'],
    ['reject', null, was, 'rejected'],
  ] as const)('is shown beside the first to a third, who decides: %s', async (verdict, right, phone, state) => {
    await rule()
    const { file, request } = await change()
    const early = await showProposal(await as('chen'), request)
    expect(await key('li', request, other)).toEqual({ state: 'differs', request })
    expect(await phoneOf(file)).toBe(was)
    const view = await showProposal(await as('chen'), request)
    expect(view).toMatchObject({ bar: null, signers: [ids.chen], toKey: [], counterable: true })
    // Masked for who sees such values as masks, as everything.
    expect(view.items).toEqual([{ field: 'phone', live: '****0000', proposed: '****6666', keyed: '****6667' }])
    expect(await requestOf(request)).toMatchObject({ awaits: [ids.chen], pace: null })
    await expect(decideOn('wang', request, verdict)).rejects.toMatchObject({ code: 'proposal.own' })
    await expect(decideOn('li', request, verdict)).rejects.toMatchObject({ status: 404 })
    // Who looked before the second value was there has not seen what is signed.
    const seen = decide(await as('chen'), request, { verdict, hash: early.hash })
    await expect(seen).rejects.toMatchObject({ code: 'proposal.changed' })
    await decideOn('chen', request, verdict)
    expect(await phoneOf(file)).toBe(phone)
    expect(await requestOf(request)).toMatchObject({ state })
    expect(await entriesOf(request)).toMatchObject([{ state: 'settled', right, settledBy: ids.chen, keyedBy: ids.li }])
  })

  it('goes back to its maker where there is nobody third', async () => {
    // Who heads the company would be above them, and has keyed it.
    await rule({ people: [ids.zhang] })
    await records('unit').update(house.units.north, { manager: null })
    const { request } = await change()
    expect(await key('zhang', request, other)).toMatchObject({ state: 'differs' })
    await records('unit').update(house.units.north, { manager: ids.chen })
    expect(await requestOf(request)).toMatchObject({ state: 'returned' })
    expect(await entriesOf(request)).toMatchObject([{ state: 'dropped' }])
  })

  it('is not decided for while another rule wants a signature on the first', async () => {
    await rule()
    await rule({ again: false, holds: false, people: [ids.chen], fields: ['phone'] })
    const { file, request } = await change()
    await key('li', request, other)
    await expect(decideOn('chen', request, 'counter')).rejects.toMatchObject({ code: 'proposal.no_counter' })
    await decideOn('chen', request, 'approve')
    expect(await phoneOf(file)).toBe('+861088886666')
  })
})

describe('what happens meanwhile', () => {
  /** A change of two files' phones that Chen signs as one. */
  async function changeOfTwo(): Promise<string> {
    await rule({ again: false, holds: false, people: [ids.chen] })
    const wang = await as('wang')
    const edits = []
    for (const name of ['整体一', '整体二']) {
      const input = { name, phone: was, unit: house.units.north, owner: ids.wang }
      const { id: record } = await wang.recordsNamed('customer').create(input)
      edits.push({ object: 'customer', operation: 'update' as const, record, version: 1, values: { phone: is } })
    }
    return (await askTogether(wang, edits)) ?? ''
  }

  it('makes a rule that holds: a request over several records is outdated, as none of it can be keyed by itself', async () => {
    const request = await changeOfTwo()
    await rule()
    await runJobs(house)
    await runJobs(house)
    expect(await requestOf(request)).toMatchObject({ state: 'outdated', awaits: null })
    const view = await showProposal(await as('wang'), request)
    expect(view).toMatchObject({ apart: true, stale: false, signers: [], cause: expect.stringContaining('二次录入') })
    const { items } = await records('change_request').list({ where: { whole: request } })
    expect(items.map(({ values }) => values.state)).toEqual(['outdated', 'outdated'])
    for (const { id } of items) expect(await entriesOf(id)).toEqual([])
    // As one it cannot come again; taken back, each can be asked for and keyed.
    await expect(renew(await as('wang'), request)).rejects.toMatchObject({ code: 'proposal.by_itself' })
    await withdraw(await as('wang'), request)
    expect(await requestOf(request)).toMatchObject({ state: 'withdrawn' })
  })

  it('makes a rule that holds: whoever signs several changes before that was noticed is told, and nothing is made', async () => {
    const request = await changeOfTwo()
    await rule()
    const told = { code: 'proposal.outdated', params: { reason: expect.stringContaining('二次录入') } }
    await expect(decideOn('chen', request, 'approve')).rejects.toMatchObject(told)
    expect(await requestOf(request)).toMatchObject({ state: 'outdated', decider: ids.chen })
    await runJobs(house)
    expect(await requestOf(request)).toMatchObject({ state: 'outdated', decider: ids.chen })
  })

  it('makes a rule that holds: what waits already is keyed as well before it takes effect', async () => {
    await rule({ again: false, holds: false, people: [ids.chen] })
    const { file, request } = await change()
    await rule()
    // The first looks for what waits, the second gives it out.
    await runJobs(house)
    await runJobs(house)
    expect(await entriesOf(request)).toMatchObject([{ field: 'phone', state: 'open', assignee: ids.li, way: 'page' }])
    await decideOn('chen', request, 'approve')
    expect(await phoneOf(file)).toBe(was)
    await key('li', request, is)
    expect(await phoneOf(file)).toBe('+861088886666')
  })

  const changeAgain = async (file: string, values: Record<string, unknown>) => records('customer').update(file, values)

  it('is taken back: nothing is to be keyed any longer, and the task is done', async () => {
    await rule()
    const { request } = await change()
    await withdraw(await as('wang'), request)
    const [entry] = await entriesOf(request)
    expect(entry).toMatchObject({ state: 'dropped' })
    await expect(key('li', request, is)).rejects.toMatchObject({ code: 'keying.done' })
  })

  it('outdates it: keying changes nothing, and it is keyed anew when its maker brings it again', async () => {
    await rule()
    const { file, request } = await change()
    await changeAgain(file, { remarks: '有变' })
    expect(await key('li', request, is)).toEqual({ state: 'outdated', request })
    expect(await phoneOf(file)).toBe(was)
    expect(await requestOf(request)).toMatchObject({ state: 'outdated' })
    expect(await entriesOf(request)).toMatchObject([{ state: 'dropped', keyedBy: null }])
    const again = (await renew(await as('wang'), request)) ?? ''
    await runJobs(house)
    expect(await key('li', again, is)).toMatchObject({ state: 'same' })
    expect(await phoneOf(file)).toBe('+861088886666')
  })

  it('takes the file away: what was to be keyed goes with it, and comes back with it', async () => {
    // Whose task is for this alone.
    await rule({ people: [ids.chen] })
    const { file, request } = await change()
    const customers = (await as('zhang')).recordsNamed('customer')
    await customers.remove(file)
    const gone = await house.system().transaction((tx) =>
      tx.db.rows(sql`
        select second_entry.state, task.state as task from second_entry join task on task.id = todo_id
        where request_id = ${request}::uuid and second_entry.deleted_at is not null`),
    )
    expect(gone).toEqual([{ state: 'open', task: 'done' }])
    await customers.restore(file)
    await runJobs(house)
    const [back] = await entriesOf(request)
    expect(back).toMatchObject({ state: 'open', assignee: ids.chen })
    expect(await records('task').get(String(back?.todo))).toMatchObject({ state: 'open' })
    // It is another version by now.
    expect(await key('chen', request, is)).toEqual({ state: 'outdated', request })
  })

  it('ends the rule: nobody keys any longer, and its maker brings it again at once', async () => {
    await rule()
    const { file, request } = await change()
    for (const id of rules.splice(0)) await records('approval_rule').remove(id)
    expect(await key('li', request, is)).toEqual({ state: 'dropped', request })
    expect(await phoneOf(file)).toBe(was)
    expect(await showProposal(await as('wang'), request)).toMatchObject({ needless: true, toKey: [] })
    expect(await renew(await as('wang'), request)).toBeNull()
    expect(await phoneOf(file)).toBe('+861088886666')
  })

  it('passes its deadline: who leads those who were to key may decide', async () => {
    await rule({ days: 1, people: [ids.sun] })
    const { file, request } = await change()
    await expect(decideOn('chen', request, 'approve')).rejects.toMatchObject({ status: 403 })
    const later = house.system().with({ now: () => new Date(Date.now() + 14 * 86_400_000) } as never)
    await chaseProposals(later)
    expect(await requestOf(request)).toMatchObject({ pace: 'escalated', awaits: [ids.chen] })
    await decideOn('chen', request, 'approve')
    expect(await phoneOf(file)).toBe('+861088886666')
    expect(await entriesOf(request)).toMatchObject([{ state: 'dropped' }])
  })

  it('switches double entry off: changes are made at once', async () => {
    await rule()
    await runJobs(house)
    const { id } = await records('module_switch').create({ module: 'double_entry', active: false })
    await house.kernel.reload()
    const { file } = await change()
    expect(await phoneOf(file)).toBe('+861088886666')
    await rule({ again: false, holds: false, people: [ids.chen] })
    const { request } = await change()
    await records('module_switch').remove(id)
    await house.kernel.reload()
    // What others were asked for meanwhile is given out by night.
    expect(await entriesOf(request)).toEqual([])
    await doubleEntry.maintain?.(house.system())
    await runJobs(house)
    await runJobs(house)
    expect(await entriesOf(request)).toMatchObject([{ field: 'phone', state: 'open', assignee: ids.li }])
  })
})

it.each([
  ['operations', { operations: ['create', 'update'] }],
  ['share', { share: 50 }],
  ['ways', { ways: ['import'] }],
  ['resolver', { resolver: 'first' }],
])('a rule that holds changes holds each of them, and lets a third decide: %s', async (path, values) => {
  await expect(rule(values)).rejects.toMatchObject({ errors: [{ path }] })
})
