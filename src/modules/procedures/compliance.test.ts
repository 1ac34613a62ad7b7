import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#kernel'
import { type House, openHouse } from '#test/house'
import { actAs } from '#test/standing-actor'
import { compliance, skipStep, startCase } from './index.ts'

/* Whether procedures are kept to is told to who leads and who audits: what was skipped, what is late, and what was changed beside them. */

let house: House
let made = 0
const as = (login: string): Promise<Context> => actAs(house, login)
const records = (object: string) => house.system().recordsNamed(object)
const ever = { from: '2020-01-01', until: '2099-12-31' }
const lookedAtBy = async (login: string) => compliance(await as(login), ever)

beforeAll(async () => {
  house = await openHouse()
  await records('company').create({ name: '示例公司' })
})
afterAll(() => house.close())

beforeEach(async () => {
  const { items } = await records('publication').list({ where: { state: 'published' }, limit: 200 })
  for (const { id } of items) await records('publication').update(id, { state: 'withdrawn' })
})

const steps = [
  { name: '收集', role: 'owner', days: 2, fields: ['fax'] },
  { name: '复核', role: 'manager', days: 1 },
]

async function begun(values: Record<string, unknown> = {}) {
  const title = `检查规程${++made}`
  const text = { kind: 'procedure', body: '按步骤', governs: 'customer', owner: house.people.zhang.id, title, steps }
  const { id } = await records('publication').create({ ...text, ...values })
  await records('publication').update(id, { state: 'published' })
  const [version] = (await records('edition').list({ where: { publication: id } })).items
  const { id: customer } = await (await as('wang')).recordsNamed('customer').create({ name: `检查客户${made}` })
  const start = () => startCase(house.as('wang'), { object: 'customer', record: customer }, version?.id ?? '')
  return { title, customer, start }
}

async function fax(login: string, customer: string, number: string): Promise<void> {
  const customers = (await as(login)).recordsNamed('customer')
  await customers.update(customer, { fax: number }, { version: (await customers.get(customer)).version })
}

async function edits(login: string, customer: string) {
  const found = (await lookedAtBy(login)).edits.filter((edit) => edit.record === customer)
  return found.map(({ kind, field, name, procedure, title }) => ({ kind, field, name, procedure, title }))
}

describe('steps', () => {
  it('are counted by procedure, role and person: open, late, done and skipped', async () => {
    const { title, customer, start } = await begun()
    await start()
    const [first] = (await records('case_step').list({ where: { customer }, sort: 'position' })).items
    await records('case_step').update(first?.id ?? '', { dueAt: '2021-01-01T00:00:00.000Z' })
    await skipStep(await as('wang'), first?.id ?? '', '客户没有传真')
    const [second] = (await records('case_step').list({ where: { customer, state: 'open' } })).items
    await records('case_step').update(second?.id ?? '', { dueAt: '2021-01-01T00:00:00.000Z' })
    const whole = await lookedAtBy('chen')
    const lines = whole.steps.filter(({ procedure }) => procedure === title)
    expect(lines).toHaveLength(2)
    const { wang, chen } = house.people
    expect(lines).toContainEqual(
      expect.objectContaining({ role: 'owner', person: wang.id, name: wang.name, skipped: 1, open: 0, late: 1 }),
    )
    expect(lines).toContainEqual(
      expect.objectContaining({ role: 'manager', person: chen.id, open: 1, late: 1, done: 0 }),
    )
    const behind = { procedure: title, role: 'manager', owner: chen.id, openedAt: { gte: whole.span.from } }
    const late = { ...behind, or: [{ late: true }, { state: 'open', dueAt: { lt: 'now' } }] }
    expect((await (await as('chen')).recordsNamed('case_step').list({ where: late })).total).toBe(1)
  })

  it('are counted by the day on which their turn came', async () => {
    const { title, start } = await begun()
    await start()
    const { steps: before } = await compliance(await as('zhang'), { from: '2020-01-01', until: '2020-12-31' })
    expect(before.filter(({ procedure }) => procedure === title)).toEqual([])
    expect((await lookedAtBy('zhang')).steps.filter(({ procedure }) => procedure === title)).toHaveLength(1)
  })
})

describe('edits', () => {
  it('of governed fields by anybody but whose step is open are told, with field and person and no value', async () => {
    const { title, customer, start } = await begun()
    await start()
    await fax('wang', customer, '010-66668881')
    expect(await edits('zhang', customer)).toEqual([])
    await fax('chen', customer, '010-66668882')
    const told = { kind: 'another', field: 'fax', procedure: title, name: house.people.chen.name }
    expect(await edits('zhang', customer)).toEqual([expect.objectContaining(told)])
    expect(JSON.stringify(await lookedAtBy('zhang'))).not.toContain('6666888')
    const customers = (await as('chen')).recordsNamed('customer')
    await customers.update(customer, { remarks: '无关' }, { version: (await customers.get(customer)).version })
    expect(await edits('zhang', customer)).toHaveLength(1)
  })

  it('by hand are told where a procedure for updates asks for a case, and not within one', async () => {
    const { title, customer, start } = await begun({ act: 'update' })
    await fax('wang', customer, '010-66668883')
    const told = { kind: 'no_case', field: 'fax', procedure: title, name: house.people.wang.name }
    expect(await edits('zhang', customer)).toEqual([expect.objectContaining(told)])
    await start()
    await fax('wang', customer, '010-66668884')
    expect(await edits('zhang', customer)).toHaveLength(1)
  })

  it('of a record on the file are told as its own, and leave the file’s fields of the same name alone', async () => {
    const governs = {
      governs: 'contact',
      act: 'update',
      steps: [{ name: '核对', role: 'owner', days: 1, fields: ['phone'] }],
    }
    const { title, customer } = await begun(governs)
    const { id: contact } = await (await as('wang')).recordsNamed('contact').create({ customer, name: '周总' })
    await records('contact').update(contact, { remarks: '无关' })
    const contacts = (await as('wang')).recordsNamed('contact')
    await contacts.update(contact, { phone: '13900001111' }, { version: (await contacts.get(contact)).version })
    const customers = (await as('wang')).recordsNamed('customer')
    const { version } = await customers.get(customer)
    await customers.update(customer, { phone: '010-66668889' }, { version })
    expect(await edits('zhang', contact)).toEqual([
      expect.objectContaining({ kind: 'no_case', procedure: title, title: '周总' }),
    ])
    expect(await edits('zhang', customer)).toEqual([])
  })

  it('are told to who leads the file and who audits, to the latter without its name; to nobody else', async () => {
    const { customer } = await begun({ act: 'update' })
    await fax('wang', customer, '010-66668885')
    expect(await edits('chen', customer)).toEqual([expect.objectContaining({ title: `检查客户${made}` })])
    const { id } = await records('unit').create({ name: '外地部' })
    const other = await records('user').create({ name: '外地经理', login: `far${made}`, role: 'manager', unit: id })
    expect(await edits(`far${made}`, customer)).toEqual([])
    expect(other.id).not.toBe('')
    await records('user').create({ name: '审计员', login: `audit${made}`, role: 'auditor' })
    expect(await edits(`audit${made}`, customer)).toEqual([expect.objectContaining({ field: 'fax', title: null })])
    await expect(lookedAtBy('wang')).rejects.toMatchObject({ status: 403 })
  })
})
