import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, makeContext, systemActor } from '#kernel'
import { meetings, reportsOfWeek } from '#modules/meetings'
import { type House, openHouse } from '#test/house'
import { runJobs } from '#test/run-jobs'

let house: House
const day = 86_400_000

beforeAll(async () => {
  house = await openHouse()
  await house.system().recordsNamed('unit').update(house.units.north, { manager: house.people.chen.id })
})
afterAll(() => house.close())

/** The house itself, at a moment. */
const clock = (at: number): Context =>
  makeContext({
    kernel: house.kernel,
    actor: systemActor,
    channel: 'job',
    systemReason: 'daily upkeep',
    now: () => new Date(at),
  })

const of = (name: 'zhang' | 'chen' | 'wang' | 'li' | 'sun', object: string, at?: number) =>
  house.as(name, at === undefined ? {} : { now: () => new Date(at) }).recordsNamed(object)
const all = (object: string) => house.system().recordsNamed(object)

/** What somebody has been told, newest first. */
async function told(name: 'zhang' | 'chen' | 'wang' | 'li' | 'sun', kind: string, record?: string): Promise<unknown[]> {
  await runJobs(house)
  const { items } = await of(name, 'notification').list({
    where: { kind, ...(record && { record }) },
    sort: '-createdAt',
    limit: 20,
  })
  return items.map(({ values }) => values.detail)
}

/** Begun an hour ago. */
const begun = () => new Date(Date.now() - 3_600_000).toISOString()

async function called(input: Record<string, unknown> = {}) {
  const participants = [house.people.wang.id, house.people.li.id]
  return of('chen', 'meeting').create({ name: '部门例会', startsAt: begun(), participants, ...input })
}

const versionOf = async (object: string, id: string): Promise<number> => (await all(object).get(id)).version

async function change(
  who: 'zhang' | 'chen' | 'wang' | 'li' | 'sun',
  object: string,
  { id, ...patch }: Record<string, unknown> & { id: string },
) {
  return of(who, object).update(id, patch, { version: await versionOf(object, id) })
}

describe('a series of meetings', () => {
  it('calls a week ahead, on a working day, with its standing agenda and what was left', async () => {
    // Monday 2 November 2026; the Monday after it is a day off.
    const monday = Date.parse('2026-11-02T02:00:00Z')
    await all('holiday').create({ name: '停电', from: '2026-11-09' })
    const series = await of('chen', 'regular_meeting', monday).create({
      name: '周例会',
      startOn: '2026-11-02',
      agenda: '客户资料准确率\n本周更新',
      participants: [house.people.wang.id],
    })
    const held = async () => {
      const { items } = await all('meeting').list({ where: { series: series.id }, sort: 'startsAt', limit: 20 })
      return items.map(({ id, values }) => ({ id, at: String(values.startsAt).slice(0, 16) }))
    }
    expect((await held()).map(({ at }) => at)).toEqual(['2026-11-02T01:30', '2026-11-10T01:30'])
    const [first] = await held()
    const agenda = async (meeting = '') =>
      (await all('agenda_item').list({ where: { meeting }, sort: 'position', limit: 20 })).items
    const items = await agenda(first?.id)
    expect(items.map(({ values }) => values.title)).toEqual(['客户资料准确率', '本周更新'])

    // A week later another is called for, on the day that the series names; twice makes no second one.
    for (const item of await agenda((await held())[1]?.id))
      if (item.values.title === '本周更新')
        await all('agenda_item').update(item.id, { state: 'postponed', details: '等数据' })
    await meetings.maintain?.(clock(monday + 7 * day))
    await meetings.maintain?.(clock(monday + 7 * day))
    expect((await held()).map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-02', '2026-11-10', '2026-11-16'])
    const third = await agenda((await held())[2]?.id)
    expect(third.map(({ values }) => values.details)).toContain('等数据')

    // What nobody was called for while the house was shut is not made up for.
    await meetings.maintain?.(clock(monday + 28 * day))
    expect((await held()).slice(3).map(({ at }) => at.slice(0, 10))).toEqual(['2026-11-30', '2026-12-07'])
  })

  it('refuses a time that is none', async () => {
    const input = { name: '例会', time: '9点' }
    await expect(of('chen', 'regular_meeting').create(input)).rejects.toMatchObject({ code: 'meeting.time' })
  })
})

describe('a meeting', () => {
  it('tells whom it asks to come, when it is moved, and when its minutes can be read', async () => {
    const { id } = await called({ startsAt: new Date(Date.now() + day).toISOString() })
    expect(await told('wang', 'meeting', id)).toEqual(['invited'])
    await change('chen', 'meeting', { id, startsAt: begun() })
    await change('chen', 'meeting', { id, state: 'closed' })
    expect(await told('wang', 'meeting', id)).toEqual(['closed', 'moved', 'invited'])
    expect(await told('sun', 'meeting', id)).toEqual([])
    expect((await of('wang', 'meeting').get(id)).closedBy).toBe(house.people.chen.id)
    await expect(of('sun', 'meeting').get(id)).rejects.toMatchObject({ status: 404 })
  })

  it('lets all who come write its minutes, and its chair alone say when it is and that they are right', async () => {
    const { id: meeting } = await called()
    const { id } = await of('wang', 'agenda_item').create({ meeting, title: '名片夹的格式' })
    await change('li', 'agenda_item', { id, minutes: '统一用一种', state: 'done' })
    await change('wang', 'meeting', { id: meeting, summary: '一项' })
    for (const patch of [{ startsAt: '2026-12-01 09:00' }, { state: 'closed' }, { participants: null }])
      await expect(change('li', 'meeting', { id: meeting, ...patch })).rejects.toMatchObject({
        code: 'meeting.not_yours',
      })
    await expect(of('sun', 'agenda_item').create({ meeting, title: '外人' })).rejects.toMatchObject({
      code: 'field.reference_unknown',
    })
    await change('chen', 'meeting', { id: meeting, recorder: house.people.li.id })
    expect(await change('li', 'meeting', { id: meeting, state: 'closed' })).toMatchObject({ state: 'closed' })
  })

  it('makes each action item a task of its owner, and shows how it stands', async () => {
    const { id: meeting } = await called()
    const action = { meeting, title: '更新名片夹', assignee: house.people.wang.id, dueOn: '2026-12-04' }
    const { id } = await of('chen', 'meeting_action').create(action)
    const [task] = (await all('task').list({ where: { meetingAction: id }, limit: 2 })).items
    const todo = task?.id
    const made = await of('wang', 'task').get(String(todo))
    expect(made).toMatchObject({ title: '更新名片夹', assigner: house.people.chen.id, meetingAction: id, doneAt: null })
    expect(String(made.dueAt)).toMatch(/^2026-12-04T10:00/)
    expect(await told('wang', 'task_assigned')).toHaveLength(1)
    await change('chen', 'meeting_action', { id, dueOn: '2026-12-11' })
    expect(String((await of('wang', 'task').get(String(todo))).dueAt)).toMatch(/^2026-12-11/)
    await change('chen', 'meeting', { id: meeting, state: 'closed' })
    await change('wang', 'task', { id: String(todo), state: 'done' })
    expect((await of('li', 'meeting_action').get(id)).state).toBe('done')
    expect((await of('wang', 'task').get(String(todo))).doneAt).not.toBeNull()
    await change('wang', 'task', { id: String(todo), state: 'open' })
    expect((await of('li', 'meeting_action').get(id)).state).toBe('open')
    expect((await of('wang', 'task').get(String(todo))).doneAt).toBeNull()
  })

  it('keeps confirmed minutes as they were, for the head too, and takes additions', async () => {
    const { id: meeting } = await called()
    const [open, gone] = [
      await of('wang', 'agenda_item').create({ meeting, title: '名片夹' }),
      await of('wang', 'agenda_item').create({ meeting, title: '撤回的' }),
    ]
    await of('wang', 'agenda_item').remove(gone.id)
    const action = { meeting, title: '整理', assignee: house.people.wang.id, dueOn: '2026-12-04' }
    const { id } = await of('chen', 'meeting_action').create(action)
    await change('chen', 'meeting', { id: meeting, state: 'closed' })
    const forbidden = { status: 403 }
    await expect(change('zhang', 'meeting', { id: meeting, summary: '改' })).rejects.toMatchObject(forbidden)
    await expect(change('zhang', 'agenda_item', { id: open.id, minutes: '改' })).rejects.toMatchObject(forbidden)
    await expect(change('chen', 'meeting_action', { id, title: '改' })).rejects.toMatchObject(forbidden)
    await expect(of('wang', 'agenda_item').remove(open.id)).rejects.toMatchObject(forbidden)
    await expect(of('chen', 'meeting').remove(meeting)).rejects.toMatchObject(forbidden)
    await expect(of('wang', 'agenda_item').restore(gone.id)).rejects.toMatchObject({ code: 'meeting.closed' })
    await expect(of('chen', 'meeting_action').create(action)).rejects.toMatchObject({ code: 'meeting.closed' })
    const added = await of('li', 'agenda_item').create({ meeting, title: '更正', minutes: '应为三种' })
    expect(added).toMatchObject({ correction: true, sealed: true })
    await expect(change('li', 'agenda_item', { id: added.id, minutes: '又改' })).rejects.toMatchObject(forbidden)
  })

  it('confirms no minutes of what has not begun', async () => {
    const { id } = await called({ startsAt: new Date(Date.now() + day).toISOString() })
    await expect(change('chen', 'meeting', { id, state: 'closed' })).rejects.toMatchObject({
      code: 'meeting.not_begun',
    })
  })
})

describe('a weekly report', () => {
  it('is its author’s alone as a draft, then its superior’s to answer', async () => {
    const { id, ...made } = await of('wang', 'work_report').create({
      week: '2026-11-04',
      done: '整理档案',
      problems: '缺传真',
    })
    expect(made).toMatchObject({ week: '2026-11-02', name: '王芳 2026-11-02' })
    await expect(of('wang', 'work_report').create({ week: '2026-11-08' })).rejects.toMatchObject({
      code: 'report.exists',
    })
    await expect(of('zhang', 'work_report').get(id)).rejects.toMatchObject({ status: 404 })
    await change('wang', 'work_report', { id, state: 'submitted' })
    expect(await told('chen', 'work_report')).toEqual(['submitted'])
    await expect(change('wang', 'work_report', { id, done: '改' })).rejects.toMatchObject({ code: 'report.handed_in' })
    await expect(change('chen', 'work_report', { id, done: '改' })).rejects.toMatchObject({ code: 'report.handed_in' })
    await expect(change('wang', 'work_report', { id, answer: '好' })).rejects.toMatchObject({
      code: 'report.own_answer',
    })
    const answered = await change('chen', 'work_report', { id, answer: '传真号向客户核实' })
    expect(answered).toMatchObject({ state: 'answered', answeredBy: house.people.chen.id })
    expect(await told('wang', 'work_report')).toEqual(['answered'])
    await expect(change('wang', 'work_report', { id, state: 'draft' })).rejects.toMatchObject({ code: 'report.state' })
  })

  it('is taken back by its author before it is answered', async () => {
    const { id } = await of('wang', 'work_report').create({ week: '2026-11-11' })
    await expect(change('wang', 'work_report', { id, answer: '好' })).rejects.toMatchObject({
      code: 'report.own_answer',
    })
    await change('wang', 'work_report', { id, state: 'submitted' })
    await change('wang', 'work_report', { id, state: 'draft' })
    await change('wang', 'work_report', { id, done: '补充' })
    await expect(of('chen', 'work_report').get(id)).rejects.toMatchObject({ status: 404 })
  })
})

describe('the clock', () => {
  const tickAt = async (text: string): Promise<void> => {
    await meetings.tick?.(clock(Date.parse(`${text}+08:00`)))
  }
  const weekOf = async (name: 'chen' | 'wang', text: string) => {
    const { people } = await reportsOfWeek(house.as(name), text)
    return Object.fromEntries(people.map(({ id, state }) => [id, state]))
  }

  it('reminds of open action items on the working day before the series meets again', async () => {
    const { items } = await all('meeting').list({
      where: { name: { startsWith: '周例会' } },
      sort: 'startsAt',
      limit: 9,
    })
    const [first, , third] = items
    expect(String(third?.values.startsAt)).toMatch(/^2026-11-16/)
    const open = {
      meeting: String(first?.id),
      title: '统一名片夹',
      assignee: house.people.wang.id,
      dueOn: '2026-11-13',
    }
    await of('chen', 'meeting_action', Date.parse('2026-11-03T01:00:00Z')).create(open)
    await tickAt('2026-11-12T09:30')
    await tickAt('2026-11-13T08:30')
    expect(await told('wang', 'meeting', third?.id)).not.toContain('actions')
    await tickAt('2026-11-13T09:30')
    await tickAt('2026-11-13T15:30')
    expect(await told('wang', 'meeting', third?.id)).toContain('actions')
    expect(await told('chen', 'meeting', third?.id)).not.toContain('actions')
    const { items: tasks } = await all('task').list({ where: { title: '统一名片夹' }, limit: 1 })
    expect(tasks[0]?.values.remindAt).toBe('2026-11-12T01:00:00.000Z')
  })

  it('asks for reports on the last working day of a week but of who is away, and says the next one which are missing', async () => {
    const [wang, sun] = [house.people.wang.id, house.people.sun.id]
    await all('holiday').create({ name: '周五休息', from: '2026-11-20' })
    const away = { absent: sun, deputy: wang, from: '2026-11-18 00:00', until: '2026-11-21 00:00', grounds: '休假' }
    await all('delegation').create(away)
    const before = await told('wang', 'work_report')
    await tickAt('2026-11-18T09:30')
    expect(await told('wang', 'work_report')).toEqual(before)
    await tickAt('2026-11-19T09:30')
    expect(await told('wang', 'work_report')).toEqual(['reminder 2026-11-16', ...before])
    expect(await told('sun', 'work_report')).not.toContain('reminder 2026-11-16')
    expect(await weekOf('chen', '2026-11-18')).toMatchObject({ [wang]: 'missing', [sun]: 'away' })
    expect(Object.keys(await weekOf('wang', '2026-11-18'))).toEqual([wang])
    await tickAt('2026-11-21T09:30')
    await tickAt('2026-11-23T09:30')
    expect((await told('chen', 'work_report'))[0]).toBe('missing 2026-11-16')
    const { id } = await of('wang', 'work_report').create({ week: '2026-11-18' })
    expect(await weekOf('chen', '2026-11-16')).toMatchObject({ [wang]: 'missing' })
    await change('wang', 'work_report', { id, state: 'submitted' })
    expect(await weekOf('chen', '2026-11-16')).toMatchObject({ [wang]: 'submitted', [sun]: 'away' })
  })
})
