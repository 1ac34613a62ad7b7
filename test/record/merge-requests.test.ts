import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Context,
  decide,
  destroyKeys,
  mergeRecords,
  mergesOf,
  openFile,
  previewMerge,
  renew,
  showProposal,
  sql,
  storeFile,
  undoMerge,
  withdraw,
} from '#kernel'
import type { House } from '#test/house'
import { openLedHouse } from '#test/led-house'
import { actAs } from '#test/standing-actor'

/* A merge of which somebody else signs any part waits as one request, and is made once, as it was signed, or not at all. */

let house: House
let chen: Context
let zhang: Context
beforeAll(async () => {
  house = await openLedHouse()
  chen = await actAs(house, 'chen')
  zhang = await actAs(house, 'zhang')
  const rule = { object: 'customer', superior: false, people: [house.people.zhang.id] }
  const rules = zhang.recordsNamed('approval_rule')
  await rules.create({ ...rule, name: '删除须审批', operations: ['delete'] })
  await rules.create({ ...rule, name: '备注须审批', operations: ['update'], fields: ['remarks'] })
})
afterAll(() => house.close())

const customers = () => house.system().recordsNamed('customer')
const requests = () => house.system().recordsNamed('change_request')
const type = () => house.system().type('customer')
const state = async (id: string) => (await requests().get(id)).state

async function makeTwo(name: string) {
  const held = { owner: house.people.chen.id, unit: house.units.north }
  const make = async (values: object) => (await customers().create({ ...held, ...values })).id
  const kept = await make({ name, remarks: '原备注', tags: ['老客户'] })
  const joined = await make({ name: `${name}二`, remarks: '并入备注', email: 'two@example.com', tags: ['展会'] })
  const system = house.system()
  const { id: contact } = await system.recordsNamed('contact').create({ customer: joined, name: '沈随' })
  const { id: task } = await system.recordsNamed('task').create({ title: '回访', customer: joined })
  return { kept, joined, contact, task }
}

type Two = Awaited<ReturnType<typeof makeTwo>>

async function ask({ kept, joined }: Pick<Two, 'kept' | 'joined'>, ctx = chen, choices?: Record<string, string>) {
  const found = await Promise.all([kept, joined].map((id) => customers().get(id)))
  const versions = Object.fromEntries(found.map(({ id, version }) => [id, version]))
  const { id, proposed } = await mergeRecords(ctx, type(), { kept, joined: [joined], choices, versions })
  expect(id).toBeNull()
  return proposed ?? ''
}

const approve = async (request: string, ctx = zhang) =>
  decide(ctx, request, { verdict: 'approve', hash: (await showProposal(ctx, request)).hash })

const merges = async (kept: string) => {
  const [row] = await house.kernel.db.rows<{ count: number }>(
    sql`select count(*)::integer as count from record_merge where kept = ${kept}::uuid and undone_at is null`,
  )
  return row?.count
}

/** Nothing of it has been made. */
async function stands({ kept, joined, contact, task }: Two): Promise<void> {
  expect(await customers().get(kept)).toMatchObject({ remarks: '原备注', email: null, tags: ['老客户'] })
  expect(await customers().get(joined)).toMatchObject({ remarks: '并入备注' })
  expect(await house.system().recordsNamed('contact').get(contact)).toMatchObject({ customer: joined })
  expect(await house.system().recordsNamed('task').get(task)).toMatchObject({ customer: joined })
  expect(await merges(kept)).toBe(0)
}

describe('a merge that a rule holds', () => {
  it('waits as one request that shows all of it, and marks every record', async () => {
    const two = await makeTwo('等待合并')
    const request = await ask(two, chen, { remarks: two.joined })
    await stands(two)
    const shown = await showProposal(zhang, request)
    const { archiveNumber } = await customers().get(two.joined)
    expect(shown.merge?.numbers[two.joined]).toBe(archiveNumber)
    expect(shown).toMatchObject({
      bar: null,
      stale: false,
      signers: [house.people.zhang.id],
      merge: {
        kept: two.kept,
        joined: [two.joined],
        choices: expect.arrayContaining([
          { field: 'name', from: two.kept },
          { field: 'remarks', from: two.joined },
          { field: 'email', from: two.joined },
          { field: 'tags', from: 'all' },
        ]),
        children: [{ object: 'contact', count: 1 }],
        references: [{ object: 'task', count: 1 }],
      },
    })
    expect(shown.parts.map(({ operation, record }) => [operation, record])).toEqual([
      ['update', two.kept],
      ['delete', two.joined],
    ])
    expect(shown.parts[0]?.items.map(({ field }) => field).toSorted()).toEqual(['email', 'remarks', 'tags'])
    expect(await requests().get(request)).toMatchObject({ operation: 'merge', subject: '等待合并 (+1)', parts: 2 })
    for (const record of [two.kept, two.joined])
      expect((await requests().list({ where: { record, state: 'pending', whole: request } })).total).toBe(1)
  })

  it('is made once as it was signed, by its maker, with a line in the trail, and can be taken back', async () => {
    const two = await makeTwo('签后合并')
    const request = await ask(two)
    const looked = await showProposal(zhang, request)
    const verdict = { verdict: 'approve', hash: looked.hash } as const
    await expect(decide(chen, request, verdict)).rejects.toMatchObject({ code: 'proposal.own' })
    await expect(decide(zhang, request, { ...verdict, hash: '0'.repeat(64) })).rejects.toMatchObject({ status: 409 })
    const acts = await Promise.allSettled([decide(zhang, request, verdict), decide(zhang, request, verdict)])
    expect(acts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await merges(two.kept)).toBe(1)
    expect(await state(request)).toBe('approved')
    expect(await customers().get(two.kept)).toMatchObject({
      remarks: '原备注',
      email: 'two@example.com',
      tags: ['老客户', '展会'],
      version: 2,
    })
    expect(await house.system().recordsNamed('contact').get(two.contact)).toMatchObject({ customer: two.kept })
    expect(await house.system().recordsNamed('task').get(two.task)).toMatchObject({ customer: two.kept })
    await expect(customers().get(two.joined)).rejects.toMatchObject({ code: 'record.merged' })
    const [merge] = await mergesOf(chen, type(), two.kept)
    expect(merge).toMatchObject({ by: house.people.chen.id, joined: [{ id: two.joined }] })
    const lines = await house.kernel.db.rows(sql`
      select actor, reason from audit_event where action = 'merge' and record = ${two.kept}::uuid`)
    expect(lines).toEqual([{ actor: house.people.chen.id, reason: `change request ${request}` }])
    await undoMerge(chen, merge?.id ?? '')
    await stands(two)
  })

  it('waits too where nothing of the kept record changes, and its request still stands on that one', async () => {
    const held = { owner: house.people.chen.id, unit: house.units.north }
    const kept = (await customers().create({ ...held, name: '全留' })).id
    const joined = (await customers().create({ ...held, name: '全弃' })).id
    const request = await ask({ kept, joined })
    expect((await showProposal(zhang, request)).parts).toMatchObject([{ record: kept, items: [] }, { record: joined }])
    await customers().update(kept, { fax: '010-88882222' })
    await expect(approve(request)).rejects.toMatchObject({ code: 'proposal.outdated' })
    await approve((await renew(chen, request)) ?? '')
    expect(await merges(kept)).toBe(1)
  })

  it('is made of nothing once a record has changed; brought again it is what stands then', async () => {
    for (const changed of ['kept', 'joined'] as const) {
      const two = await makeTwo(`变了${changed}`)
      const request = await ask(two, chen, { remarks: two.joined })
      await customers().update(two[changed], { fax: '010-88882222' })
      expect((await showProposal(zhang, request)).parts.filter(({ stale }) => stale)).toMatchObject([
        { record: two[changed] },
      ])
      await expect(approve(request)).rejects.toMatchObject({ code: 'proposal.outdated' })
      await stands(two)
      expect(await state(request)).toBe('outdated')
      const again = (await renew(chen, request, '按现状')) ?? ''
      expect([await state(request), await state(again)]).toEqual(['withdrawn', 'pending'])
      expect(await requests().get(again)).toMatchObject({ grounds: '按现状', operation: 'merge' })
      await approve(again)
      expect(await customers().get(two.kept)).toMatchObject({ remarks: '并入备注', fax: '+861088882222' })
      expect(await merges(two.kept)).toBe(1)
    }
  })

  it('is made of nothing where a value that is not its maker’s to choose would come from elsewhere by now', async () => {
    const held = { owner: house.people.chen.id, unit: house.units.north }
    const make = async (values: object) => (await customers().create({ ...held, ...values })).id
    const kept = await make({ name: '核实零' })
    const fuller = await make({ name: '核实一', phone: '13800138411', fax: '010-88882222', shortName: '全' })
    const barer = await make({ name: '核实二', phone: '13800138412' })
    const versions = { [kept]: 1, [fuller]: 1, [barer]: 1 }
    const { proposed } = await mergeRecords(chen, type(), { kept, joined: [fuller, barer], versions })
    const request = proposed ?? ''
    const { choices } = (await showProposal(zhang, request)).merge ?? {}
    expect(choices).toContainEqual({ field: 'phone', from: fuller })
    // The record keeps its version, and yet a verified value goes first.
    await zhang.recordsNamed('customer').verify(barer, { field: 'phone', how: 'call', version: 1 })
    await expect(approve(request)).rejects.toMatchObject({ code: 'proposal.outdated' })
    expect(await customers().get(kept)).toMatchObject({ phone: null, version: 1 })
    expect(await merges(kept)).toBe(0)
  })

  it('is rejected, sent back or withdrawn without a trace on the records', async () => {
    const two = await makeTwo('没有合并')
    for (const verdict of ['reject', 'return'] as const) {
      const request = await ask(two)
      const { hash } = await showProposal(zhang, request)
      await decide(zhang, request, { verdict, hash, grounds: '不是一家' })
      await stands(two)
    }
    const request = await ask(two)
    await withdraw(chen, request)
    await stands(two)
    expect((await requests().list({ where: { whole: request, state: 'withdrawn' } })).total).toBe(2)
  })

  it('cannot be renewed without one of its records', async () => {
    const two = await makeTwo('少了一份')
    const request = await ask(two)
    await customers().remove(two.joined)
    await expect(renew(chen, request)).rejects.toMatchObject({ code: 'merge.records_gone' })
    expect(await state(request)).toBe('pending')
  })

  it('stops for another request on what would go, when it is asked for and when it is signed', async () => {
    const two = await makeTwo('另有申请')
    const request = await ask(two)
    await expect(ask(two)).rejects.toMatchObject({ code: 'merge.requests_open' })
    const { proposed = '' } = await chen.recordsNamed('customer').update(two.joined, { remarks: '改' }, { version: 1 })
    await expect(approve(request)).rejects.toMatchObject({ code: 'merge.requests_open' })
    await stands(two)
    expect(await state(request)).toBe('pending')
    await withdraw(chen, proposed)
    await approve(request)
    expect(await merges(two.kept)).toBe(1)
  })

  it('is made with the rights that its maker has when it is signed', async () => {
    const two = await makeTwo('无权再并')
    const request = await ask(two)
    const system = house.system().recordsNamed('user')
    await system.update(house.people.chen.id, { role: 'clerk' })
    await expect(approve(request)).rejects.toMatchObject({ code: 'proposal.outdated' })
    await system.update(house.people.chen.id, { role: 'manager' })
    await stands(two)
  })

  it('is asked for by nobody where nobody may sign all of it, and by whom the rules of then let', async () => {
    const two = await makeTwo('无人可签')
    const rule = { object: 'customer', name: '另有其人', operations: ['delete'], superior: false }
    const rules = zhang.recordsNamed('approval_rule')
    const { id } = await rules.create({ ...rule, people: [house.people.sun.id] })
    await expect(ask(two)).rejects.toMatchObject({ code: 'proposal.no_signer_by_rule' })
    await rules.remove(id)
    await approve(await ask(two))
    expect(await merges(two.kept)).toBe(1)
  })

  it('asks first for what it is founded on and keeps nothing; a preview asks for nothing', async () => {
    const two = await makeTwo('先问依据')
    const asking = chen.with({ grounds: { files: [], asks: true } })
    await expect(ask(two, asking)).rejects.toMatchObject({ code: 'proposal.grounds_needed' })
    const asked = { kept: two.kept, joined: [two.joined] }
    expect(await previewMerge(asking, type(), asked)).toMatchObject({ waits: true })
    await stands(two)
    expect((await requests().list({ where: { record: two.kept } })).total).toBe(0)
    const file = await storeFile(chen, Readable.from([Buffer.from('证照')]), '证照.txt')
    const request = await ask(two, chen.with({ grounds: { files: [file.id], reason: '同一证照', source: 'document' } }))
    expect(await requests().get(request)).toMatchObject({ grounds: '同一证照', source: 'document' })
    expect((await openFile(zhang, file.id)).facts.name).toBe('证照.txt')
  })

  it('leaves no value of a file behind whose keys are destroyed', async () => {
    const two = await makeTwo('销毁一份')
    const request = await ask(two, chen, { remarks: two.joined })
    const [part] = (await showProposal(zhang, request)).parts
    await destroyKeys(zhang, type(), two.joined, { reason: '客户要求' })
    expect(await state(request)).toBe('withdrawn')
    for (const id of [request, part?.id ?? ''])
      await expect(showProposal(zhang, id)).rejects.toMatchObject({ code: 'record.destroyed' })
  })

  it('is made at once by whom the rules leave out', async () => {
    const two = await makeTwo('无须审批')
    await zhang
      .recordsNamed('approval_rule')
      .list({})
      .then(async ({ items }) => {
        for (const { id, version } of items)
          await zhang.recordsNamed('approval_rule').update(id, { exempt: ['head'] }, { version })
      })
    const { kept, joined } = two
    const versions = { [kept]: 1, [joined]: 1 }
    expect(await previewMerge(zhang, type(), { kept, joined: [joined] })).toMatchObject({ waits: false })
    const made = await mergeRecords(zhang, type(), { kept, joined: [joined], versions })
    expect(made).toMatchObject({ id: expect.any(String), proposed: null })
  })
})
