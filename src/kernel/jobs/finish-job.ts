import type { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'
import type { Job } from './define-job.ts'
import type { JobRow } from './job-row.ts'
import { noteJob } from './jobs.ts'

type End = { state: 'done' | 'failed' | 'cancelled'; error?: AppError }

/** Notes how a job ended and lets it clear up; a kind that is not known any more has nothing to clear. */
export async function finish(ctx: Context, job: Job | undefined, row: JobRow, end: End): Promise<void> {
  await ctx.transaction(async (tx) => {
    // The code alone: what was typed stands in the params, and leaves no place but through the codec.
    const error = end.error ? JSON.stringify({ code: end.error.code }) : null
    await tx.db.rows(
      sql`update job set state = ${end.state}, error = ${error}::jsonb, updated_at = now() where id = ${row.id}::uuid`,
    )
    await noteJob(tx, row, end.state)
    await job?.ended?.(tx, row.input, end.state)
    const { kind, actor, input } = row
    for (const module of ctx.kernel.modules) await module.jobEnded?.(tx, { kind, actor, input, state: end.state })
  })
}
