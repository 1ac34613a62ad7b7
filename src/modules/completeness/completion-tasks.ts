import { instantOf, localDate } from '#field-types'
import {
  type Context,
  type Later,
  type Person,
  peopleByIds,
  type Stored,
  superiorOf,
  survey,
  type Unfinished,
} from '#kernel'
import { customer, task } from '#objects'
import { AppError } from '#shared/app-error'
import type { Filter } from '#shared/filter'
import type { Locale } from '#shared/label'
import { addWorkingDays, workingDaysBefore } from '#shared/working-days'

const why = 'files to complete'
const kind = 'completion'
const title: Readonly<Record<Locale, string>> = { zh: '补全客户档案', en: 'Complete the customer’s file' }
const startOfWork = 9
const endOfWork = 18

/** Brings the tasks to the files as they are: done with what is complete, asked for what is not, handed up where it is late. */
export async function bringTasks(ctx: Context): Promise<void> {
  const open = await settleTasks(ctx)
  await escalate(ctx, open)
  await askOwners(ctx, open)
}

/** Ends the tasks of files that are complete or gone, and hands the others on with their files; the ones that stay open. */
export async function settleTasks(ctx: Context): Promise<Stored[]> {
  const stay: Stored[] = []
  for await (const tasks of surveyed(ctx, task.name, () => ({ kind, state: 'open' }), [
    'customer',
    'assignee',
    'dueAt',
    'escalatedAt',
  ])) {
    const ids = [...new Set(tasks.map(({ values }) => String(values.customer)))]
    const files = new Map(
      (await survey(ctx, ctx.type(customer.name), { where: { id: { in: ids } }, fields: ['owner'] })).map((file) => [
        file.id,
        file,
      ]),
    )
    for (const each of tasks) if (await staysOpen(ctx, each, files.get(String(each.values.customer)))) stay.push(each)
  }
  return stay
}

async function staysOpen(ctx: Context, { id, values }: Stored, file: Stored | undefined): Promise<boolean> {
  const tasks = ctx.asSystem(why).records(task)
  if (!file) await tasks.update(id, { state: 'dropped' }, { reason: why })
  else if (!file.incomplete.length) await tasks.update(id, { state: 'done' }, { reason: why })
  else {
    const { owner } = file.values
    // What was handed up stays there: the superior sees to it.
    if (typeof owner === 'string' && owner !== values.assignee && !values.escalatedAt) {
      await tasks.update(id, { assignee: owner }, { reason: why })
      values.assignee = owner
    }
    return true
  }
  return false
}

/** What asked for a file is done when it is complete, and dropped with it. */
export async function endTasks(ctx: Context, file: string, state: 'done' | 'dropped'): Promise<void> {
  const tasks = ctx.asSystem(why).records(task)
  const { items } = await tasks.list({ where: { customer: file, kind, state: 'open' }, limit: 200, uncounted: true })
  for (const { id, version } of items) await tasks.update(id, { state }, { version, reason: why })
}

/** A task that is long overdue goes to the superior of whoever has it, once. */
async function escalate(ctx: Context, open: readonly Stored[]): Promise<void> {
  const { calendar, timeZone, completion } = ctx.kernel.settings
  const { grace } = completion
  const today = localDate(ctx.now(), timeZone)
  const isLate = ({ values: { dueAt, escalatedAt } }: Stored): boolean => {
    if (typeof dueAt !== 'string' || escalatedAt) return false
    const due = localDate(new Date(dueAt), timeZone)
    return (addWorkingDays(calendar, due, grace) ?? today) < today
  }
  for (const { id, values } of open.filter(isLate)) {
    const superior = await superiorOf(ctx, String(values.assignee))
    if (!superior) continue
    const patch = { assignee: superior.id, escalatedAt: ctx.now().toISOString() }
    await ctx.asSystem(why).records(task).update(id, patch, { reason: why })
  }
}

/**
 * A task for each file that nobody is asked to complete yet, oldest file first. Nobody gets more of them at once than the house says,
 * however many files a list brings: the next come as the first are done.
 */
async function askOwners(ctx: Context, open: readonly Stored[]): Promise<void> {
  const asked = new Set(open.map(({ values }) => String(values.customer)))
  const { atOnce } = ctx.kernel.settings.completion
  const room = new Map<string, number>()
  const roomOf = (person: string): number => room.get(person) ?? atOnce
  for (const { values } of open) room.set(String(values.assignee), roomOf(String(values.assignee)) - 1)
  const files: { id: string; owner: string }[] = []
  // Who has as many as they get is asked for no more: of a million open files a few thousand are looked at.
  const full = (): string[] => [...room.keys()].filter((person) => roomOf(person) <= 0)
  const where = (): Filter => ({ incomplete: { empty: false }, owner: { empty: false, notIn: full() } })
  for await (const some of surveyed(ctx, customer.name, where, ['owner']))
    for (const { id, values } of some) {
      const owner = String(values.owner)
      if (asked.has(id) || roomOf(owner) <= 0) continue
      room.set(owner, roomOf(owner) - 1)
      files.push({ id, owner })
    }
  const people = new Map((await peopleByIds(ctx, [...room.keys()])).map((person) => [person.id, person]))
  const inputs = files.flatMap(({ id, owner }) => {
    const person = people.get(owner)
    return person ? [{ input: inputOf(ctx, id, person) }] : []
  })
  if (inputs.length) await ctx.asSystem(why).records(task).createMany(inputs)
}

function inputOf(ctx: Context, file: string, { id, language }: Pick<Person, 'id' | 'language'>) {
  const { calendar, timeZone, completion } = ctx.kernel.settings
  const today = localDate(ctx.now(), timeZone)
  const day = addWorkingDays(calendar, today, completion.days) ?? today
  return { title: title[language], customer: file, assignee: id, kind, ...timesOf(ctx, day) } as const
}

/** Due when work is over on a day; a reminder in the morning so many working days before, if that is still to come. */
function timesOf(ctx: Context, day: string): { dueAt: string; remindAt?: string } {
  const { calendar, timeZone, completion } = ctx.kernel.settings
  const at = (local: string, hour: number): string => {
    const [year = 0, month = 1, date = 1] = local.split('-').map(Number)
    return instantOf({ year, month, day: date, hour, minute: 0, second: 0, ms: 0 }, timeZone).toISOString()
  }
  const dueAt = at(day, endOfWork)
  const before = completion.remind > 0 ? workingDaysBefore(calendar, day, completion.remind) : undefined
  const isToCome = before !== undefined && before > localDate(ctx.now(), timeZone)
  return { dueAt, ...(isToCome && { remindAt: at(before, startOfWork) }) }
}

/** Whoever saves a file to be completed later says why and by when; its owner has the task at once. */
export async function completeLater(
  ctx: Context,
  { id, values }: Unfinished,
  { why: grounds, until }: Later,
): Promise<void> {
  const { calendar, timeZone, completion } = ctx.kernel.settings
  const today = localDate(ctx.now(), timeZone)
  if (until < today) refuseDay('field.date_early', today)
  const latest = addWorkingDays(calendar, today, completion.farthest) ?? today
  if (until > latest) refuseDay('field.date_late', latest)
  const owner = String(values.owner ?? ctx.actor.id)
  const [person] = await peopleByIds(ctx, [owner])
  const input = inputOf(ctx, id, person ?? { id: owner, language: ctx.locale })
  await ctx
    .asSystem(why)
    .records(task)
    .create({ ...input, assigner: ctx.actor.id, details: grounds, ...timesOf(ctx, until) })
}

function refuseDay(code: 'field.date_early' | 'field.date_late', day: string): never {
  const params = { day }
  throw new AppError(422, code, { params, errors: [{ path: 'toComplete.until', code, params }] })
}

/** As many as one answer holds at a time. */
async function* surveyed(
  ctx: Context,
  object: string,
  where: () => Filter,
  fields: readonly string[],
): AsyncGenerator<Stored[]> {
  let after: string | undefined
  do {
    const some = await survey(ctx, ctx.type(object), { where: where(), fields, after })
    if (some.length) yield some
    after = some.at(-1)?.id
  } while (after)
}
