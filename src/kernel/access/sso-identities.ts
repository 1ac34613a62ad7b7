import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'

/** Who somebody is in the house that vouches for them: its own number for a person, never a mail address or a name. */
export type SsoIdentity = { issuer: string; subject: string }

/** Whom an identity was bound to. */
export async function boundTo(db: Runner, { issuer, subject }: SsoIdentity): Promise<string | undefined> {
  const [row] = await db.rows<{ person: string }>(
    sql`select user_id as person from sso_identity where issuer = ${issuer} and subject = ${subject}`,
  )
  return row?.person
}

/** Whether a person is somebody at this issuer already. */
export async function isBound(db: Runner, person: string, issuer: string): Promise<boolean> {
  const rows = await db.rows(sql`select 1 from sso_identity where user_id = ${person}::uuid and issuer = ${issuer}`)
  return rows.length > 0
}

/** Binds an identity to a person, where neither is bound yet; false where either of them is bound otherwise. */
export async function bindIdentity(db: Runner, person: string, identity: SsoIdentity): Promise<boolean> {
  const { issuer, subject } = identity
  await db.rows(sql`
    insert into sso_identity (issuer, subject, user_id) values (${issuer}, ${subject}, ${person}) on conflict do nothing`)
  return (await boundTo(db, identity)) === person
}

/** Since when a person is bound; to more than one issuer where the company has changed it. */
export async function boundSince(db: Runner, person: string): Promise<string | undefined> {
  const [row] = await db.rows<{ since: string }>(sql`
    select bound_at as since from sso_identity where user_id = ${person}::uuid order by bound_at desc limit 1`)
  return row?.since
}

/** The next sign-in binds anew; false where nothing was bound. */
export async function unbindIdentity(db: Runner, person: string): Promise<boolean> {
  const gone = await db.rows(sql`delete from sso_identity where user_id = ${person}::uuid returning 1`)
  return gone.length > 0
}
