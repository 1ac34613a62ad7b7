import { AppError } from '#shared/app-error'
import { decodeCursor } from '../query/cursor.ts'
import { all, any, type Sql, sql } from '../query/sql.ts'

/** What an auditor asks the trail for; everything given must hold. */
export type TrailQuery = {
  actor?: string
  session?: string
  object?: string
  /** Lines of this record, and of lists in which it stood. */
  record?: string
  /** Lines of this file and of all that stands on it, lists in which it stood included. */
  file?: string
  action?: readonly string[]
  result?: string
  channel?: string
  ip?: string
  /** Part of the reason that was given. */
  reason?: string
  from?: string
  to?: string
}

const trailObject = 'audit_event'

export function trailConditions(query: TrailQuery): Sql[] {
  const conditions: Sql[] = []
  const add = (given: unknown, condition: () => Sql): void => {
    if (given !== undefined) conditions.push(condition())
  }
  add(query.actor, () => sql`actor = ${query.actor}::uuid`)
  add(query.session, () => sql`session = ${query.session}::uuid`)
  add(query.object, () => sql`object = ${query.object}`)
  add(query.record, () => touching(query, query.record ?? '', ['record']))
  add(query.file, () => touching(query, query.file ?? '', ['record', 'owner']))
  add(query.action, () => sql`action = any(${query.action as string[]}::text[])`)
  // Written out where it is a refusal, so that its own index serves.
  add(query.result, () =>
    query.result === 'done' ? sql`result = 'done'` : sql`result <> 'done' and result = ${query.result}`,
  )
  add(query.channel, () => sql`channel = ${query.channel}`)
  add(query.ip, () => sql`ip = ${query.ip}`)
  add(query.reason, () => sql`reason is not null and reason ilike ${`%${literal(query.reason ?? '')}%`}`)
  add(query.from, () => sql`at >= ${query.from}::timestamptz`)
  add(query.to, () => sql`at < ${query.to}::timestamptz`)
  return conditions
}

/** Looking into the log about a record is no look at the record. */
function touching({ object }: TrailQuery, id: string, columns: readonly ('record' | 'owner')[]): Sql {
  const touched = any([
    ...columns.map((column) => sql`${sql.raw(column)} = ${id}::uuid`),
    sql`records @> array[${id}::uuid]`,
  ])
  return object === trailObject ? touched : all([touched, sql`object is distinct from ${trailObject}`])
}

function literal(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** Behind the last line of a page: time and number, as PostgreSQL wrote them. */
export function behind(cursor: string | undefined): Sql[] {
  if (cursor === undefined) return []
  const [at, id] = decodeCursor(cursor, 2)
  if (typeof at !== 'string' || !/^\d+$/.test(String(id)))
    throw new AppError(400, 'request.invalid', { params: { detail: 'after' } })
  return [sql`(at, id) < (${at}::timestamptz, ${String(id)}::bigint)`]
}
