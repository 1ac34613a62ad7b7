import { AppError } from '#shared/app-error'
import { type AuditFacts, auditRow, auditRows } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'
import type { Circle } from './circle.ts'
import { isRefusedAfter, withoutWaiting } from './transaction.ts'

/** One field's change as the history keeps it; before and after have been through the codec. */
export type FieldChange = {
  id: string
  record: string
  owner: string | null
  version: number
  field: string
  before: Buffer | null
  after: Buffer | null
  undo_of?: string | null
}

export type EventFacts = Circle & { action: string; records: readonly string[] }

/**
 * Trail, history and change feed of a write: one statement, in the transaction of the write.
 * The notification is the same text for the whole transaction, so PostgreSQL sends it once.
 */
export async function writeTrail(
  ctx: Context,
  object: string,
  facts: {
    audit: readonly AuditFacts[]
    events: readonly EventFacts[]
    changes?: readonly FieldChange[]
    reason?: string | null
  },
): Promise<void> {
  const audit = facts.audit.map((row) => auditRow(ctx, { object, ...row }))
  const at = ctx.now().toISOString()
  const changes = (facts.changes ?? []).map((change) => ({
    ...change,
    before: hex(change.before),
    after: hex(change.after),
  }))
  const history = changes.length
    ? sql`, history as (
        insert into field_change (id, object, record, owner, version, field, before, after, undo_of, at, by, reason, request)
        select id, ${object}, record, owner, version, field, before, after, undo_of, ${at}::timestamptz, ${ctx.actor.id}::uuid, ${facts.reason ?? null}, ${ctx.requestId}::uuid
        from json_to_recordset(${JSON.stringify(changes)}::json)
          as rows(id uuid, record uuid, owner uuid, version integer, field text, before bytea, after bytea, undo_of uuid))`
    : sql``
  forgetAfter(ctx, object)
  const written = ctx.db.rows(
    sql`
    with audit as (
      insert into audit_event (${auditRows.names}) select ${auditRows.values} from ${auditRows.source(audit)}
    )${history}, events as (
      insert into event (object, action, records, acl, level, actor)
      select ${object}, action, records, acl, level, ${ctx.actor.id}::uuid
      from json_to_recordset(${JSON.stringify(facts.events)}::json) as rows(action text, records uuid[], acl integer[], level smallint)
    )
    select pg_notify('dossier_event', '')`,
    { steady: true },
  )
  const kept = written.catch((error: unknown) => {
    throw isRefusedAfter(error) ? error : withoutTrail(error)
  })
  await withoutWaiting(ctx, kept)
}

/** A write that the trail cannot hold does not happen; what the caller wrote may itself be unreadable, and is told as such. */
function withoutTrail(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('22') ? error : new AppError(503, 'audit.unavailable', { cause: error })
}

/**
 * What this process remembers of the object's records stands no longer than the write takes to commit. What configures the
 * product, and rights that were given or taken, are in force here before the change is answered; other servers follow when
 * they hear of it.
 */
function forgetAfter(ctx: Context, object: string): void {
  const { totals, titles, remembered, registry, reload, feed } = ctx.kernel
  ctx.tx?.committed.push(async () => {
    totals.changed()
    titles.forget(object)
    remembered.forget(object)
  })
  const definition = registry.objects.get(object)?.definition
  if (definition?.configures) followOnce(ctx, reload)
  if (definition?.principal) followOnce(ctx, feed.catchUp)
  if (definition?.principal) ctx.tx?.known?.clear()
}

function followOnce({ tx }: Context, follow: () => Promise<void>): void {
  if (!tx?.committed.includes(follow)) tx?.committed.push(follow)
}

function hex(bytes: Buffer | null): string | null {
  return bytes && `\\x${bytes.toString('hex')}`
}

/** Events of a batch, one for each circle of readers, so that no one learns of records out of sight. */
export function eventsByCircle(action: string, records: readonly ({ id: string } & Circle)[]): EventFacts[] {
  const circles = Map.groupBy(records, ({ acl, level }) => `${level}:${acl?.join() ?? ''}`)
  return [...circles.values()].map((circle) => ({
    action,
    records: circle.map(({ id }) => id),
    acl: circle[0]?.acl ?? null,
    level: circle[0]?.level ?? null,
  }))
}
