import { randomUUIDv7 } from 'node:crypto'
import { systemActor } from '../access/actor.ts'
import { auditRow, insertAuditRows } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { Place } from '../crypto/codec.ts'
import { sql } from '../query/sql.ts'
import { startJob } from './jobs.ts'

/** What somebody is to be told outside of the house. `content` holds what its words need, such as a link. */
export type Message = {
  kind: string
  /** Whom it is for; the address is looked up when it leaves. */
  person: string
  /** The object of that record; absent: somebody of the house. */
  object?: string
  content: Readonly<Record<string, string>>
  /** Whose name it bears, for an id that stays the same however often it is tried. */
  sender: string
  /** For how long it is worth trying. */
  minutes: number
}

type OutboxState = 'queued' | 'sent' | 'failed'

export type OutboxView = {
  id: string
  kind: string
  person: string
  state: OutboxState
  attempts: number
  /** Why the last attempt came to nothing. */
  trouble: string | null
  queuedAt: string
  endedAt: string | null
}

/** One that waits, opened; without content where the key of its person was destroyed. */
export type WaitingMessage = Pick<Message, 'kind' | 'person' | 'sender'> & {
  id: string
  object: string
  content: Readonly<Record<string, string>> | null
  attempts: number
  until: string
}

const placeOf = (id: string): Place => ({ object: 'outbox', record: id, field: 'content', copy: 'record' })
/** The key of whom it is for. */
const keyOf = (person: string) => ({ owner: person, level: 3 }) as const

/**
 * Puts a message on its way in the caller's transaction: it goes when that commits, and never if it does not. `job` is the
 * kind of work that sends it. From then on the house itself is behind it, whoever asked for it.
 */
export async function putInOutbox(ctx: Context, job: string, message: Message): Promise<string> {
  if (!ctx.tx) throw new Error('A message is queued in the transaction of what it tells of')
  const id = randomUUIDv7()
  const { kind, person, object = 'user', content, sender, minutes } = message
  const ring = await ctx.kernel.codec.sealing([keyOf(person)])
  const sealed = ring.seal(JSON.stringify(content), placeOf(id), keyOf(person))
  await ctx.db.rows(sql`
    insert into outbox (id, kind, person, object, actor, content, sender, until)
    values (${id}, ${kind}, ${person}, ${object}, ${ctx.actor.id}::uuid, ${sealed}, ${sender}, now() + make_interval(mins => ${minutes}))`)
  await note(ctx, { id, kind, person, object }, { state: 'queued' })
  await startJob(ctx.with({ actor: systemActor }), job, { message: id })
  return id
}

/** A message that still waits. */
export async function waitingMessage(ctx: Context, id: string): Promise<WaitingMessage | undefined> {
  const [row] = await ctx.db.rows<Omit<WaitingMessage, 'content'> & { content: Buffer }>(sql`
    select id, kind, person, object, content, sender, attempts, until from outbox where id = ${id}::uuid and state = 'queued'`)
  if (!row) return undefined
  const opened = (await ctx.kernel.codec.opening(ctx.db, [row.content])).open(row.content, placeOf(id))
  return { ...row, content: opened === null ? null : JSON.parse(opened) }
}

/** An attempt came to nothing; there will be another. */
export async function noteTry(ctx: Context, { id }: WaitingMessage, trouble: string): Promise<void> {
  await ctx.db.rows(
    sql`update outbox set attempts = attempts + 1, trouble = ${trouble} where id = ${id}::uuid and state = 'queued'`,
  )
}

type Outcome = { state: 'sent' | 'failed'; trouble?: string; server?: string }

/** It has left, or is given up; what it carried is gone either way. */
export async function endMessage(
  ctx: Context,
  message: WaitingMessage,
  { state, trouble, server }: Outcome,
): Promise<void> {
  await ctx.db.rows(sql`
    update outbox set state = ${state}, trouble = ${trouble ?? null}, content = null, attempts = attempts + 1, ended_at = now()
    where id = ${message.id}::uuid`)
  await note(ctx, message, { state, trouble, server })
}

/** What left lately, or waits, the newest first. */
export async function outboxViews(ctx: Context, limit: number): Promise<OutboxView[]> {
  return ctx.db.rows<OutboxView>(sql`
    select id, kind, person, state, attempts, trouble, queued_at as "queuedAt", ended_at as "endedAt"
    from outbox order by queued_at desc, id desc limit ${limit}`)
}

type Noted = Pick<Message, 'kind' | 'person'> & { id: string; object: string }

/** The trail knows whom it is for, not where they read it. */
async function note(
  ctx: Context,
  { id, kind, person, object }: Noted,
  { state, trouble, server }: Omit<Outcome, 'state'> & { state: OutboxState },
): Promise<void> {
  const detail = { message: id, kind, state, ...(trouble && { trouble }), ...(server && { server }) }
  const result = state === 'failed' ? 'failed' : 'done'
  const row = auditRow(ctx, { action: 'send', object, record: person, result, detail })
  await insertAuditRows(ctx.db, [row])
}
