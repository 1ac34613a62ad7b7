import type { Registry } from '../object/registry.ts'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { peopleWhere } from './people.ts'

export async function noteSignIn(db: Runner, person: string): Promise<void> {
  await db.rows(sql`
    insert into account (user_id, last_sign_in_at) values (${person}, now()) on conflict (user_id) do update set last_sign_in_at = now()`)
}

const lastUse = sql`coalesce(
  (select greatest(account.last_sign_in_at, (select max(changed_at) from credential where user_id = person.id)) from account where user_id = person.id),
  (select changed_at from credential where user_id = person.id), person.created_at)`

/** Active people who have not signed in for so many days, or one of them. */
export async function dormantPeople(db: Runner, registry: Registry, days: number, one?: string): Promise<string[]> {
  const who = one ? sql`and person.id = ${one}::uuid` : sql``
  return peopleWhere(db, registry, sql`${lastUse} < now() - make_interval(days => ${days}) ${who}`)
}
