import { type Context, startUnlessWaiting, type Write } from '#kernel'
import { house, keyingJobKind, why } from './give-out.ts'
import { secondEntry } from './second-entry.ts'
import { settleTasks } from './tasks.ts'

/** What is to be keyed goes to the recycle bin with its file, and its tasks are done; with the file it comes back, to be given out anew. */
export async function followFile(ctx: Context, { action, records }: Pick<Write, 'action' | 'records'>): Promise<void> {
  const deleted = action === 'delete'
  if (!deleted && action !== 'restore') return
  const entries = ctx.asSystem(why).records(secondEntry)
  const where = { customer: { in: records.map(({ id }) => id) }, state: 'open' } as const
  const { items } = await entries.list({ where, deleted, limit: 200, uncounted: true, fields: ['todo'] })
  if (!items.length) return
  const todos = items.map(({ values }) => values.todo)
  if (deleted) return settleTasks(ctx, todos)
  for (const { id } of items) await entries.update(id, { state: 'waiting', assignee: null, todo: null })
  await startUnlessWaiting(house(ctx), keyingJobKind, {})
}
