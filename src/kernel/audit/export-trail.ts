import { AppError } from '#shared/app-error'
import { systemActor } from '../access/actor.ts'
import { requireDuty } from '../access/duties.ts'
import { requireFreshProof } from '../access/fresh-proof.ts'
import type { Context } from '../context.ts'
import type { Database, Runner } from '../query/database.ts'
import { all, sql } from '../query/sql.ts'
import { type AuditSource, auditRow, insertAuditRows } from './audit-row.ts'
import { lastCheckpoint } from './checkpoint-files.ts'
import { ownPublicKey } from './trail-keys.ts'
import { mostProven, proveRows, type TrailProof } from './trail-proof.ts'
import { type TrailQuery, trailConditions } from './trail-query.ts'

export type TrailExport = TrailProof & { reason: string; at: string; publicKey: string | null }

/** Lines of the trail for a dispute, each with its proof; taking them away stands in the trail. */
export async function exportTrail(
  ctx: Context,
  { ids, ...query }: TrailQuery & { ids?: readonly number[] },
  reason: string,
): Promise<TrailExport> {
  requireDuty(ctx, 'trail')
  requireFreshProof(ctx)
  const request = { query, ids, reason, checkpoints: ctx.kernel.trail.checkpoints }
  const proof = await prove(ctx.db, request)
  await ctx.kernel.audit.write(exportRow(ctx, request, proof))
  return { ...proof, reason, at: new Date().toISOString(), publicKey: await publicPem(ctx) }
}

type ExportRequest = {
  query: TrailQuery
  ids?: readonly number[]
  reason?: string
  action?: 'export' | 'prove'
  checkpoints: string
}

/** The same for a command on the machine, which has no server at hand. */
export async function exportFromCommand(
  db: Database,
  { request, ...asked }: ExportRequest & { request: string },
): Promise<TrailProof> {
  const proof = await prove(db, asked)
  const source = {
    actor: systemActor,
    channel: 'cli',
    systemReason: 'command',
    ip: null,
    purpose: null,
    requestId: request,
  } as const
  await insertAuditRows(db, [exportRow(source, asked, proof)])
  return proof
}

function exportRow(source: AuditSource, { query, reason, action = 'export' }: ExportRequest, proof: TrailProof) {
  const detail = { rows: proof.rows.length }
  return auditRow(source, { action, object: 'audit_event', record: query.file ?? query.record, reason, detail })
}

async function prove(db: Runner, { query, ids, checkpoints }: ExportRequest): Promise<TrailProof> {
  const condition = all([...trailConditions(query), ...(ids ? [sql`id = any(${ids as number[]}::bigint[])`] : [])])
  const [counted] = await db.rows<{ count: number }>(
    sql`select count(*) as count from (select 1 from audit_event where ${condition} limit ${mostProven + 1}) as found`,
  )
  if ((counted?.count ?? 0) > mostProven) throw new AppError(422, 'audit.too_many', { params: { limit: mostProven } })
  return proveRows(db, condition, await lastCheckpoint(checkpoints))
}

/** Absent before the first start of the sealer. */
export async function publicPem(ctx: Context): Promise<string | null> {
  return ownPublicKey(ctx.kernel.trail.keys).then(
    ({ pem }) => pem,
    () => null,
  )
}
