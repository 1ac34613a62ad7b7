import { AppError } from '#shared/app-error'
import type { RecordAnswer } from '#shared/wire'
import { deputiesOf } from '../access/superiors.ts'
import type { Context } from '../context.ts'
import type { Values } from '../object/hooks.ts'
import { takeTurn } from '../query/locks.ts'
import { assign } from './assign.ts'
import type { Programme } from './define-programme.ts'
import { lockRound, why } from './round.ts'
import { settleTask } from './round-tasks.ts'

type Done = { result: string; values?: Values }

/**
 * Does an item: nobody but whom it was given to, or who stands in for them and may have it as well. `work` comes first, in the same transaction, and says with what result. The task is
 * done with the last of its items.
 */
export async function completeItem(
  ctx: Context,
  programme: Programme,
  id: string,
  work: (ctx: Context, item: RecordAnswer) => Promise<Done>,
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const items = tx.recordsNamed(programme.item.name)
    const { round, todo } = await items.get(id)
    await lockRound(tx, programme, String(round), 'share')
    // Of two who do the last two items of a task, the second one settles it.
    await takeTurn(tx.db, `${programme.name} ${String(todo)}`)
    const item = await items.get(id)
    if (item.assignee !== tx.actor.id) await refuseOutsider(tx, programme, item)
    if (item.state !== 'open') throw new AppError(409, 'programme.done')
    const { result, values = {} } = await work(tx, item)
    const done = { state: 'done', result, doneAt: tx.now().toISOString(), doneBy: tx.actor.id }
    await tx
      .asSystem(why)
      .recordsNamed(programme.item.name)
      .update(id, { ...programme.settled(tx), ...values, ...done })
    await settleTask(tx, programme, String(todo))
  })
}

async function refuseOutsider(ctx: Context, programme: Programme, item: RecordAnswer): Promise<void> {
  const { id, clearance } = ctx.actor
  const system = ctx.asSystem(why)
  if (!id || !(await deputiesOf(system, [String(item.assignee)])).includes(id))
    throw new AppError(403, 'programme.not_yours')
  const subjects = await programme.subjectsOf(system, [item])
  if (!assign(subjects, [{ id, clearance, task: '', load: 0 }]).every((worker) => worker))
    throw new AppError(403, 'programme.kept_apart')
}
