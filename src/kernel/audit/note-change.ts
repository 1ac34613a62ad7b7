import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { type AuditFacts, auditRow, insertAuditRows } from './audit-row.ts'

/** The line of a change that touches no record, in the transaction of the change: neither stands without the other. */
export async function noteChange(ctx: Context, facts: AuditFacts): Promise<void> {
  if (!ctx.tx) throw new Error('noteChange needs the transaction of the change')
  await insertAuditRows(ctx.tx, [auditRow(ctx, facts)]).catch((cause: unknown) => {
    throw new AppError(503, 'audit.unavailable', { cause })
  })
}
