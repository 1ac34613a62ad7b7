import type { Person } from '../access/people.ts'
import type { Context } from '../context.ts'
import type { Programme } from './define-programme.ts'
import { type Round, why } from './round.ts'
import { taskTimes } from './task-times.ts'

/** A task for each of these people, for all that they have to do in a round; in their order. */
export async function makeTasks(
  ctx: Context,
  { task, titleOf }: Programme,
  { name, dueOn }: Pick<Round, 'name' | 'dueOn'>,
  people: readonly Person[],
): Promise<string[]> {
  const times = taskTimes(ctx, dueOn)
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
