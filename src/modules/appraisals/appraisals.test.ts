import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#field-types'
import { type Context, makeContext, systemActor } from '#kernel'
import { notifications } from '#modules/notifications'
import { periodBefore, periodOf } from '#shared/calendar-period'
import { type CastName, type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'
import { actAs } from '#test/standing-actor'
import { appraisals } from './index.ts'

/* Zhang leads the whole house, Chen the north with Wang, and Sun below it; nobody leads the south but Zhang. */

let house: House
const all = (object: string) => house.system().recordsNamed(object)
const as = async (login: CastName, object = 'appraisal') =>
  (await actAs(house, login)).with({ channel: 'page' }).recordsNamed(object)
const idOf = (name: CastName): string => house.people[name].id

const month = periodOf('month', localDate(new Date(), 'Asia/Shanghai'))
const last = periodBefore(month)

/** The house's daily upkeep; `turned`: once this month is over as well. */
function upkeep(turned = false): Promise<void> | undefined {
  const at = turned ? Date.parse(`${month.until}T04:00:00Z`) : Date.now()
  const system = { kernel: house.kernel, actor: systemActor, channel: 'job', systemReason: 'daily upkeep' } as const
  return appraisals.maintain?.(makeContext({ ...system, now: () => new Date(at) }))
}

/** 89 % right, 82.5 % complete, half in time, nothing to update. */
const counts = { checked: 100, right: 89, files: 200, complete: 165, tasks: 10, onTime: 5, updatesDue: 0, updated: 0 }

async function keep(name: CastName, { name: period, length, from, until }: typeof last, figures = {}): Promise<void> {
  const owner = { owner: idOf(name), unit: house.people[name].unit }
  await all('indicator_score').create({ period, length, from, until, ...owner, ...counts, ...figures })
}

async function of(name: CastName, period = last.name): Promise<Record<string, unknown> & { id: string }> {
  const { items } = await all('appraisal').list({ where: { owner: idOf(name), period }, limit: 5 })
  expect(items).toHaveLength(1)
  return { id: String(items[0]?.id), ...items[0]?.values }
}

async function change(who: CastName, id: string, patch: Record<string, unknown>) {
  const { version } = await all('appraisal').get(id)
  return (await as(who)).update(id, patch, { version })
}

async function tasksOf(name: CastName, appraisal: string): Promise<unknown[]> {
  const { items } = await all('task').list({ where: { appraisal, assignee: idOf(name) }, limit: 20 })
  return items.map(({ values }) => values.state)
}

/** What somebody has been told of an appraisal, and not read yet, the newest first; read from now on. */
async function toldOf(name: CastName, record: string): Promise<unknown[]> {
  await runJobs(house)
  const notices = await as(name, 'notification')
  const where = { record, readAt: { empty: true } }
  const { items } = await notices.list({ where, sort: '-createdAt', limit: 20 })
  const ids = items.map(({ id }) => id)
  if (ids.length) await notices.updateMany({ ids }, { patch: { readAt: new Date().toISOString() } })
  return items.map(({ values }) => values.detail)
}

/** What the clock tells at the deadline of a task, and before it. */
async function clockAt(moment: number): Promise<void> {
  const system = { kernel: house.kernel, actor: systemActor, channel: 'job', systemReason: 'clock' } as const
  await notifications.tick?.(makeContext({ ...system, now: () => new Date(moment) }))
}

const lowOnes = async (name: CastName) =>
  (await all('improvement').list({ where: { owner: idOf(name), source: 'figure' }, limit: 20 })).items

beforeAll(async () => {
  house = await openHouse()
  await all('company').create({ name: '示例公司' })
  const { id: whole } = await all('unit').create({ name: '总部', manager: idOf('zhang') })
  await all('unit').update(house.units.north, { manager: idOf('chen'), parent: whole })
  await all('unit').update(house.units.south, { parent: whole })
  for (const role of ['clerk', 'manager', 'head'])
    await (await as('zhang', 'appraisal_scheme')).create({ name: role, role, length: 'month' })
  for (const name of ['wang', 'sun', 'li', 'chen', 'zhang'] as const) await keep(name, last)
  await upkeep()
})
afterAll(() => house.close())

describe('a scheme', () => {
  const make = async (values: Record<string, unknown>) =>
    (await as('zhang', 'appraisal_scheme')).create({ name: '年度', role: 'clerk', length: 'year', ...values })

  it('has weights that come to a hundred, and says to what they come', async () => {
    await expect(make({ managerWeight: 25 })).rejects.toMatchObject({
      code: 'appraisal.weights_sum',
      params: { sum: 105 },
    })
    await expect(make({ accuracyWeight: 25, managerWeight: 25, active: false })).resolves.toMatchObject({ version: 1 })
  })

  it('has thresholds that rise with what is better, and is alone for its role and length', async () => {
    await expect(make({ accuracyHundred: 80 })).rejects.toMatchObject({ code: 'appraisal.threshold' })
    await expect(make({ ageHundred: 400 })).rejects.toMatchObject({ code: 'appraisal.threshold_age' })
    await expect(make({ length: 'month' })).rejects.toMatchObject({ code: 'appraisal.scheme_exists' })
  })

  it('is set by those who look after the house alone, and read by all', async () => {
    const schemes = await as('chen', 'appraisal_scheme')
    await expect(schemes.create({ name: '自定', role: 'manager', length: 'year' })).rejects.toMatchObject({
      status: 403,
    })
    expect((await (await as('wang', 'appraisal_scheme')).list({ limit: 5 })).items.length).toBeGreaterThan(0)
  })
})

describe('the preparation', () => {
  it('turns kept figures to scores by the thresholds, and leaves out what had nothing to count', async () => {
    const { marks, figuresScore, total, state, manager, superior } = await of('wang')
    expect(marks).toMatchObject([
      { figure: 'accuracy', value: 89, good: 89, of: 100, score: 80, weight: 30 },
      { figure: 'completeness', value: 82.5, score: 80, weight: 20 },
      { figure: 'timeliness', value: 50, score: 28, weight: 20 },
      { figure: 'updates', value: null, score: null, weight: 10 },
    ])
    expect({ figuresScore, total, state }).toEqual({ figuresScore: 65.1, total: 65.1, state: 'writing' })
    expect({ manager, superior }).toEqual({ manager: idOf('chen'), superior: idOf('zhang') })
  })

  it('comes once, with a task for who is to write', async () => {
    const { id } = await of('wang')
    await upkeep()
    expect((await of('wang')).id).toBe(id)
    expect(await tasksOf('chen', id)).toEqual(['open'])
  })

  it('gives a manager to their superior, whoever is led by nobody to nobody', async () => {
    expect(await of('chen')).toMatchObject({ manager: idOf('zhang'), superior: idOf('zhang') })
    expect(await of('li')).toMatchObject({ manager: idOf('zhang') })
    const { items } = await all('appraisal').list({ where: { owner: idOf('zhang') }, limit: 5 })
    expect(items).toEqual([])
  })

  it('lets nobody appraise who leads them, where units go round in a circle', async () => {
    await all('user').update(idOf('zhang'), { unit: house.units.north })
    await upkeep()
    const { items } = await all('appraisal').list({ where: { owner: idOf('zhang') }, limit: 5 })
    expect(items).toEqual([])
    await all('user').update(idOf('zhang'), { unit: null })
  })
})

describe('a low figure', () => {
  it('makes one improvement of its person, checked with the next period’s figure', async () => {
    const [made, ...more] = await lowOnes('wang')
    expect(more).toEqual([])
    expect(made?.values).toMatchObject({
      figure: 'timeliness',
      appraisal: (await of('wang')).id,
      before: 50,
      target: 70,
      checker: idOf('chen'),
      checkOn: month.until,
      stage: 'plan',
    })
    await keep('wang', month, { onTime: 6 })
    await upkeep(true)
    await upkeep(true)
    const [now, ...second] = await lowOnes('wang')
    expect(second).toEqual([])
    expect(now).toMatchObject({ id: made?.id, values: { after: 60 } })
    expect((await of('wang', month.name)).state).toBe('writing')
  })
})

describe('an appraisal', () => {
  const written = { managerScore: 90, managerWords: '工作认真' }

  it('is seen by its person and those who lead them, and written by the manager alone', async () => {
    const { id } = await of('wang')
    for (const name of ['wang', 'chen', 'zhang'] as const) expect((await (await as(name)).get(id)).id).toBe(id)
    for (const name of ['li', 'sun'] as const)
      await expect((await as(name)).get(id)).rejects.toMatchObject({ status: 404 })
    // What is said of Chen is for Chen and Zhang, not for those whom Chen leads.
    const { id: chens } = await of('chen')
    await expect((await as('wang')).get(chens)).rejects.toMatchObject({ status: 404 })
    for (const name of ['wang', 'zhang'] as const)
      await expect(change(name, id, written)).rejects.toMatchObject({ status: 403 })
    await expect(change('chen', chens, written)).rejects.toMatchObject({ status: 403 })
    await expect(change('chen', id, { managerScore: 90 })).rejects.toMatchObject({ code: 'appraisal.whole' })
    await expect(change('chen', id, { ...written, answer: 'confirmed' })).rejects.toMatchObject({
      code: 'appraisal.not_now',
    })
  })

  it('goes by appeal to the manager’s superior, who says why, and is closed for good', async () => {
    const { id } = await of('wang')
    expect(await toldOf('chen', id)).toEqual(['writing'])
    expect(await change('chen', id, written)).toMatchObject({ state: 'shown', total: 70.7 })
    expect(await toldOf('wang', id)).toEqual(['shown'])
    expect([await tasksOf('chen', id), await tasksOf('wang', id)]).toEqual([['done'], ['open']])
    await expect(change('chen', id, { managerScore: 10 })).rejects.toMatchObject({ status: 403 })
    await expect(change('wang', id, { managerScore: 100 })).rejects.toMatchObject({ code: 'appraisal.not_now' })
    await expect(change('wang', id, { answer: 'appealed' })).rejects.toMatchObject({ code: 'appraisal.whole' })
    expect(await change('wang', id, { answer: 'appealed', answerWords: '有三项任务当时无法完成' })).toMatchObject({
      state: 'appealed',
    })
    expect(await toldOf('zhang', id)).toEqual(['appealed'])
    expect([await tasksOf('wang', id), await tasksOf('zhang', id)]).toEqual([['done'], ['open']])
    await expect(change('chen', id, { decision: 'kept', decisionReason: '属实' })).rejects.toMatchObject({
      status: 403,
    })
    await expect(change('zhang', id, { decision: 'changed', decidedScore: 99 })).rejects.toMatchObject({
      code: 'appraisal.whole',
    })
    await expect(
      change('zhang', id, { decision: 'kept', decidedScore: 99, decisionReason: '属实' }),
    ).rejects.toMatchObject({ code: 'appraisal.kept_score' })
    const decided = { decision: 'changed', decidedScore: 99, decisionReason: '任务确由停电耽误' }
    expect(await change('zhang', id, decided)).toMatchObject({ state: 'closed', total: 72.7, managerScore: 90 })
    expect([await toldOf('wang', id), await toldOf('chen', id), await toldOf('zhang', id)]).toEqual([
      ['changed'],
      ['changed'],
      [],
    ])
    expect(await tasksOf('zhang', id)).toEqual(['done'])
    for (const name of ['wang', 'chen', 'zhang'] as const) {
      await expect(change(name, id, { managerWords: '改' })).rejects.toMatchObject({ status: 403 })
      await expect((await as(name)).remove(id)).rejects.toMatchObject({ status: 403 })
      expect((await (await as(name)).get(id)).state).toBe('closed')
    }
    await expect(all('appraisal').update(id, { total: 100 })).rejects.toMatchObject({ code: 'appraisal.closed' })
  })

  it('is closed by who confirms it, and keeps its figures whatever becomes of the scheme', async () => {
    const { id, marks } = await of('sun')
    await change('chen', id, written)
    expect(await change('sun', id, { answer: 'confirmed' })).toMatchObject({ state: 'closed', total: 70.7 })
    expect((await toldOf('chen', id)).at(0)).toBe('closed')
    const { items } = await all('appraisal_scheme').list({ where: { name: 'clerk' }, limit: 1 })
    await all('appraisal_scheme').update(String(items[0]?.id), { accuracySixty: 10 })
    await upkeep()
    expect((await of('sun')).marks).toEqual(marks)
  })

  it('reminds whose turn it is on the working day before the deadline and at it, by the clock, and as an appraisal', async () => {
    const { id } = await of('li')
    const { items } = await all('task').list({ where: { appraisal: id, state: 'open' }, limit: 2 })
    const [dueAt, remindAt] = [items[0]?.values.dueAt, items[0]?.values.remindAt].map((at) => Date.parse(String(at)))
    await toldOf('zhang', id)
    await clockAt(Date.now())
    await clockAt((remindAt ?? 0) + 1)
    expect(await toldOf('zhang', id)).toEqual(['reminder'])
    await clockAt((dueAt ?? 0) + 1)
    expect(await toldOf('zhang', id)).toEqual(['due'])
    const kinds = await all('notification').list({ where: { kind: 'task_assigned' }, limit: 5 })
    expect(kinds.items.filter(({ values }) => values.record === items[0]?.id)).toEqual([])
  })

  it('that nobody has written yet goes to whoever leads now, with the task', async () => {
    const { id } = await of('wang', month.name)
    await all('unit').update(house.units.north, { manager: null })
    await upkeep()
    expect(await of('wang', month.name)).toMatchObject({ manager: idOf('zhang') })
    expect([await tasksOf('chen', id), await tasksOf('zhang', id)]).toEqual([['dropped'], ['open']])
    await expect(change('chen', id, written)).rejects.toMatchObject({ status: 404 })
    const ctx: Context = (await actAs(house, 'zhang')).with({ channel: 'page' })
    expect((await ctx.recordsNamed('appraisal').get(id)).can).toContain('update')
  })
})
