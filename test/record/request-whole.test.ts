import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  askForGathered,
  askTogether,
  type Context,
  decide,
  destroyKeys,
  drawProposals,
  dropFromGathered,
  gatherEdit,
  openFile,
  renew,
  showGathered,
  showProposal,
  sql,
  storeFile,
  withdraw,
} from '#kernel'
import type { House } from '#test/house'
import { openLedHouse } from '#test/led-house'
import { actAs } from '#test/standing-actor'

/* Changes of several records are one request: signed once, made as a whole or not at all. */

let house: House
let chen: Context
beforeAll(async () => {
  house = await openLedHouse({ approves: 'fax' })
  chen = await actAs(house, 'chen')
})
afterAll(() => house.close())

const customers = () => house.system().recordsNamed('customer')

/** So many customers whose fax one request would change, and others that are given; the request and the customers. */
async function askAsOne(
  count: number,
  { fax = '010-88882222', grounds = {} }: { fax?: string; grounds?: object } = {},
) {
  const values = { owner: house.people.wang.id, unit: house.units.north }
  const inputs = Array.from({ length: count }, (_, at) => ({ input: { ...values, name: `合并公司${at}` } }))
  const ids = (await customers().createMany(inputs)).map(({ id }) => id)
  const ctx = (await actAs(house, 'wang')).with({ grounds: { files: [], together: true, ...grounds } })
  const result = await ctx.recordsNamed('customer').updateMany({ ids }, { patch: { fax }, reason: '统一更正' })
  return { ids, result, request: result.request ?? '' }
}
const state = async (id: string) => (await house.system().recordsNamed('change_request').get(id)).state
const parts = async (id: string) => {
  const { items } = await house
    .system()
    .recordsNamed('change_request')
    .list({ where: { whole: id }, limit: 100 })
  return items.map(({ id: part, values }) => ({ id: part, state: values.state }))
}
const versions = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await customers().get(id)).version))

it('is one request over several records: seen as one, signed once, made as a whole, with each old value live until then', async () => {
  const { ids, result, request } = await askAsOne(3)
  expect(result).toMatchObject({ changed: 0, proposed: 3, failed: [] })
  expect(await versions(ids)).toEqual([1, 1, 1])
  const [part] = await parts(request)
  expect(await parts(request)).toHaveLength(3)
  const wang = await actAs(house, 'wang')
  expect((await wang.recordsNamed('change_request').list({ where: { record: ids[0], state: 'pending' } })).total).toBe(
    1,
  )
  const shown = await showProposal(chen, request)
  expect(shown).toMatchObject({ bar: null, stale: false, signers: [house.people.chen.id], items: [] })
  expect(shown.parts.map(({ record, items }) => [record, items])).toEqual(
    expect.arrayContaining(ids.map((id) => [id, [{ field: 'fax', live: null, proposed: '****2222' }]])),
  )
  const awaited = { where: { awaits: { hasAny: [house.people.chen.id] }, state: 'pending', parts: 3 } }
  expect((await chen.recordsNamed('change_request').list(awaited)).items.map(({ id }) => id)).toEqual([request])
  // A part goes with the whole alone, and nobody signs their own.
  const own = await showProposal(chen, part?.id ?? '')
  expect(own).toMatchObject({ whole: request, bar: 'proposal.part', signers: [] })
  const settled = { verdict: 'approve', hash: own.hash } as const
  await expect(decide(chen, part?.id ?? '', settled)).rejects.toMatchObject({ code: 'proposal.part' })
  await expect(withdraw(wang, part?.id ?? '')).rejects.toMatchObject({ code: 'proposal.part' })
  await expect(decide(wang, request, { ...settled, hash: shown.hash })).rejects.toMatchObject({ code: 'proposal.own' })
  await expect(decide(chen, request, settled)).rejects.toMatchObject({ code: 'proposal.changed' })
  expect(await drawProposals(chen, [request, part?.id ?? ''])).toEqual({ requests: [], sample: [] })
  await decide(chen, request, { verdict: 'approve', hash: shown.hash })
  expect(await versions(ids)).toEqual([2, 2, 2])
  expect((await parts(request)).map((one) => one.state)).toEqual(['approved', 'approved', 'approved'])
  await expect(decide(chen, request, { verdict: 'approve', hash: shown.hash })).rejects.toMatchObject({
    code: 'proposal.settled',
  })
  const [told] = await house.kernel.db.rows<{ asked: number; decided: number }>(sql`
    select count(distinct record) filter (where action = 'propose')::integer as asked,
      count(distinct record) filter (where action = 'decide')::integer as decided
    from audit_event where record = any(${ids}::uuid[])`)
  expect(told).toEqual({ asked: 3, decided: 3 })
})

it('makes nothing of it where one part no longer fits; brought again it is as things stand, without what has gone', async () => {
  const { ids, request } = await askAsOne(4)
  const [stale = '', gone = '', ...others] = ids
  await customers().update(stale, { website: 'https://example.com' }, { version: 1 })
  const { hash, stale: isStale, parts: looked } = await showProposal(chen, request)
  expect([isStale, looked.filter((one) => one.stale).map(({ record }) => record)]).toEqual([true, [stale]])
  await expect(decide(chen, request, { verdict: 'approve', hash })).rejects.toMatchObject({ code: 'proposal.outdated' })
  expect(await versions(ids)).toEqual([2, 1, 1, 1])
  expect((await parts(request)).map((one) => one.state)).toEqual(ids.map(() => 'outdated'))
  expect((await showProposal(chen, request)).parts.filter(({ cause }) => cause)).toMatchObject([{ record: stale }])
  await customers().remove(gone)
  const again = await renew(await actAs(house, 'wang'), request, '按现状')
  const renewed = await showProposal(chen, again ?? '')
  expect(renewed.parts.map(({ record }) => record).toSorted()).toEqual([stale, ...others].toSorted())
  await decide(chen, again ?? '', { verdict: 'approve', hash: renewed.hash })
  expect(await versions([stale, ...others])).toEqual([3, 2, 2])
  expect([await state(request), await state(again ?? '')]).toEqual(['withdrawn', 'approved'])
})

const rounds = process.env.LONG ? 200 : 4
const atMost = process.env.LONG ? 600_000 : 30_000

it('is decided on once, whoever comes at the same moment, and taken back as one', { timeout: atMost }, async () => {
  for (let round = 0; round < rounds; round++) {
    const { ids, request } = await askAsOne(3)
    const { hash } = await showProposal(chen, request)
    const wang = await actAs(house, 'wang')
    const acts = await Promise.allSettled([
      decide(chen, request, { verdict: 'approve', hash }),
      decide(chen, request, { verdict: 'approve', hash }),
      round % 2 ? withdraw(wang, request) : decide(chen, request, { verdict: 'reject', hash, grounds: '不对' }),
      customers().update(ids[round % 3] ?? '', { website: 'https://example.com' }),
    ])
    expect(acts.slice(0, 3).filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
    const faxes = await Promise.all(ids.map(async (id) => (await customers().get(id)).fax !== null))
    const made = (await state(request)) === 'approved'
    expect(faxes).toEqual([made, made, made])
    expect(new Set((await parts(request)).map((one) => one.state))).toEqual(new Set([await state(request)]))
  }
})

it('proves all of it with files that end with the keys of any of its files, and is seen by whoever sees each part', async () => {
  const file = await storeFile(await actAs(house, 'wang'), Readable.from([Buffer.from('更正函')]), '更正函.txt')
  const { ids, request } = await askAsOne(2, { grounds: { files: [file.id] } })
  const open = async (login: string) => (await openFile(await actAs(house, login), file.id)).facts.name
  expect(await open('chen')).toBe('更正函.txt')
  // One of the files moves to another unit: who sees that part alone sees neither the whole nor what proves it.
  await customers().update(ids[1] ?? '', { owner: house.people.li.id, unit: house.units.south })
  const li = await actAs(house, 'li')
  expect((await li.recordsNamed('change_request').list({ where: { record: ids[1] } })).total).toBe(1)
  await expect(li.recordsNamed('change_request').get(request)).rejects.toMatchObject({ status: 404 })
  await expect(open('li')).rejects.toMatchObject({ status: 404 })
  await expect(open('chen')).rejects.toMatchObject({ status: 404 })
  const zhang = await actAs(house, 'zhang')
  await destroyKeys(zhang, zhang.type('customer'), ids[1] ?? '', { reason: '客户要求' })
  await expect(open('zhang')).rejects.toMatchObject({ code: 'record.destroyed' })
  expect([await state(request), ...(await parts(request)).map((one) => one.state)]).toEqual(
    Array.from({ length: 3 }, () => 'withdrawn'),
  )
})

it('is signed by somebody who may sign for every part, and asked for by nobody where there is none', async () => {
  const { sun, zhang, wang } = house.people
  const rules = (await actAs(house, 'zhang')).recordsNamed('approval_rule')
  const rule = { object: 'customer', operations: ['update'], fields: ['remarks'] }
  await rules.create({ ...rule, name: '备注', people: [sun.id, chen.actor.id] })
  const special = await rules.create({
    ...rule,
    name: '特批',
    when: { name: '特批公司' },
    people: [zhang.id, chen.actor.id],
  })
  const whole = { owner: wang.id, unit: house.units.north, collaborators: [sun.id] }
  const inputs = ['普通公司', '特批公司'].map((name) => ({ input: { ...whole, name } }))
  const ids = (await customers().createMany(inputs)).map(({ id }) => id)
  const ask = async () => {
    const ctx = (await actAs(house, 'wang')).with({ grounds: { files: [], together: true } })
    return ctx.recordsNamed('customer').updateMany({ ids }, { patch: { remarks: '备注' } })
  }
  const { request = '' } = await ask()
  const shown = await showProposal(await actAs(house, 'sun'), request)
  expect(shown).toMatchObject({ bar: 'access.forbidden', signers: [chen.actor.id] })
  await expect(
    decide(await actAs(house, 'sun'), request, { verdict: 'approve', hash: shown.hash }),
  ).rejects.toMatchObject({
    status: 403,
  })
  await rules.update(special.id, { people: [zhang.id] }, { version: special.version })
  await expect(ask()).rejects.toMatchObject({ code: 'proposal.no_common_signer' })
})

it('goes by itself where nobody would have to sign, and takes no more than fifty', async () => {
  const { ids } = await askAsOne(2)
  const wang = (await actAs(house, 'wang')).with({ grounds: { files: [], together: true } }).recordsNamed('customer')
  expect(await wang.updateMany({ ids }, { patch: { website: 'https://example.com' } })).toMatchObject({ changed: 2 })
  await expect(askAsOne(51)).rejects.toMatchObject({ code: 'request.too_large', params: { limit: 50 } })
  const asking = { grounds: { asks: true, together: false } }
  await expect(askAsOne(2, asking)).rejects.toMatchObject({ details: { together: 2 } })
})

describe('changes that are put together', () => {
  const shown = async (ctx: Context) => (await showGathered(ctx, { most: 50 })).items
  const file = async (name: string) => {
    const values = { name, owner: house.people.wang.id, unit: house.units.north, phone: '13987650002' }
    return (await customers().create(values)).id
  }

  it('wait sealed for their maker alone, are told beside what stands, and go as one request over records of several objects', async () => {
    const wang = await actAs(house, 'wang')
    const [id, other] = [await file('攒申请公司'), await file('另一家')]
    const update = { operation: 'update', object: 'customer', version: 1 } as const
    await gatherEdit(wang, { ...update, record: id, values: { fax: '010-66665555' } })
    await gatherEdit(wang, { ...update, record: id, values: { phone: '13987650003' } })
    await gatherEdit(wang, { ...update, record: other, values: { shortName: '不用审批的也一起' } })
    const { total, record } = await gatherEdit(wang, {
      operation: 'create',
      object: 'contact',
      values: { customer: id, name: '周舟', phone: '13987650004' },
    })
    expect(total).toBe(3)
    const told = new Map((await shown(wang)).map((one) => [one.record, one]))
    expect(told.get(id)).toMatchObject({
      subject: '攒申请公司',
      version: 1,
      state: 'fits',
      items: [
        { field: 'fax', live: null, proposed: '****5555' },
        { field: 'phone', live: '139****0002', proposed: '139****0003' },
      ],
    })
    expect(told.get(record)).toMatchObject({ operation: 'create', subject: '周舟', version: 0 })
    expect(await versions([id, other])).toEqual([1, 1])
    expect(await shown(await actAs(house, 'zhang'))).toEqual([])
    const rows = await house.kernel.db.rows<{ content: Buffer }>(sql`select content from form_draft where gathered`)
    expect(rows.some(({ content }) => content.includes('13987650003'))).toBe(false)

    const looked = [id, other, record].map((one) => ({ record: one, version: told.get(one)?.version ?? 0 }))
    const request = await askForGathered(wang.with({ grounds: { files: [], reason: '客户来函' } }), looked)
    expect(await shown(wang)).toEqual([])
    const { hash, parts: asked } = await showProposal(chen, request ?? '')
    expect(asked.map((part) => [part.object, part.operation])).toEqual([
      ['customer', 'update'],
      ['customer', 'update'],
      ['contact', 'create'],
    ])
    await decide(chen, request ?? '', { verdict: 'approve', hash })
    expect(await versions([id, other])).toEqual([2, 2])
    expect((await house.system().recordsNamed('contact').get(record)).name).toBe('周舟')
  })

  it('are refused as each would be itself, told where another was quicker, and sent as they were looked at', async () => {
    const wang = await actAs(house, 'wang')
    const id = await file('被人改过的公司')
    const edit = {
      operation: 'update',
      object: 'customer',
      record: id,
      version: 1,
      values: { fax: '010-66664444' },
    } as const
    const refused = (ctx: Context, other: object) => expect(gatherEdit(ctx, { ...edit, ...other })).rejects
    await refused(wang, { version: 9 }).toMatchObject({ code: 'record.stale' })
    await refused(wang, { values: { phone: 'kein' } }).toMatchObject({ status: 422 })
    await refused(await actAs(house, 'li'), {}).toMatchObject({ status: 404 })
    await refused(wang, { object: 'role', record: id }).toMatchObject({ status: 404 })
    await gatherEdit(wang, edit)
    await customers().update(id, { website: 'https://example.com' }, { version: 1 })
    expect(await shown(wang)).toMatchObject([{ record: id, version: 2, state: 'stale' }])
    const send = (version: number) => askForGathered(wang, [{ record: id, version }])
    await expect(send(1)).rejects.toMatchObject({ code: 'record.stale', details: { at: { record: id } } })
    // Whoever has looked at what stands now and keeps to it asks for just that.
    const request = await send(2)
    expect(await showProposal(chen, request ?? '')).toMatchObject({ stale: false, items: [{ field: 'fax' }] })
    await gatherEdit(wang, { ...edit, version: 2 })
    await dropFromGathered(wang, id)
    await expect(send(2)).rejects.toMatchObject({ status: 404 })
    // Out of sight it is told without a word of what it was about.
    await gatherEdit(wang, { ...edit, version: 2 })
    await customers().update(id, { owner: house.people.li.id, unit: house.units.south })
    expect(await shown(wang)).toMatchObject([{ state: 'gone', subject: '', items: [] }])
    await dropFromGathered(wang, id)
    await expect(refusedBeyond(wang)).rejects.toMatchObject({ code: 'request.too_large', params: { limit: 50 } })
  })

  it('give what is new back to its form as it was typed, and take it in its place again', async () => {
    const wang = await actAs(house, 'wang')
    for (const { record } of await shown(wang)) await dropFromGathered(wang, record)
    const id = await file('再打开的公司')
    const values = { customer: id, name: '周洲', phone: '13987650005' }
    const create = { operation: 'create', object: 'contact' } as const
    const { record } = await gatherEdit(wang, { ...create, values })
    const typed = async (ctx: Context) => (await showGathered(ctx, { most: 50, only: record })).items
    // In the list of all it is masked as it will be on its page.
    expect((await shown(wang))[0]).not.toHaveProperty('values')
    expect(await typed(wang)).toMatchObject([{ record, values: { name: '周洲', phone: '+8613987650005' } }])
    expect(await typed(await actAs(house, 'li'))).toEqual([])
    const again = await gatherEdit(wang, { ...create, record, values: { ...values, name: '周舟' } })
    expect(again).toEqual({ total: 1, record })
    expect(await shown(wang)).toMatchObject([{ record, subject: '周舟', operation: 'create' }])
    const foreign = (ctx: Context, other: string) =>
      expect(gatherEdit(ctx, { ...create, record: other, values })).rejects
    await foreign(wang, id).toMatchObject({ status: 404 })
    await foreign(await actAs(house, 'zhang'), record).toMatchObject({ status: 404 })
    await dropFromGathered(wang, record)
    await foreign(wang, record).toMatchObject({ status: 404 })
  })

  it('are asked for at once as well, and made at once where nobody has to sign any of them', async () => {
    const wang = await actAs(house, 'wang')
    const id = await file('一次提交的公司')
    const contact = { operation: 'create', object: 'contact', values: { customer: id, name: '林木' } } as const
    const update = { operation: 'update', object: 'customer', record: id } as const
    expect(await askTogether(wang, [{ ...update, version: 1, values: { shortName: '直接生效' } }, contact])).toBeNull()
    expect(await versions([id])).toEqual([2])
    const request = await askTogether(wang, [{ ...update, version: 2, values: { fax: '010-66663333' } }, contact])
    expect((await showProposal(chen, request ?? '')).parts).toHaveLength(2)
    const rule = { object: 'customer', name: '双录官网', operations: ['update'], fields: ['website'], again: true }
    const people = [house.people.chen.id]
    await (await actAs(house, 'zhang')).recordsNamed('approval_rule').create({ ...rule, holds: true, people })
    const keyed = { ...update, version: 2, values: { website: 'https://example.com' } }
    await expect(gatherEdit(wang, keyed)).rejects.toMatchObject({ code: 'proposal.by_itself' })
  })

  async function refusedBeyond(ctx: Context): Promise<void> {
    const { id: customer } = await customers().create({
      name: '满了',
      owner: house.people.wang.id,
      unit: house.units.north,
    })
    for (let at = 0; at <= 50; at++)
      await gatherEdit(ctx, { operation: 'create', object: 'contact', values: { customer, name: `第${at}位` } })
  }
})
