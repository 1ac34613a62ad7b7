import { systemActor } from '../access/actor.ts'
import { type Kernel, makeContext } from '../context.ts'
import { sql } from '../query/sql.ts'
import { removeEnded } from '../record/remove-ended.ts'

/** What ends by itself: feed entries nobody will ask for, answers of old requests, drafts that nobody took up, sessions that are over. */
export async function sweep(kernel: Kernel): Promise<void> {
  await kernel.db.rows(sql`delete from event where at < now() - interval '7 days'`)
  await kernel.db.rows(sql`delete from idempotency where at < now() - interval '2 days'`)
  await kernel.db.rows(sql`delete from form_draft where kept_at < now() - interval '14 days'`)
  await kernel.db.rows(
    sql`delete from session where least(expires_at, seen_at + interval '12 hours') < now() - interval '1 day'`,
  )
  await kernel.db.rows(sql`delete from account_link where expires_at < now() - interval '1 day'`)
  await kernel.db.rows(sql`delete from outbox where ended_at < now() - interval '90 days'`)
  await kernel.db.rows(sql`delete from sign_in_attempt where last_at < now() - interval '1 day'`)
  await kernel.db.rows(sql`delete from file_reading where at < now() - interval '30 days'`)
  await kernel.db.rows(sql`delete from reading_alarm where until < now()`)
  await kernel.db.rows(sql`delete from sealed_search where at < now() - interval '1 day'`)
  await kernel.db.rows(sql`delete from duplicate_answer where at < now() - interval '2 days'`)
  await kernel.db.rows(sql`delete from answer_link where expires_at < now()`)
  await kernel.db.rows(sql`delete from challenge where expires_at < now()`)
  await kernel.db.rows(sql`delete from api_key where expires_at < now() - interval '30 days'`)
  await kernel.db.rows(
    sql`delete from job where actor is null and state in ('done', 'failed', 'cancelled') and updated_at < now() - interval '30 days'`,
  )
  await removeEnded(makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'daily upkeep' }))
  await kernel.db.rows(
    sql`delete from file where record is null and uploaded_at < now() - interval '2 days' and not exists (select from import where import.file = file.id)`,
  )
}
