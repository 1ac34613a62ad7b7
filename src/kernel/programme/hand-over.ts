import { AppError } from '#shared/app-error'
import { type Person, personById, standingOfPerson } from '../access/people.ts'
import { deputiesOf } from '../access/superiors.ts'
import type { Context } from '../context.ts'
import { assign, type Worker } from './assign.ts'
import type { Programme } from './define-programme.ts'
import { lockRound, type Round, readRound, refuseOthers, why } from './round.ts'
import { makeTasks, settleTask } from './round-tasks.ts'

type HandOver = { from: string; to: string }

const atOnce = 200

/**
 * Gives what one person still has to do in a round to another: whoever leads the round does, or who stands in for the absent takes it.
 * What may not be the other's stays where it is. So many at a time; `left`: how many stay so far.
 */
export async function handOverItems(
  ctx: Context,
  programme: Programme,
  id: string,
  { from, to }: HandOver,
): Promise<{ moved: number; left: number }> {
  const standsIn = to === ctx.actor.id && (await deputiesOf(ctx, [from])).includes(to)
  if (!standsIn) await ctx.recordsNamed(programme.round.name).get(id)
  const round = await readRound(ctx, programme, id)
  if (!standsIn) await refuseOthers(ctx, programme, round.plan)
  const system = ctx.asSystem(why)
  return system.transaction(async (tx) => {
    await lockRound(tx, programme, id, 'update')
    const items = tx.recordsNamed(programme.item.name)
    const where = { round: id, assignee: from, state: 'open' }
    const page = await items.list({ where, limit: atOnce, sort: 'id' })
    const subjects = await programme.subjectsOf(
      tx,
      page.items.map(({ values }) => values),
    )
    const worker = await workerFor(tx, programme, to)
    const given = assign(subjects, [worker])
    const moved = page.items.filter((_, at) => given[at])
    if (!moved.length) return { moved: 0, left: page.total }
    const todo = await taskOf(tx, programme, round, worker.person)
    for (const item of moved) await items.update(item.id, { assignee: to, todo })
    for (const old of new Set(moved.map(({ values }) => String(values.todo)))) await settleTask(tx, programme, old)
    return { moved: moved.length, left: page.total - moved.length }
  })
}

async function workerFor(ctx: Context, programme: Programme, id: string): Promise<Worker & { person: Person }> {
  const person = await personById(ctx.db, ctx.kernel.registry, id)
  const standing = person && (await standingOfPerson({ ...ctx.kernel, db: ctx.db }, person))
  if (!person || !standing?.reach(ctx.type(programme.reads), 'read')) throw new AppError(422, 'programme.cannot_read')
  return { id, clearance: standing.clearance, task: '', load: 0, person }
}

/** The task that a person has in a round, or a new one. */
async function taskOf(ctx: Context, programme: Programme, round: Round, person: Person): Promise<string> {
  const where = { round: round.id, assignee: person.id, state: 'open' }
  const { items } = await ctx.recordsNamed(programme.item.name).list({ where, limit: 1, uncounted: true })
  const [task = ''] = items[0] ? [String(items[0].values.todo)] : await makeTasks(ctx, programme, round, [person])
  return task
}
