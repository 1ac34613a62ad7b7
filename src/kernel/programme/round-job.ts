import { standingsOf } from '../access/people.ts'
import { peopleByIds } from '../access/readers.ts'
import type { Context } from '../context.ts'
import { defineJob, type Job, type Step } from '../jobs/define-job.ts'
import { assign, type Worker } from './assign.ts'
import type { Programme } from './define-programme.ts'
import { type Round, readPlan, readRound, why } from './round.ts'
import { makeTasks } from './round-tasks.ts'

type Input = { round: string }
type Place = { workers: Worker[]; after: string | null; taken: number; done: number }

const atOnce = 100

export function kindOf({ name }: Programme): string {
  return `${name}_round`
}

/**
 * Brings a round its items, in steps and with the rights of whom its plan belongs to; of one that was closed, it settles those that
 * nobody has done.
 */
export function roundJob(programme: Programme): Job {
  return defineJob<Input, Place>({
    kind: kindOf(programme),
    start: async (ctx, { round: id }) => {
      const round = await readRound(ctx, programme, id)
      const workers = round.state === 'opening' ? await workersOf(ctx, programme, round) : []
      return { workers, after: null, taken: 0, done: 0 }
    },
    step: async (ctx, { round: id }, place) => {
      const round = await readRound(ctx, programme, id)
      if (round.state === 'closed') return release(ctx, programme, { id, place })
      // The last step commits before its job ends: a second runner, or one after a kill, comes to a round that has all its items.
      if (round.state === 'open') return { place, done: place.taken, total: null, finished: true }
      return fill(ctx, programme, { round, place })
    },
    ended: async (ctx, { round: id }, state) => {
      if (state === 'done') return
      // With what has been given out by then: it can be worked on, and closed.
      const round = await readRound(ctx, programme, id)
      if (round.state === 'opening')
        await ctx.asSystem(why).recordsNamed(programme.round.name).update(id, { state: 'open' })
    },
  })
}

/** Those who may sign in and read what it is about, each with a task. */
async function workersOf(ctx: Context, programme: Programme, round: Round): Promise<Worker[]> {
  const plan = await readPlan(ctx, programme, round.plan)
  const people = await peopleByIds(ctx, programme.people(plan))
  const standings = await standingsOf({ ...ctx.kernel, db: ctx.db }, people)
  const type = ctx.type(programme.reads)
  const able = people.filter(({ id }) => standings.get(id)?.reach(type, 'read'))
  const tasks = await makeTasks(ctx, programme, round, able)
  return able.map(({ id }, at) => ({
    id,
    clearance: standings.get(id)?.clearance ?? 1,
    task: tasks[at] ?? '',
    load: 0,
  }))
}

async function fill(
  ctx: Context,
  programme: Programme,
  { round, place }: { round: Round; place: Place },
): Promise<Step<Place>> {
  const { workers } = place
  const system = ctx.asSystem(why)
  const plan = await readPlan(ctx, programme, round.plan)
  const { subjects, after } = await programme.subjects(ctx, plan, round, { ...place, most: atOnce })
  const chosen = assign(subjects, workers)
  await system.recordsNamed(programme.item.name).createMany(
    subjects.map(({ values }, at) => {
      const worker = chosen[at]
      const given = worker ? { assignee: worker.id, todo: worker.task, state: 'open' } : { state: 'unassigned' }
      return { input: { ...values, ...given, round: round.id } }
    }),
  )
  const taken = place.taken + subjects.length
  if (after === null) {
    const needless = workers.filter(({ load }) => load === 0)
    for (const { task } of needless) await system.recordsNamed(programme.task.name).remove(task)
    await system.recordsNamed(programme.round.name).update(round.id, { state: 'open' })
  }
  return { place: { workers, after, taken, done: taken }, done: taken, total: null, finished: after === null }
}

async function release(
  ctx: Context,
  programme: Programme,
  { id, place }: { id: string; place: Place },
): Promise<Step<Place>> {
  const items = ctx.asSystem(why).recordsNamed(programme.item.name)
  const left = await items.list({ where: { round: id, state: 'open' }, limit: atOnce, uncounted: true, sort: 'id' })
  for (const item of left.items) await items.update(item.id, { state: 'dropped', ...programme.settled(ctx) })
  const done = place.done + left.items.length
  return { place: { ...place, done }, done, total: null, finished: left.items.length < atOnce }
}
