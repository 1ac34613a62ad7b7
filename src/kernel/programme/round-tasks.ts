import { isWorkingDay, type WorkingCalendar } from '#shared/working-days'
import type { Person } from '../access/people.ts'
import type { Context } from '../context.ts'
import type { Values } from '../object/hooks.ts'
import { dateIn } from '../record/normalise.ts'
import type { Programme } from './define-programme.ts'
import { type Round, why } from './round.ts'

/** A task for each of these people, for all that they have to do in a round; in their order. */
export async function makeTasks(
  ctx: Context,
  { task, titleOf }: Programme,
  { name, dueOn }: Pick<Round, 'name' | 'dueOn'>,
  people: readonly Person[],
): Promise<string[]> {
  const times = timesOf(ctx, dueOn)
  const tasks = people.map(({ id, language }) => ({
    input: { title: titleOf(language, name).slice(0, 200), assignee: id, ...times },
  }))
  return (await ctx.asSystem(why).recordsNamed(task.name).createMany(tasks)).map(({ id }) => id)
}

/** With its last item a task is done. */
export async function settleTask(ctx: Context, { item, task }: Programme, id: string): Promise<void> {
  const system = ctx.asSystem(why)
  const where = { todo: id, state: 'open' }
  const { items } = await system.recordsNamed(item.name).list({ where, limit: 1, uncounted: true, fields: ['state'] })
  if (!items.length) await system.recordsNamed(task.name).update(id, { state: 'done' })
}

/** Due at the end of a working day's work; a reminder in the morning of the one before, if that is still to come. */
function timesOf(ctx: Context, dueOn: string): Values {
  const { calendar, timeZone } = ctx.kernel.settings
  const before = workingDayBefore(calendar, dueOn)
  const isToCome = before > dateIn(ctx.now(), timeZone)
  return { dueAt: `${dueOn} 18:00`, ...(isToCome && { remindAt: `${before} 09:00` }) }
}

const farthest = 30

function workingDayBefore(calendar: WorkingCalendar, day: string): string {
  const before = (days: number): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
  for (let days = 1; days <= farthest; days++) if (isWorkingDay(calendar, before(days))) return before(days)
  return before(1)
}
