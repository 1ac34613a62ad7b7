import type { Context } from '#kernel'
import { type DemoWorld, travel } from './demo-world.ts'
import { languageOfCompany } from './language-of-company.ts'
import { teamWords } from './team-words.ts'
import { dateOf, day } from './work-time.ts'

const chair = 'zhoulimin'
const seller = 'wangfang'
const colleagues = [seller, 'zhanglei', 'shenjiayi', 'qianhaoran']

type Words = (typeof teamWords)['zh']

/** A few of all that people do together: they meet, report, suggest and improve. */
export async function makeTeam(ctx: Context, world: DemoWorld): Promise<void> {
  const words = teamWords[await languageOfCompany(ctx)]
  const house = ctx.asSystem('make the demo company')
  if (!ctx.type('meeting').off) {
    await meet(house, world, words)
    await report(house, world, words)
  }
  if (ctx.type('improvement').off) return
  await suggest(house, world, words)
  await improve(house, world, words)
}

/** A series of which one meeting has been held, and the next is called for. */
async function meet(ctx: Context, { ids, until }: DemoWorld, words: Words): Promise<void> {
  const at = until - 7 * day
  const then = travel(ctx, at)
  const people = { chair: ids.user(chair), participants: colleagues.map(ids.user), unit: ids.unit('east') }
  const { id: series } = await then
    .recordsNamed('regular_meeting')
    .create({ name: words.series, startOn: dateOf(at), agenda: words.agenda.join('\n'), ...people })
  const held = await then
    .recordsNamed('meeting')
    .list({ where: { series }, sort: 'startsAt', limit: 1, uncounted: true })
  const [first] = held.items
  if (!first || Date.parse(String(first.values.startsAt)) > until) return
  const items = await then
    .recordsNamed('agenda_item')
    .list({ where: { meeting: first.id }, sort: 'position', limit: words.agenda.length, uncounted: true })
  for (const [index, { id }] of items.items.entries()) {
    const said = words.minutes[index]
    await then.recordsNamed('agenda_item').update(id, said ? { ...said, state: 'done' } : { state: 'postponed' })
  }
  const [done] = await then.recordsNamed('meeting_action').createMany(
    words.actions.map((title, index) => {
      const assignee = ids.user(colleagues[index] ?? seller)
      return { input: { meeting: first.id, title, assignee, dueOn: dateOf(until + (index + 1) * 2 * day) } }
    }),
  )
  const tasks = await then.recordsNamed('task').list({ where: { meetingAction: done?.id }, limit: 1, uncounted: true })
  for (const { id } of tasks.items) await then.recordsNamed('task').update(id, { state: 'done' })
  await travel(then, until).recordsNamed('meeting').update(first.id, { state: 'closed' })
}

/** Last week's, of one handed in and of another answered. */
async function report(ctx: Context, { ids, until }: DemoWorld, words: Words): Promise<void> {
  const { answer, ...told } = words.report
  const reports = travel(ctx, until - 7 * day).recordsNamed('work_report')
  const inputs = [seller, 'zhanglei'].map((login) => ({
    input: {
      ...told,
      week: dateOf(until - 7 * day),
      author: ids.user(login),
      unit: ids.unit('east'),
      state: 'submitted',
    },
  }))
  const [first] = await reports.createMany(inputs)
  if (first) await reports.update(first.id, { answer })
}

async function suggest(ctx: Context, { ids, until }: DemoWorld, words: Words): Promise<void> {
  const { suggestions } = words
  const inputs = suggestions.map(({ by, title, text }) => ({ input: { title, text, sender: ids.user(by) } }))
  const made = await travel(ctx, until - 20 * day)
    .recordsNamed('suggestion')
    .createMany(inputs)
  const decided = travel(ctx, until - 10 * day).recordsNamed('suggestion')
  for (const [index, { reply, reason }] of suggestions.entries()) {
    const { id } = made[index] ?? {}
    if (!id || !reply) continue
    await decided.update(id, reason ? { state: 'declined', reply, reason } : { state: 'adopted', reply })
  }
}

/** One in each stage: planned, being done, to be checked, and found to help. */
async function improve(ctx: Context, { ids, until }: DemoWorld, words: Words): Promise<void> {
  const owner = { owner: ids.user(chair), unit: ids.unit('east'), checker: ids.user('sunli') }
  const days = { dueOn: dateOf(until - 8 * day), checkOn: dateOf(until - day) }
  const stages = [
    { stage: 'plan' },
    { stage: 'do', dueOn: dateOf(until + 14 * day) },
    { stage: 'check', ...days, checkOn: dateOf(until + 3 * day), done: words.done },
    { stage: 'check', ...days, done: words.done },
  ]
  const then = travel(ctx, until - 30 * day).recordsNamed('improvement')
  const inputs = words.improvements.map((values, index) => ({ input: { ...values, ...owner, ...stages[index] } }))
  const helped = (await then.createMany(inputs)).at(-1)
  const { finding, standard, improvements } = words
  const judged = { effective: 'yes', after: (improvements.at(-1)?.target ?? 0) + 2, finding, standard }
  if (helped) await travel(ctx, until).recordsNamed('improvement').update(helped.id, judged)
}
