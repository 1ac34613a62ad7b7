import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds, localDate } from '#field-types'
import { buildRegistry, type Context, makeContext, noCustomisation, type ObjectDefinition, systemActor } from '#kernel'
import { completeness } from '#modules/completeness'
import { type CastName, type House, openHouse } from '#test/house'
import { modules } from '../../src/server/modules.ts'

let house: House
const day = 86_400_000

/** Companies need a phone, and whoever saves one without may bring it later. */
const adjust = (each: ObjectDefinition): ObjectDefinition =>
  each.name === 'customer'
    ? { ...each, requirements: [{ field: 'phone', need: 'required', when: { type: 'company' } }] }
    : each

beforeAll(async () => {
  house = await openHouse()
  await house
    .system()
    .recordsNamed('unit')
    .update(house.units.north, { manager: house.people.chen.id }, { reason: 'test' })
})
afterAll(() => house.close())

const kernel = () => ({ ...house.kernel, registry: buildRegistry(modules, kinds, { ...noCustomisation, adjust }) })
const as = (name: CastName): Context => makeContext({ kernel: kernel(), actor: house.as(name).actor, channel: 'api' })

/** The house itself, so many days from now. */
const system = (days = 0): Context =>
  makeContext({
    kernel: kernel(),
    actor: systemActor,
    channel: 'job',
    systemReason: 'daily upkeep',
    now: () => new Date(Date.now() + days * day),
  })

const upkeep = async (days = 0): Promise<void> => completeness.maintain?.(system(days))

async function listed(name: CastName, values: Record<string, unknown> = {}): Promise<string> {
  const input = { name: '海丰贸易', type: 'company', ...values }
  const [one] = await as(name).recordsNamed('customer').createMany([{ input }], { lenient: true })
  return one?.id ?? ''
}

async function tasksOf(customer: string) {
  const { items } = await house.system().recordsNamed('task').list({ where: { customer }, sort: 'createdAt' })
  return items.map(({ values }) => values)
}

/** A day of the company's. */
const soon = (days: number): string => localDate(new Date(Date.now() + days * day), house.kernel.settings.timeZone)

describe('a file that lacks what its case requires', () => {
  it('is refused, unless somebody says why and until when; then its owner has a task for it', async () => {
    const customers = as('wang').recordsNamed('customer')
    const input = { name: '明远仪器', type: 'company' }
    await expect(customers.create(input)).rejects.toMatchObject({ code: 'field.required' })
    const later = { why: '对方下周给电话', until: soon(9) }
    const { id, incomplete } = await customers.create(input, { later })
    expect(incomplete).toEqual(['phone'])
    const [task, ...others] = await tasksOf(id)
    expect(others).toEqual([])
    expect(task).toMatchObject({
      kind: 'completion',
      state: 'open',
      assignee: house.people.wang.id,
      details: later.why,
      title: '补全客户档案',
    })
    expect(new Date(Date.parse(String(task?.dueAt)) + 8 * 3_600_000).toISOString()).toBe(`${later.until}T18:00:00.000Z`)
    await upkeep()
    expect(await tasksOf(id)).toHaveLength(1)
  })

  it('is not put off without a name, to a day that is over, or for months', async () => {
    const customers = as('wang').recordsNamed('customer')
    const before = (await customers.list()).items.length
    await expect(
      customers.create({ type: 'company' }, { later: { why: '待查', until: soon(3) } }),
    ).rejects.toMatchObject({
      code: 'field.required',
    })
    for (const [until, code] of [
      [soon(-2), 'field.date_early'],
      [soon(200), 'field.date_late'],
    ] as const)
      await expect(
        customers.create({ name: '远期', type: 'company' }, { later: { why: '待查', until } }),
      ).rejects.toMatchObject({ code, errors: [{ path: 'toComplete.until' }] })
    expect((await customers.list()).items).toHaveLength(before)
  })

  it('that a list brings is asked for by the next upkeep, once, and no more than ten of one person at a time', async () => {
    const ids: string[] = []
    for (let at = 0; at < 12; at++) ids.push(await listed('li', { name: `南方${at}厂` }))
    await upkeep()
    await upkeep()
    const asked = (await Promise.all(ids.map(tasksOf))).map((tasks) => tasks.length)
    expect(asked).toEqual([...Array(10).fill(1), 0, 0])
    const [first = ''] = ids
    await as('li').recordsNamed('customer').update(first, { phone: '13800138000' }, { version: 1 })
    expect(await tasksOf(first)).toMatchObject([{ state: 'done' }])
    await upkeep()
    expect(await tasksOf(ids[10] ?? '')).toMatchObject([{ state: 'open', assignee: house.people.li.id }])
    expect(await tasksOf(ids[11] ?? '')).toEqual([])
  })

  it('takes its task along to another owner, ends it with itself, and hands it up when it is long overdue', async () => {
    const [moved, gone, late] = [await listed('sun'), await listed('sun'), await listed('wang')]
    await upkeep()
    const customers = as('zhang').recordsNamed('customer')
    await customers.update(moved, { owner: house.people.wang.id }, { version: 1 })
    await customers.remove(gone)
    expect(await tasksOf(gone)).toMatchObject([{ state: 'dropped' }])
    await completeness.tick?.(system())
    expect(await tasksOf(moved)).toMatchObject([{ state: 'open', assignee: house.people.wang.id }])
    await upkeep(8)
    expect(await tasksOf(late)).toMatchObject([{ assignee: house.people.wang.id, escalatedAt: null }])
    await upkeep(30)
    const [handed] = await tasksOf(late)
    expect(handed).toMatchObject({ state: 'open', assignee: house.people.chen.id, escalatedAt: expect.any(String) })
    await upkeep(60)
    expect(await tasksOf(late)).toEqual([handed])
  })
})

describe('the house’s own numbers', () => {
  it('say until when, with a reminder, how many at once, how late, and how far it may be put off', async () => {
    const companies = house.system().recordsNamed('company')
    const company = await companies.create({ name: '示例公司' })
    const numbers = { completeDays: 20, completeRemind: 2, completeGrace: 0, completeAtOnce: 1, completeFarthest: 2 }
    const set = (values: Record<string, unknown>) => companies.update(company.id, values)
    await set(numbers)
    await expect.poll(() => house.kernel.settings.completion).toMatchObject({ days: 20, atOnce: 1 })
    const [first, second] = [await listed('sun', { name: '先问' }), await listed('sun', { name: '后问' })]
    await upkeep()
    const [asked] = await tasksOf(first)
    const [due, remind] = [asked?.dueAt, asked?.remindAt].map((at) => Date.parse(String(at)) / day)
    expect(due).toBeGreaterThan(Date.now() / day + 20)
    expect((due ?? 0) - (remind ?? 0)).toBeGreaterThan(1)
    expect(await tasksOf(second)).toEqual([])
    const until = soon(9)
    const customers = as('wang').recordsNamed('customer')
    await expect(
      customers.create({ name: '太远', type: 'company' }, { later: { why: '待查', until } }),
    ).rejects.toMatchObject({ code: 'field.date_late' })
    await set(Object.fromEntries(Object.keys(numbers).map((name) => [name, null])))
    await expect.poll(() => house.kernel.settings.completion).toMatchObject({ days: 5, atOnce: 10, grace: 3 })
  })
})

describe('how complete the files are', () => {
  it('is noted for each owner once a day, by the house alone', async () => {
    await upkeep(100)
    await upkeep(100)
    const scores = house.system().recordsNamed('completeness_score')
    const today = { where: { day: soon(100), owner: house.people.li.id } }
    const { items } = await scores.list(today)
    expect(items.map(({ values }) => values)).toMatchObject([{ files: 12, complete: 1, open: 11, share: 8.3 }])
    const own = as('li').recordsNamed('completeness_score')
    expect((await own.list({ where: { day: soon(100) } })).items).toHaveLength(1)
    const [score] = items
    await expect(own.update(score?.id ?? '', { complete: 12 }, { version: score?.version })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('is noted for more owners than one answer holds', async () => {
    const people = Array.from({ length: 505 }, (_, at) => ({
      input: { name: `同事${at}`, login: `colleague${at}`, role: 'clerk' },
    }))
    const made = await house.system().recordsNamed('user').createMany(people)
    const files = made.map(({ id }, at) => ({ input: { name: `各有所属${at}`, owner: id } }))
    await house.system().recordsNamed('customer').createMany(files)
    await upkeep(101)
    const { total } = await house
      .system()
      .recordsNamed('completeness_score')
      .list({ where: { day: soon(101) }, limit: 1 })
    expect(total).toBeGreaterThan(505)
  }, 60_000)
})
