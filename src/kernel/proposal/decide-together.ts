import { AppError } from '#shared/app-error'
import { auditRow, insertAuditRows } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { defineJob } from '../jobs/define-job.ts'
import { startJob } from '../jobs/jobs.ts'
import { sql } from '../query/sql.ts'
import { inSavepoint } from '../record/transaction.ts'
import { type Decision, decideIn, type Verdict } from './decide.ts'
import { openTo, sampleOf } from './draw.ts'
import { faceOf } from './proposal.ts'

type Together = Pick<Decision, 'grounds'> & { verdict: Verdict }

/** `ids`: all, as they were drawn from; `looked`: those looked at, each by the hash of what it would do. */
export type TogetherDecision = Together & { ids: readonly string[]; looked: readonly { id: string; hash: string }[] }

type Input = Together & { requests: readonly [id: string, hash: string][] }

const kind = 'decide_together'
const perStep = 24
const lanes = 3

/**
 * One verdict on many proposals, of which their decider has looked at a sample; returns the job that brings it to each. Approved are
 * all or none: a sample of which one no longer waits, because it was found wrong or was taken back, speaks for no others.
 */
export async function decideTogether(
  ctx: Context,
  { ids, looked, verdict, grounds }: TogetherDecision,
): Promise<string> {
  return ctx.transaction(async (tx) => {
    const open = await openTo(tx, ids)
    const sample = sampleOf(tx, ids)
    const seen = new Map(looked.map(({ id, hash }) => [id, hash]))
    const waiting = sample.filter((id) => open.has(id))
    if (verdict === 'approve' && waiting.length < sample.length) throw new AppError(409, 'proposal.sample_failed')
    if (open.size === 0) throw new AppError(409, 'proposal.sample_failed')
    const missing = waiting.filter((id) => seen.get(id) !== open.get(id)).length
    if (missing > 0) throw new AppError(409, 'proposal.sample_not_seen', { params: { missing } })
    const detail = { verdict, sample: sample.length, of: open.size }
    const row = { action: 'decide', object: faceOf(tx).type.name, records: sample, reason: grounds, detail } as const
    await insertAuditRows(tx.db, [auditRow(tx, row)])
    return startJob(tx, kind, { requests: [...open], verdict, grounds } satisfies Input)
  })
}

/**
 * Goes from one to the next; what its decider may not sign, and what was settled meanwhile, stays as it is. After a break those
 * of the last step are met again, settled.
 */
export const decideTogetherJob = defineJob<Input, { at: number }>({
  kind,
  start: () => ({ at: 0 }),
  step: async (ctx, { requests, verdict, grounds }, { at }) => {
    const next = await lanesOf(ctx, requests.slice(at, at + perStep))
    await Promise.all(
      next.map((lane) =>
        ctx.with({ tx: null }).transaction(async (tx) => {
          // Whoever asks and whoever signs stand the same for all of them, until one of these changes that.
          if (tx.tx) tx.tx.known = new Map()
          for (const [id, hash] of lane) await decideOne(tx, id, { verdict, hash, grounds })
        }),
      ),
    )
    const done = Math.min(at + perStep, requests.length)
    return { place: { at: done }, done, total: requests.length, finished: done === requests.length }
  },
})

/**
 * Some connections side by side: while the database works for one, the process goes on with another. What is about one file keeps
 * to one of them, or they would wait for each other.
 */
async function lanesOf(ctx: Context, requests: Input['requests']): Promise<Input['requests'][]> {
  const ids = requests.map(([id]) => id)
  const rows = await ctx.db.rows<{ id: string; owner: string }>(
    sql`select id, owner from proposal where id = any(${ids}::uuid[])`,
  )
  const owners = new Map(rows.map(({ id, owner }) => [id, owner]))
  // What each change leaves in its file's history is sealed with the file's key: those that have none yet get it together.
  await ctx.kernel.codec.sealing([...new Set(owners.values())].map((owner) => ({ owner, level: 1 })))
  const files = [...Map.groupBy(requests, ([id]) => owners.get(id)).values()]
  return Array.from({ length: lanes }, (_, lane) => files.filter((_each, at) => at % lanes === lane).flat())
}

async function decideOne(ctx: Context, id: string, decision: Decision): Promise<void> {
  try {
    await inSavepoint(ctx, () => decideIn(ctx, id, decision))
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error
  }
}
