import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'
import { inSavepoint } from '../record/transaction.ts'
import { finish } from './finish-job.ts'
import type { JobRow } from './job-row.ts'

/**
 * Ends what waits or stands between two steps. A step that is at work holds its row: it sees at its end that its starter is
 * gone, and takes back what it did.
 */
export async function cancelJobsOf(ctx: Context, person: string): Promise<void> {
  const rows = await ctx.db.rows<JobRow>(sql`
    select id, kind, actor, purpose, input, place, cancel_requested as cancel, state from job
    where actor = ${person}::uuid and state in ('queued', 'running') for update skip locked`)
  const jobs = ctx.kernel.modules.flatMap((module) => module.jobs ?? [])
  const system = ctx.asSystem('starter has left')
  for (const row of rows) {
    const job = jobs.find(({ kind }) => kind === row.kind)
    try {
      await inSavepoint(ctx, () => finish(system, job, row, { state: 'cancelled' }))
    } catch {
      // What a job cannot clear up must not keep a person in.
      await finish(system, undefined, row, { state: 'cancelled' })
    }
  }
}
