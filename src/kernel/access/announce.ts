import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/** Tells every server that a way in has ended, as soon as that is committed. The event's circle is empty, so no reader hears it. */
export async function announce(db: Runner, what: 'session' | 'api_key', ids: readonly string[]): Promise<void> {
  if (!ids.length) return
  await db.rows(sql`
    with told as (insert into event (object, action, records, acl) values (${what}, 'delete', ${ids as string[]}::uuid[], '{}'))
    select pg_notify('dossier_event', '')`)
}

/** Whether an event is about a way in, and not about records. */
export function endsAccess({ object }: { object: string }): boolean {
  return object === 'session' || object === 'api_key'
}
