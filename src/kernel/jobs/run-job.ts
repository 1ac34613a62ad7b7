import { AppError } from '#shared/app-error'
import { type Actor, systemActor } from '../access/actor.ts'
import { actorOf, personById, standingOfPerson } from '../access/people.ts'
import { purposeNamed } from '../access/purpose.ts'
import { type Context, type Kernel, makeContext } from '../context.ts'
import { sql } from '../query/sql.ts'
import type { Job } from './define-job.ts'
import { finish } from './finish-job.ts'
import type { JobRow } from './job-row.ts'
import { enqueue } from './jobs.ts'

/** Whoever started the job has left while a step was at work. */
class StarterLeft extends Error {}

/**
 * Runs a job step by step until it ends. A step's effect and its place commit together, so a kill between any two
 * statements repeats nothing; two runners of one job take turns.
 */
export async function runJob(kernel: Kernel, jobs: readonly Job[], id: string): Promise<void> {
  for (;;) {
    const row = await readJob(kernel, id)
    if (!row || !['queued', 'running'].includes(row.state)) return
    const job = jobs.find(({ kind }) => kind === row.kind)
    if (!job) throw new Error(`No job of kind ${row.kind} is known`)
    if (rests(kernel, job, row)) return
    // What started it may have changed a rule just before, and this process may not have heard of that yet.
    if (row.place === null) await kernel.keepUp()
    const ctx = await contextOf(kernel, row)
    if (!ctx) return abandon(kernel, job, row)
    try {
      // A purpose that is no longer held ends what runs under it.
      if (row.purpose !== null) purposeNamed(kernel, ctx.actor, { named: row.purpose })
      if (await stepOnce(ctx, job, row.id)) return
    } catch (error) {
      // What the step did is taken back; the next look finds nobody behind the job.
      if (error instanceof StarterLeft) continue
      // It was switched off while the step was at work.
      if (rests(kernel, job, row)) return
      if (!(error instanceof AppError) || error.status >= 500) throw error
      await finish(ctx, job, row, { state: 'failed', error })
      return
    }
  }
}

/** The work of a module that is switched off waits where it is, and is woken with it. */
function rests({ modules, registry }: Kernel, job: Job, { place }: JobRow): boolean {
  const owner = modules.find(({ jobs = [] }) => jobs.includes(job))
  return owner !== undefined && registry.off.has(owner.name) && job.owed?.(place) !== true
}

async function readJob(kernel: Kernel, id: string): Promise<JobRow | undefined> {
  const [row] = await kernel.db.rows<JobRow>(
    sql`select id, kind, actor, purpose, input, place, cancel_requested as cancel, state from job where id = ${id}::uuid`,
  )
  return row
}

/**
 * The right of who started it, read anew for each step: a job ends with its starter's rights.
 * What nobody started is the house's own upkeep.
 */
async function contextOf(kernel: Kernel, { id, actor, kind, purpose }: JobRow): Promise<Context | undefined> {
  if (!actor)
    return makeContext({ kernel, actor: systemActor, channel: 'job', requestId: id, systemReason: `upkeep: ${kind}` })
  const person = await personById(kernel.db, kernel.registry, actor)
  if (!person) return undefined
  const starter: Actor = actorOf(person, await standingOfPerson(kernel, person), { session: null })
  return makeContext({ kernel, actor: starter, channel: 'job', requestId: id, purpose })
}

/** Whoever started it has left: nobody's rights are behind it any more. */
async function abandon(kernel: Kernel, job: Job, row: JobRow): Promise<void> {
  const ctx = makeContext({
    kernel,
    actor: systemActor,
    channel: 'job',
    requestId: row.id,
    systemReason: 'starter has left',
  })
  await finish(ctx, job, row, { state: 'cancelled' })
}

/** One step, in one transaction; true when the job has ended, or pauses. */
async function stepOnce(ctx: Context, job: Job, id: string): Promise<boolean> {
  const ended = await ctx.transaction(async (tx) => {
    const [row] = await tx.db.rows<JobRow>(sql`
      select id, kind, actor, purpose, input, place, cancel_requested as cancel, state from job where id = ${id}::uuid for update`)
    if (!row || !['queued', 'running'].includes(row.state)) return null
    if (row.cancel) return { row, state: 'cancelled' as const }
    const place = row.place ?? (await job.start(tx, row.input))
    const step = await job.step(tx, row.input, place)
    await tx.db.rows(sql`
      update job set state = 'running', place = ${JSON.stringify(step.place)}::jsonb, done = ${step.done}, total = ${step.total}, updated_at = now()
      where id = ${id}::uuid`)
    if (!(await isStillThere(tx, row))) throw new StarterLeft()
    if (step.finished) return { row, state: 'done' as const }
    if (!step.pause) return undefined
    await enqueue(tx, id, step.pause)
    return null
  })
  if (ended) await finish(ctx, job, ended.row, { state: ended.state })
  return ended !== undefined
}

async function isStillThere({ db, kernel }: Context, { actor }: JobRow): Promise<boolean> {
  // What the house itself started has nobody who could leave.
  return actor === null || (await personById(db, kernel.registry, actor)) !== undefined
}
