import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#field-types'
import { type Context, decide, makeContext, openRound, type Sql, showProposal, sql, systemActor } from '#kernel'
import { keyAgain } from '#modules/double-entry'
import { reviewProgramme, submitReview } from '#modules/reviews'
import { periodNamed, periodOf } from '#shared/calendar-period'
import { type FigureFact, rowsOfFact } from '#shared/figure-fact'
import { figureFacts } from '#shared/figures'
import { type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { indicators, tellFigures } from './index.ts'

/* Figures come from what others found; what somebody does with their own files alone makes none of them better. */

let house: House
const ids = { zhang: '', wang: '', li: '', chen: '', sun: '' }
type Name = keyof typeof ids
const as = async (login: string): Promise<Context> => (await actAs(house, login)).with({ channel: 'page' })
const records = (object: string) => house.system().recordsNamed(object)
const rows = <R extends Record<string, unknown>>(query: Sql): Promise<R[]> =>
  house.system().transaction((tx) => tx.db.rows<R>(query))

const month = periodOf('month', localDate(new Date(), 'Asia/Shanghai')).name
const figuresOf = async (name: Name, by: Name = 'zhang', period = month) =>
  (await tellFigures(await as(by), period)).people.find(({ id }) => id === ids[name])

/** The house's daily upkeep, so many days from now. */
const upkeep = (days: number): Promise<void> | undefined =>
  indicators.maintain?.(
    makeContext({
      kernel: house.kernel,
      actor: systemActor,
      channel: 'job',
      systemReason: 'daily upkeep',
      now: () => new Date(Date.now() + days * 86_400_000),
    }),
  )

beforeAll(async () => {
  house = await openHouse()
  await records('company').create({ name: '示例公司' })
  for (const [login, { id }] of Object.entries(house.people)) Object.assign(ids, { [login]: id })
  await records('unit').update(house.units.north, { manager: ids.chen })
  const rule = { object: 'customer', name: '双录', operations: ['create', 'update'], fields: ['fax'], again: true }
  await (await as('zhang')).recordsNamed('approval_rule').create({ ...rule, people: [ids.li] })
})
afterAll(() => house.close())

let made = 0
async function file(values: Record<string, unknown> = {}, by: Name = 'wang'): Promise<string> {
  const whole = { name: `考核客户${++made}`, owner: ids.wang, unit: house.units.north, ...values }
  return (await (await as(by)).recordsNamed('customer').create(whole)).id
}

async function keyed(record: string, value: string): Promise<string | null> {
  await runJobs(house)
  const { items } = await records('second_entry').list({ where: { record, state: 'open' } })
  return (await keyAgain(await as('li'), items[0]?.id ?? '', value)).request
}

async function review(customer: string, found: boolean): Promise<void> {
  const plan = { name: '审查', reviewers: [ids.sun], filter: { id: customer }, sample: 'all' }
  const { id } = await (await as('zhang')).recordsNamed('review_plan').create(plan)
  const round = await openRound(await as('zhang'), reviewProgramme, id)
  await runJobs(house)
  const { items } = await records('review_item').list({ where: { round } })
  const sun = await as('sun')
  const { version } = await sun.recordsNamed('customer').get(customer)
  const findings = found ? [{ kind: 'wrong' as const, field: 'website' }] : []
  await submitReview(sun, items[0]?.id ?? '', { version, findings })
}

describe('accuracy', () => {
  it('is what others keyed, decided and reviewed, as an independent count has it', async () => {
    await keyed(await file({ fax: '010-88880001' }), '010-88880001')
    for (const verdict of ['approve', 'reject'] as const) {
      const request = (await keyed(await file({ fax: '010-88880002' }), '010-88880003')) ?? ''
      const chen = await as('chen')
      await decide(chen, request, { verdict, hash: (await showProposal(chen, request)).hash, grounds: '见名片' })
    }
    await review(await file(), false)
    await review(await file(), true)
    expect(await figuresOf('wang')).toMatchObject({ checked: 5, right: 3 })
    const [counted] = await rows<{ checked: number; right: number }>(sql`
      select (select count(*) from second_entry where entered_by_id = ${ids.wang}::uuid and state in ('same', 'settled'))::integer
        + (select count(*) from review_item where file_owner_id = ${ids.wang}::uuid and state = 'done')::integer as checked,
        (select count(*) from second_entry where entered_by_id = ${ids.wang}::uuid and (state = 'same' or "right" = 'first'))::integer
        + (select count(*) from review_item where file_owner_id = ${ids.wang}::uuid and result = 'right')::integer as right`)
    expect(await figuresOf('wang')).toMatchObject(counted ?? {})
  })

  it('counts nothing that the person has decided or reviewed alone', async () => {
    const before = await figuresOf('wang')
    const id = await file()
    const own = {
      customer: id,
      object: 'customer',
      record: id,
      field: 'fax',
      enteredBy: ids.wang,
      enteredAt: new Date().toISOString(),
    }
    const now = new Date().toISOString()
    const entries = records('second_entry')
    await entries.create({ ...own, state: 'same', keyedBy: ids.wang, keyedAt: now })
    await entries.create({
      ...own,
      state: 'settled',
      right: 'first',
      keyedBy: ids.li,
      settledBy: ids.wang,
      settledAt: now,
    })
    const item = {
      name: '自审',
      customer: id,
      state: 'done',
      result: 'right',
      doneBy: ids.wang,
      doneAt: now,
      fileOwner: ids.wang,
      from: now,
      until: now,
    }
    await records('review_item').create(item)
    const { checked, right } = (await figuresOf('wang')) ?? {}
    expect({ checked, right }).toEqual({ checked: before?.checked, right: before?.right })
  })
})

describe('verification', () => {
  it('by the owner makes neither the data younger nor an update done; by somebody else it does both', async () => {
    const id = await file({ phone: '010-66668888', owner: ids.sun, unit: house.units.northEast }, 'zhang')
    const days = 400
    await rows(sql`update customer set created_at = created_at - make_interval(days => ${days}) where id = ${id}::uuid`)
    const verifyBy = async (login: Name): Promise<void> => {
      const ctx = await as(login)
      const { version } = await ctx.recordsNamed('customer').get(id)
      await ctx.recordsNamed('customer').verify(id, { field: 'phone', how: 'call', version })
    }
    await verifyBy('sun')
    await rows(sql`update verification set at = at - interval '180 days' where record = ${id}::uuid`)
    const due = { updatesDue: 1, updated: 0 }
    expect(await figuresOf('sun')).toMatchObject({ ...due, age: days })
    await verifyBy('sun')
    expect(await figuresOf('sun')).toMatchObject({ ...due, age: days })
    await verifyBy('zhang')
    await rows(
      sql`update verification set at = at - interval '1 day' where record = ${id}::uuid and by = ${ids.zhang}::uuid`,
    )
    const { age, updated } = (await figuresOf('sun')) ?? {}
    expect(updated).toBe(1)
    expect(age).toBeLessThan(2)
  })
})

describe('work', () => {
  it('counts a file once a day, however often it is saved', async () => {
    const before = (await figuresOf('chen'))?.work ?? 0
    const id = await file({}, 'chen')
    const chen = (await as('chen')).recordsNamed('customer')
    for (const website of ['https://a.cn', 'https://b.cn', 'https://c.cn'])
      await chen.update(id, { website }, { version: (await chen.get(id)).version })
    expect((await figuresOf('chen'))?.work).toBe(before + 1)
    const [row] = await rows<{ days: number }>(sql`
      select count(distinct owner)::integer as days from audit_event where actor = ${ids.chen}::uuid and owner is not null
        and action in ('create', 'update') and channel = 'page' and rule like 'role:%'`)
    expect((await figuresOf('chen'))?.work).toBe(row?.days)
  })
})

describe('timeliness', () => {
  it('counts what others have given that is due, done by then; own tasks and dropped ones make nothing better', async () => {
    const due = new Date(Date.now() - 1_000).toISOString()
    const later = new Date(Date.now() + 5_000).toISOString()
    const give = (by: Name, dueAt: string) => async () =>
      (await (await as(by)).recordsNamed('task').create({ title: '回访', assignee: ids.sun, dueAt })).id
    const end = async (id: string, state: 'done' | 'dropped'): Promise<void> => {
      const sun = (await as('sun')).recordsNamed('task')
      await sun.update(id, { state }, { version: (await sun.get(id)).version })
    }
    const before = (await figuresOf('sun')) ?? { tasks: 0, onTime: 0 }
    await end(await give('sun', due)(), 'done')
    await end(await give('chen', due)(), 'done')
    await end(await give('chen', due)(), 'dropped')
    const inTime = await give('chen', later)()
    await end(inTime, 'done')
    // It is due a moment before now: after it was done.
    const [done] = await rows<{ at: string }>(
      sql`select max(at) as at from field_change where record = ${inTime}::uuid and field = 'state'`,
    )
    await rows(sql`update task set due_at = ${done?.at}::timestamptz where id = ${inTime}::uuid`)
    expect(await figuresOf('sun')).toMatchObject({ tasks: before.tasks + 3, onTime: before.onTime + 1 })
  })
})

describe('completeness', () => {
  it('is what was noted of each day of the period', async () => {
    const noted = { day: periodNamed('2025-03')?.from, owner: ids.wang, unit: house.units.north, open: 2, share: 80 }
    await records('completeness_score').create({ ...noted, files: 10, complete: 8 })
    await records('completeness_score').create({ ...noted, day: '2025-03-31', files: 10, complete: 9 })
    await records('completeness_score').create({ ...noted, day: '2025-04-01', files: 50, complete: 1 })
    expect(await figuresOf('wang', 'zhang', '2025-03')).toMatchObject({ files: 20, complete: 17 })
  })
})

describe('behind each figure', () => {
  it('stand the rows that it counts, as a list of them filters', async () => {
    const { from, until } = periodNamed(month) ?? { from: '', until: '' }
    const zhang = await as('zhang')
    const rowsOf = async (name: Name, facts: readonly FigureFact[], good = false) => {
      const totals = facts.map(async (fact) => {
        const rows = rowsOfFact(fact, { id: ids[name], from, until, runs: true })
        const where = good ? { ...rows, ...fact.good } : rows
        return (await zhang.recordsNamed(fact.object).list({ where, limit: 1 })).total ?? 0
      })
      return (await Promise.all(totals)).reduce((sum, one) => sum + one, 0)
    }
    const { accuracy, timeliness } = figureFacts
    const wang = await figuresOf('wang')
    expect(wang?.checked).toBeGreaterThan(0)
    expect(await rowsOf('wang', Object.values(accuracy))).toBe(wang?.checked)
    expect(await rowsOf('wang', Object.values(accuracy), true)).toBe(wang?.right)
    const sun = await figuresOf('sun')
    expect(sun?.tasks).toBeGreaterThan(0)
    expect(await rowsOf('sun', Object.values(timeliness))).toBe(sun?.tasks)
  })
})

describe('a period', () => {
  it('tells everybody the own figures, superiors those of their people, and nobody else’s', async () => {
    const seen = async (by: Name) => (await tellFigures(await as(by), month)).people.map(({ id }) => id)
    await file({ owner: ids.li, unit: house.units.south }, 'li')
    expect(await seen('wang')).toEqual([ids.wang])
    expect(await seen('li')).not.toContain(ids.wang)
    expect((await seen('chen')).sort()).toEqual([ids.chen, ids.sun, ids.wang].sort())
    expect(await seen('zhang')).toContain(ids.li)
  })

  it('that is over is counted once and kept, with a hash that tells whether somebody has changed it', async () => {
    const open = await tellFigures(await as('zhang'), month)
    expect(open).toMatchObject({ closed: false, sound: true })
    await upkeep(32)
    const closed = await tellFigures(await as('zhang'), month)
    expect(closed).toMatchObject({ closed: true, sound: true })
    const counts = ({ people }: typeof open) =>
      people.map(({ id, checked, right, work }) => ({ id, checked, right, work }))
    expect(counts(closed)).toEqual(counts(open))
    const mine = await tellFigures(await as('wang'), month)
    expect(mine).toMatchObject({ closed: true, sound: true, people: [{ id: ids.wang }] })
    await review(await file(), true)
    await upkeep(33)
    expect(await tellFigures(await as('zhang'), month)).toEqual(closed)
    await rows(
      sql`update indicator_score set "right" = "right" + 1 where owner_id = ${ids.wang}::uuid and period = ${month}`,
    )
    expect((await tellFigures(await as('wang'), month)).sound).toBe(false)
  })
})
