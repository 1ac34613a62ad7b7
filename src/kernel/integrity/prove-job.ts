import { AppError } from '#shared/app-error'
import { auditRow, insertAuditRows } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { defineJob } from '../jobs/define-job.ts'
import { startJob } from '../jobs/jobs.ts'
import { takeTurn } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { coveredTypes, readCovered, writeProofs } from './covered-rows.ts'

type Place = { source: number; after: string; done: number }

const kind = 'prove_rows'
const batchSize = 1_000
const zero = '00000000-0000-0000-0000-000000000000'

/** Gives rows from before there were proofs theirs. From its end on a row without one was written by somebody else. */
export const proveJob = defineJob<Record<string, never>, Place>({
  kind,
  start: () => ({ source: 0, after: zero, done: 0 }),
  step: async (ctx, _, { source, after, done }) => {
    const type = coveredTypes(ctx)[source]
    if (!type) {
      await insertAuditRows(ctx.db, [auditRow(ctx, { action: 'check', detail: { proven: done } })])
      ctx.tx?.committed.push(() => ctx.kernel.keys.changeSecrets((now) => ({ ...now, unproven: false })))
      return { place: { source, after, done }, done, total: done, finished: true }
    }
    const rows = await readCovered(
      ctx,
      type,
      sql`where row_proof is null and id > ${after}::uuid order by id limit ${batchSize} for update`,
    )
    await writeProofs(ctx, type, rows)
    const sum = done + rows.length
    const last = rows.length === batchSize ? rows.at(-1)?.id : undefined
    const next = last ? { source, after: last, done: sum } : { source: source + 1, after: zero, done: sum }
    return { place: next, done: sum, total: null, finished: false }
  },
})

/** Starts it in a house that kept records before there were proofs; nothing to do in all others. */
export async function proveRowsFromBefore(ctx: Context): Promise<void> {
  if (!ctx.kernel.keys.unproven()) return
  await ctx.transaction(async (tx) => {
    await takeTurn(tx.db, kind)
    const running = await tx.db.rows(
      sql`select 1 from job where kind = ${kind} and state in ('queued', 'running') limit 1`,
    )
    if (!running.length) await startJob(tx, kind, {})
  })
}

/** Somebody has looked at a row that was not written by the application, and answers for what it says by now. */
export async function acceptRow(ctx: Context, object: string, id: string, reason: string): Promise<void> {
  const type = ctx.type(object)
  await ctx.transaction(async (tx) => {
    const rows = await readCovered(tx, type, sql`where id = ${id}::uuid for update`)
    if (!rows.length) throw new AppError(404, 'request.not_found')
    await writeProofs(tx, type, rows)
    await insertAuditRows(tx.db, [auditRow(tx, { action: 'check', object, record: id, reason, detail: { proven: 1 } })])
  })
}
