import { instantOf, localDate } from '#field-types'
import type { Context, Person } from '#kernel'
import { task } from '#objects'
import type { Locale } from '#shared/label'
import { addWorkingDays } from '#shared/working-days'
import { secondEntry } from './second-entry.ts'

const kind = 'keying'
const why = 'values to key again'
const daysToKey = 3
const endOfDay = { hour: 18, minute: 0, second: 0, ms: 0 }
const title: Readonly<Record<Locale, string>> = { zh: '二次录入', en: 'Key values again' }

/** The last day for what is given out today. */
export function dueDay(ctx: Context): string {
  const today = localDate(ctx.now(), ctx.kernel.settings.timeZone)
  return addWorkingDays(ctx.kernel.settings.calendar, today, daysToKey) ?? today
}

/** The one open task of a person for all that they have to key. */
export async function taskOf(ctx: Context, { id, language }: Person): Promise<string> {
  const tasks = ctx.asSystem(why).records(task)
  const open = await tasks.list({ where: { kind, state: 'open', assignee: id }, limit: 1, uncounted: true })
  const [known] = open.items
  if (known) return known.id
  const [year = 0, month = 1, day = 1] = dueDay(ctx).split('-').map(Number)
  const dueAt = instantOf({ year, month, day, ...endOfDay }, ctx.kernel.settings.timeZone).toISOString()
  return (await tasks.create({ title: title[language], assignee: id, kind, dueAt })).id
}

/** With its last value a task is done. */
export async function settleTasks(ctx: Context, asked: readonly unknown[]): Promise<void> {
  const system = ctx.asSystem(why)
  for (const todo of new Set(asked.filter((id) => typeof id === 'string'))) {
    const where = { todo, state: 'open' } as const
    const left = await system.records(secondEntry).list({ where, limit: 1, uncounted: true, fields: ['state'] })
    const { state } = await system.records(task).get(todo)
    if (!left.items.length && state === 'open') await system.records(task).update(todo, { state: 'done' })
  }
}
