import type { AuditAction } from '#shared/audit-actions'
import type { Context } from '../context.ts'
import type { Runner } from '../query/database.ts'
import { rowArrays } from '../query/row-arrays.ts'
import { sql } from '../query/sql.ts'

/** One line of the trail. Values never stand in it: before and after live in the field history. */
export type AuditRow = {
  at: string
  actor: string | null
  session: string | null
  /** The API key that was used. */
  token: string | null
  channel: string
  action: AuditAction
  object: string | null
  record: string | null
  /** The file that the record lives on. */
  owner: string | null
  records: readonly string[] | null
  level: number | null
  fields: readonly string[] | null
  /** Of use, as the request named it; null where it named none. */
  purpose: string | null
  /** By which right: the role, or the reason of a system bypass. */
  rule: string | null
  reason: string | null
  result: 'done' | 'refused' | 'failed'
  ip: string | null
  request: string
  /** Its canonical text: what sealing will hash, made once, here. */
  body: string
}

export type AuditFacts = {
  action: AuditAction
  object?: string
  record?: string
  owner?: string | null
  records?: readonly string[]
  level?: number | null
  fields?: readonly string[]
  reason?: string | null
  result?: AuditRow['result']
  detail?: Record<string, string | number | boolean | null>
}

/** Who acts, through what, from where. */
export type AuditSource = Pick<Context, 'actor' | 'channel' | 'systemReason' | 'ip' | 'requestId' | 'purpose'>

/** Trail time is the machine's own, also where the context's clock travels. */
export function auditRow(ctx: AuditSource, facts: AuditFacts): AuditRow {
  const row = {
    at: new Date().toISOString(),
    actor: ctx.actor.id,
    session: ctx.actor.session,
    token: ctx.actor.token,
    channel: ctx.channel,
    action: facts.action,
    object: facts.object ?? null,
    record: facts.record ?? null,
    owner: facts.owner ?? null,
    records: facts.records ?? null,
    level: facts.level ?? null,
    fields: facts.fields ?? null,
    purpose: ctx.purpose,
    rule: ctx.systemReason ? `system: ${ctx.systemReason}` : `role: ${ctx.actor.role}`,
    reason: facts.reason ?? null,
    result: facts.result ?? ('done' as const),
    ip: ctx.ip,
    request: ctx.requestId,
  }
  return { ...row, body: JSON.stringify(facts.detail ? { ...row, detail: facts.detail } : row) }
}

const auditColumns = [
  { name: 'at', type: 'timestamptz' },
  { name: 'actor', type: 'uuid' },
  { name: 'session', type: 'uuid' },
  { name: 'token', type: 'uuid' },
  { name: 'channel', type: 'text' },
  { name: 'action', type: 'text' },
  { name: 'object', type: 'text' },
  { name: 'record', type: 'uuid' },
  { name: 'owner', type: 'uuid' },
  { name: 'records', type: 'uuid[]' },
  { name: 'level', type: 'smallint' },
  { name: 'fields', type: 'text[]' },
  { name: 'purpose', type: 'text' },
  { name: 'rule', type: 'text' },
  { name: 'reason', type: 'text' },
  { name: 'result', type: 'text' },
  { name: 'ip', type: 'text' },
  { name: 'request', type: 'uuid' },
  { name: 'body', type: 'text' },
] as const

/** What the application may write of a line: not its number, nor the transaction that it is of. */
export const auditNamesText = auditColumns.map(({ name }) => name).join(', ')

/** How rows travel to the database. */
export const auditRows = rowArrays(auditColumns)

export async function insertAuditRows(db: Runner, rows: readonly AuditRow[]): Promise<void> {
  const { names, values, source } = auditRows
  await db.rows(sql`insert into audit_event (${names}) select ${values} from ${source(rows)}`, { steady: true })
}
