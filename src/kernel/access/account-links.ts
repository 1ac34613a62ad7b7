import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { hashToken, makeToken } from './sessions.ts'

/** Why somebody sets a password by a link: the first one, or another for one that was forgotten. */
export type LinkPurpose = 'invitation' | 'reset'

export type AccountLink = { person: string; purpose: LinkPurpose }

/** Makes the one-time link of a person for a purpose; the one from before is worth nothing any more. */
export async function makeAccountLink(
  db: Runner,
  { person, purpose }: AccountLink,
  minutes: number,
): Promise<{ token: string }> {
  const token = makeToken()
  await db.rows(sql`delete from account_link where person = ${person}::uuid and purpose = ${purpose}`)
  await db.rows(sql`
    insert into account_link (token_hash, person, purpose, expires_at)
    values (${hashToken(token)}, ${person}, ${purpose}, now() + make_interval(mins => ${minutes}))`)
  return { token }
}

/** Whose a link is, while it is good. */
export async function accountLink(db: Runner, token: string): Promise<AccountLink | undefined> {
  const [link] = await db.rows<AccountLink>(
    sql`select person, purpose from account_link where token_hash = ${hashToken(token)} and expires_at > now()`,
  )
  return link
}

/** Uses a link up: of many who come with it at the same moment one gets an answer. */
export async function takeAccountLink(db: Runner, token: string): Promise<AccountLink | undefined> {
  const [link] = await db.rows<AccountLink>(
    sql`delete from account_link where token_hash = ${hashToken(token)} and expires_at > now() returning person, purpose`,
  )
  return link
}

export async function endLinksOf(db: Runner, person: string): Promise<void> {
  await db.rows(sql`delete from account_link where person = ${person}::uuid`)
}
