import type { Context } from '../context.ts'
import { startJob } from '../jobs/jobs.ts'
import { sql } from '../query/sql.ts'
import { countRound, itemsOf, type RoundReport, reportHash, roundReport } from './count-round.ts'
import type { Programme } from './define-programme.ts'
import { lockRound, readRound, refuseOthers, why } from './round.ts'
import { kindOf } from './round-job.ts'

export type RoundProgress = {
  id: string
  name: string
  state: 'opening' | 'open' | 'closed'
  dueOn: string
  report: RoundReport
  /** Of the report of a closed round: its hash, and whether the report is still what was frozen. */
  frozen: { hash: string; sound: boolean } | null
}

/** How far a round is, or how it ended; for whoever leads it. */
export async function roundProgress(ctx: Context, programme: Programme, id: string): Promise<RoundProgress> {
  await ctx.recordsNamed(programme.round.name).get(id)
  const { plan, name: called, state, dueOn } = await readRound(ctx, programme, id)
  await refuseOthers(ctx, programme, plan)
  const told = { id, name: called, state, dueOn }
  if (state !== 'closed') return { ...told, report: await countRound(ctx, programme, id), frozen: null }
  const kept = await ctx.asSystem(why).recordsNamed(programme.round.name).get(id)
  const report = roundReport.parse(kept.report)
  const hash = String(kept.reportHash)
  return { ...told, report, frozen: { hash, sound: reportHash(report) === hash } }
}

/** Ends a round: what it has come to is counted once more and frozen; what nobody did is taken off their tasks. */
export async function closeRound(ctx: Context, programme: Programme, id: string): Promise<void> {
  await ctx.recordsNamed(programme.round.name).get(id)
  const { plan } = await readRound(ctx, programme, id)
  await refuseOthers(ctx, programme, plan)
  await ctx.transaction(async (tx) => {
    const system = tx.asSystem(why)
    await lockRound(tx, programme, id, 'update')
    const report = await countRound(tx, programme, id)
    await dropTasks(tx, programme, id)
    const closed = { closedAt: tx.now().toISOString(), closedBy: tx.actor.id, state: 'closed' }
    await system.recordsNamed(programme.round.name).update(id, { ...closed, report, reportHash: reportHash(report) })
    await startJob(tx, kindOf(programme), { round: id })
  })
}

async function dropTasks(ctx: Context, programme: Programme, round: string): Promise<void> {
  const { table, column } = itemsOf(ctx, programme)
  const system = ctx.asSystem(why)
  const open = await system.transaction((tx) =>
    tx.db.rows<{ todo: string }>(sql`
      select distinct ${column('todo')} as todo from ${table} as item
      where ${column('round')} = ${round}::uuid and ${column('state')} = 'open' and item.deleted_at is null`),
  )
  const tasks = system.recordsNamed(programme.task.name)
  for (const { todo } of open) await tasks.update(todo, { state: 'dropped' })
}
