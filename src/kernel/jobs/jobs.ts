import { randomUUIDv7 } from 'node:crypto'
import { AppError } from '#shared/app-error'
import type { ErrorCode } from '#shared/error-codes'
import { auditRow, insertAuditRows } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'
import { isUuid } from '../query/system-fields.ts'

type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export type JobView = {
  id: string
  kind: string
  state: JobState
  done: number
  total: number | null
  error: { code: ErrorCode } | null
  actor: string | null
}

/** Puts long work on the queue, in the caller's transaction: it starts when that commits, and never if it does not. */
export async function startJob(ctx: Context, kind: string, input: Readonly<Record<string, unknown>>): Promise<string> {
  const id = randomUUIDv7()
  // What nobody started is the house's own upkeep, and goes on whatever becomes of a purpose.
  const purpose = ctx.actor.id ? ctx.purpose : null
  await ctx.db.rows(sql`
    insert into job (id, kind, actor, purpose, input)
    values (${id}, ${kind}, ${ctx.actor.id}::uuid, ${purpose}, ${JSON.stringify(input)}::jsonb)`)
  await ctx.db.rows(sql`select enqueue_job(${id}::uuid)`)
  await noteJob(ctx, { id, kind }, 'queued')
  return id
}

/** The same, unless one that is to do the same waits and has not begun. */
export async function startUnlessWaiting(
  ctx: Context,
  kind: string,
  input: Readonly<Record<string, unknown>>,
): Promise<void> {
  const same = sql`kind = ${kind} and input = ${JSON.stringify(input)}::jsonb and state = 'queued' and place is null`
  // Held until the caller's transaction ends: it begins behind that.
  const waiting = await ctx.db.rows(sql`select from job where ${same} limit 1 for update`)
  if (!waiting.length) await startJob(ctx, kind, input)
}

/** How far the work of a kind on the same thing is, while there is some. */
export async function workUnderWay(
  ctx: Context,
  kind: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Pick<JobView, 'done' | 'total'> | null> {
  const [row] = await ctx.db.rows<Pick<JobView, 'done' | 'total'>>(sql`
    select done, total from job
    where kind = ${kind} and input = ${JSON.stringify(input)}::jsonb and state in ('queued', 'running') order by id desc limit 1`)
  return row ?? null
}

/** Where a job stands; shown to who started it. */
export async function jobView(ctx: Context, id: string): Promise<JobView> {
  const [job] = isUuid(id)
    ? await ctx.db.rows<JobView>(sql`select id, kind, state, done, total, error, actor from job where id = ${id}::uuid`)
    : []
  if (!job || (job.actor !== ctx.actor.id && !ctx.systemReason)) throw new AppError(404, 'request.not_found')
  return job
}

/** Asks a job to stop; it does so between two steps. */
export async function cancelJob(ctx: Context, id: string): Promise<void> {
  const job = await jobView(ctx, id)
  await noteJob(ctx, job, 'cancel')
  await ctx.db.rows(
    sql`update job set cancel_requested = true where id = ${id}::uuid and state in ('queued', 'running')`,
  )
}

/** Asking for long work, stopping it and its end stand in the trail, with the work's own lines between. */
export async function noteJob(
  ctx: Context,
  { id, kind }: { id: string; kind: string },
  state: JobState | 'cancel',
): Promise<void> {
  const result = state === 'failed' ? 'failed' : 'done'
  const row = auditRow(ctx, { action: 'job', object: 'job', record: id, result, detail: { kind, state } })
  await insertAuditRows(ctx.db, [row])
}

/** Wakes what waits of these kinds, in the caller's transaction. */
export async function wakeJobs(ctx: Context, kinds: readonly string[]): Promise<void> {
  await ctx.db.rows(sql`
    select enqueue_job(id, 0) from job where kind = any(${kinds as string[]}::text[]) and state in ('queued', 'running')`)
}

/** How much work of these kinds has not ended. */
export async function countUnfinished(ctx: Context, kinds: readonly string[]): Promise<number> {
  const [row] = await ctx.db.rows<{ count: number }>(sql`
    select count(*)::integer as count from job where kind = any(${kinds as string[]}::text[]) and state in ('queued', 'running')`)
  return row?.count ?? 0
}

export async function unfinishedJobs(ctx: Context): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(
    sql`select id from job where state in ('queued', 'running') order by id`,
  )
  return rows.map(({ id }) => id)
}

/** Wakes a worker for the job, at once or after so many seconds. */
export async function enqueue(ctx: Context, id: string, seconds = 0): Promise<void> {
  await ctx.db.rows(sql`select enqueue_job(${id}::uuid, ${seconds}::integer)`)
}
