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

/** The next sign-in binds anew. */
export async function unbindIdentity(db: Runner, person: string): Promise<void> {
  await db.rows(sql`delete from sso_identity where user_id = ${person}::uuid`)
}
