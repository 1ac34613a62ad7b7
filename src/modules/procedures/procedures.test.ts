import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '#kernel'
import { starterProcedures } from '#shared/starter-procedures'
import { draftOf } from '#shared/starter-procedures/starter-procedure'
import { type House, openHouse } from '#test/house'
import { queueImport } from '#test/import-csv'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { overview, skipStep, startCase } from './index.ts'

/* A procedure is carried out on a file step by step; nothing is ticked that is not there, and nothing passed over without a word. */

let house: House
const as = (login: string): Promise<Context> => actAs(house, login)
const records = (object: string) => house.system().recordsNamed(object)

beforeAll(async () => {
  house = await openHouse()
  await records('company').create({ name: '示例公司' })
})
afterAll(() => house.close())

const collect = { name: '收集资料', role: 'owner', days: 2, must: true, fields: ['fax'] }
const check = { name: '经理复核', role: 'manager', days: 1, must: true }
let made = 0

beforeEach(async () => {
  // What one test publishes begins nothing in the next.
  const { items } = await records('publication').list({ where: { state: 'published' }, limit: 200 })
  for (const { id } of items) await records('publication').update(id, { state: 'withdrawn' })
})

async function procedure(values: Record<string, unknown> = {}): Promise<string> {
  const text = {
    kind: 'procedure',
    title: `建档规程${++made}`,
    body: '按步骤办理',
    governs: 'customer',
    owner: house.people.zhang.id,
  }
  const { id } = await records('publication').create({ ...text, steps: [collect, check], ...values })
  await records('publication').update(id, { state: 'published' })
  const { items } = await records('edition').list({ where: { publication: id, state: 'in_force' } })
  return items[0]?.id ?? ''
}

async function file(values: Record<string, unknown> = {}): Promise<string> {
  const { id } = await (await as('wang')).recordsNamed('customer').create({ name: `流程客户${++made}`, ...values })
  return id
}

async function stepsOf(customer: string) {
  const { items } = await records('case_step').list({ where: { customer }, sort: 'position' })
  return items.map(({ id, values }) => ({ id, ...values }) as Record<string, unknown> & { id: string })
}

async function tick(login: string, todo: unknown, state = 'done'): Promise<void> {
  const tasks = (await as(login)).recordsNamed('task')
  const { version } = await tasks.get(String(todo))
  await tasks.update(String(todo), { state }, { version })
}

describe('a case', () => {
  it('gives each step to its owner in turn, as a task by working days, and ends with the last', async () => {
    const [version, customer] = [await procedure({ steps: [{ ...collect, fields: [] }, check] }), await file()]
    const run = await startCase(await as('wang'), { object: 'customer', record: customer }, version)
    const [first, second] = await stepsOf(customer)
    expect(first).toMatchObject({ state: 'open', owner: house.people.wang.id })
    expect(second).toMatchObject({ state: 'waiting', todo: null })
    expect(await records('task').get(String(first?.todo))).toMatchObject({ kind: 'procedure', customer, state: 'open' })
    await tick('wang', first?.todo)
    const [done, next] = await stepsOf(customer)
    expect(done).toMatchObject({ state: 'done', endedBy: house.people.wang.id })
    expect(next).toMatchObject({ state: 'open', owner: house.people.chen.id })
    await tick('chen', next?.todo)
    expect(await records('procedure_case').get(run)).toMatchObject({ state: 'done' })
  })

  it('does not let a step be ticked before what it asks for is there', async () => {
    const [version, customer] = [await procedure(), await file()]
    await startCase(await as('wang'), { object: 'customer', record: customer }, version)
    const [first] = await stepsOf(customer)
    await expect(tick('wang', first?.todo)).rejects.toMatchObject({ code: 'procedure.lacking' })
    await records('customer').update(customer, { fax: '010-88886666' })
    await tick('wang', first?.todo)
    expect((await stepsOf(customer))[0]).toMatchObject({ state: 'done' })
  })

  it('asks for what must be verified, and takes it from whoever verified it', async () => {
    const steps = [{ ...collect, fields: ['phone'], verified: ['phone'] }]
    const [version, customer] = [await procedure({ steps }), await file({ phone: '010-66668888' })]
    await startCase(await as('wang'), { object: 'customer', record: customer }, version)
    const [first] = await stepsOf(customer)
    await expect(tick('wang', first?.todo)).rejects.toMatchObject({ code: 'procedure.lacking' })
    const customers = (await as('wang')).recordsNamed('customer')
    const { version: now } = await customers.get(customer)
    await customers.verify(customer, { field: 'phone', how: 'call', version: now })
    await tick('wang', first?.todo)
    expect((await stepsOf(customer))[0]).toMatchObject({ state: 'done' })
  })

  it('passes over a step with a reason alone, never by dropping or deleting its task', async () => {
    const [version, customer] = [await procedure(), await file()]
    await startCase(await as('wang'), { object: 'customer', record: customer }, version)
    const [first] = await stepsOf(customer)
    const tasks = (await as('wang')).recordsNamed('task')
    await expect(tick('wang', first?.todo, 'dropped')).rejects.toMatchObject({ code: 'procedure.skip_with_reason' })
    await expect(tasks.remove(String(first?.todo))).rejects.toMatchObject({ code: 'record.in_use' })
    await expect(skipStep(await as('li'), first?.id ?? '', '看不到')).rejects.toMatchObject({ status: 404 })
    await skipStep(await as('wang'), first?.id ?? '', '客户没有传真')
    const [skipped, next] = await stepsOf(customer)
    expect(skipped).toMatchObject({ state: 'skipped', reason: '客户没有传真', endedBy: house.people.wang.id })
    expect(next).toMatchObject({ state: 'open' })
    expect(await records('task').get(String(first?.todo))).toMatchObject({ state: 'dropped' })
    await expect(skipStep(await as('wang'), first?.id ?? '', '再次')).rejects.toMatchObject({
      code: 'procedure.step_over',
    })
  })

  it('begins by itself with a new customer, or as one comes to its stage, and never twice', async () => {
    expect(await stepsOf(await file())).toEqual([])
    await procedure({ starts: 'created' })
    await procedure({ starts: 'stage', stages: ['dormant'], title: '沉睡客户规程' })
    const customer = await file()
    expect(await stepsOf(customer)).toHaveLength(2)
    const cases = () => records('procedure_case').list({ where: { customer }, sort: 'createdAt' })
    await records('customer').update(customer, { stage: 'dormant' })
    expect((await cases()).items.map(({ values }) => values.name)).toContain('沉睡客户规程')
    await records('customer').update(customer, { stage: 'prospect' })
    await records('customer').update(customer, { stage: 'dormant' })
    expect((await cases()).items).toHaveLength(2)
  })

  it('begins nothing for customers that a list brings in', async () => {
    await procedure({ starts: 'created' })
    await queueImport(await as('zhang'), '客户名称\n清单带来的客户')
    await runJobs(house)
    const { items } = await records('customer').list({ where: { name: '清单带来的客户' } })
    expect(items).toHaveLength(1)
    expect(await stepsOf(items[0]?.id ?? '')).toEqual([])
  })

  it('is started by who may work on the file, with a procedure of its stage', async () => {
    const [version, other] = [await procedure(), await procedure({ stages: ['lost'] })]
    const customer = await file({ stage: 'prospect' })
    await expect(startCase(await as('li'), { object: 'customer', record: customer }, version)).rejects.toMatchObject({
      status: 404,
    })
    await expect(startCase(await as('wang'), { object: 'customer', record: customer }, other)).rejects.toMatchObject({
      code: 'procedure.not_here',
    })
    await startCase(await as('wang'), { object: 'customer', record: customer }, version)
    await expect(startCase(await as('wang'), { object: 'customer', record: customer }, version)).rejects.toMatchObject({
      code: 'procedure.running',
    })
  })

  it('tells where cases stand, to each of what they may see', async () => {
    const version = await procedure({ title: '瓶颈规程' })
    for (const name of ['甲', '乙'])
      await startCase(await as('wang'), { object: 'customer', record: await file({ name: `瓶颈${name}` }) }, version)
    const seen = (await overview(await as('wang'))).find(({ name }) => name === '瓶颈规程')
    expect(seen).toMatchObject({
      running: 2,
      steps: [
        { name: '收集资料', open: 2, done: 0 },
        { name: '经理复核', open: 0 },
      ],
    })
    expect((await overview(await as('li'))).find(({ name }) => name === '瓶颈规程')).toBeUndefined()
  })
})

describe('a step', () => {
  it('is done by whom the procedure names: a person, the head of the file’s unit, the superior of who began it', async () => {
    const { wang, sun, chen, li } = house.people
    const named = (role: string, person?: string) => ({ name: role, role, person, days: 1, must: true })
    await records('unit').update(house.units.north, { manager: chen.id })
    const steps = [named('unit_head'), named('superior'), named('person', sun.id), named('person', li.id)]
    const customer = await file({ collaborators: [sun.id] })
    await startCase(await as('wang'), { object: 'customer', record: customer }, await procedure({ steps }))
    for (const login of ['chen', 'chen', 'sun', 'wang']) {
      const open = (await stepsOf(customer)).find(({ state }) => state === 'open')
      await tick(login, open?.todo)
    }
    // Who may not read the file does nothing on it.
    expect((await stepsOf(customer)).map(({ owner }) => owner)).toEqual([chen.id, chen.id, sun.id, wang.id])
  })
})

describe('a case on a record of a file', () => {
  it('asks for what that record lacks, runs beside one of the file, and is no procedure of customers', async () => {
    const customer = await file()
    const { id: contact } = await (await as('wang')).recordsNamed('contact').create({ customer, name: '周总' })
    const version = await procedure({ governs: 'contact', steps: [{ ...check, role: 'owner', fields: ['title'] }] })
    const of = { object: 'contact', record: contact }
    await expect(startCase(await as('wang'), { object: 'customer', record: customer }, version)).rejects.toMatchObject({
      code: 'procedure.not_here',
    })
    await expect(startCase(await as('li'), of, version)).rejects.toMatchObject({ status: 404 })
    const run = await startCase(await as('wang'), of, version)
    await expect(startCase(await as('wang'), of, version)).rejects.toMatchObject({ code: 'procedure.running' })
    expect(await (await as('wang')).recordsNamed('procedure_case').get(run)).toMatchObject({ customer, ...of })
    const [step] = await stepsOf(customer)
    await expect(tick('wang', step?.todo)).rejects.toMatchObject({ code: 'procedure.lacking' })
    await records('contact').update(contact, { title: '总经理' })
    await tick('wang', step?.todo)
    expect(await records('procedure_case').get(run)).toMatchObject({ state: 'done' })
  })

  it('is started for what names a customer, not for what belongs to none', async () => {
    const version = await procedure({ governs: 'task', steps: [check] })
    const tasks = (await as('wang')).recordsNamed('task')
    const customer = await file()
    const [about, alone] = [await tasks.create({ title: '走访', customer }), await tasks.create({ title: '整理' })]
    await expect(startCase(await as('wang'), { object: 'task', record: alone.id }, version)).rejects.toMatchObject({
      code: 'procedure.no_file',
    })
    await startCase(await as('wang'), { object: 'task', record: about.id }, version)
    expect(await stepsOf(customer)).toHaveLength(1)
  })
})

it('refuses steps of fields or roles that there are not', async () => {
  await expect(procedure({ steps: [{ ...collect, fields: ['nothing'] }] })).rejects.toMatchObject({ status: 422 })
  await expect(procedure({ steps: [{ ...collect, role: 'nobody' }] })).rejects.toMatchObject({ status: 422 })
  await expect(procedure({ governs: 'contact' })).rejects.toMatchObject({ code: 'procedure.steps_wrong' })
  await expect(procedure({ governs: 'export' })).rejects.toMatchObject({ code: 'procedure.steps_of_customers' })
  const begins = { governs: 'contact', starts: 'created', steps: [check] }
  await expect(procedure(begins)).rejects.toMatchObject({ code: 'procedure.starts_with_customers' })
})

it('takes the procedures to begin with in both languages as drafts that nobody else reads, and carries them out once published', async () => {
  const before = (await records('edition').list({ where: {} })).total
  const customer = await file()
  const texts = (await as('zhang')).recordsNamed('publication')
  for (const locale of ['zh', 'en'] as const) {
    const made = await texts.createMany(starterProcedures.map((starter) => ({ input: draftOf(starter, locale) })))
    expect(made).toHaveLength(13)
  }
  const { items } = await texts.list({ where: { title: { startsWith: '操作手册' } } })
  expect(items.map(({ values }) => values.act).sort()).toEqual(['collect', 'destroy', 'enter', 'store', 'update'])
  expect(items.every(({ values }) => values.state === 'draft')).toBe(true)
  expect((await records('edition').list({ where: {} })).total).toBe(before)
  const enter = items.find(({ values }) => values.act === 'enter')
  await texts.update(enter?.id ?? '', { state: 'published' }, { version: enter?.version })
  const [version] = (await records('edition').list({ where: { publication: enter?.id ?? '' } })).items
  await startCase(await as('wang'), { object: 'customer', record: customer }, version?.id ?? '')
  expect((await stepsOf(customer)).map(({ owner }) => owner)[0]).toBe(house.people.wang.id)
})
