import { createHash, timingSafeEqual } from 'node:crypto'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { hashToken, makeToken } from './sessions.ts'

/** Guesses at what is asked beside a link, until it is worth nothing. */
const mostTries = 5

export type AnswerLink = {
  /** What tells of the link in the house. */
  record: string
  /** From which address it was made. */
  madeFrom: string | null
  /** Hash of the code that was told apart; null where something else is asked for. */
  codeHash: Buffer | null
  /** Another guess would find it dead. */
  isLastTry: boolean
}

/** Makes a link for somebody outside of the house. Its token is told here and nowhere else. */
export async function makeAnswerLink(
  db: Runner,
  { record, code, madeFrom }: { record: string; code: string | null; madeFrom: string | null },
  minutes: number,
): Promise<{ token: string }> {
  const token = makeToken()
  await db.rows(sql`
    insert into answer_link (token_hash, record, code_hash, made_from, expires_at)
    values (${hashToken(token)}, ${record}::uuid, ${code === null ? null : hashOf(token, code)}, ${madeFrom}, now() + make_interval(mins => ${minutes}))`)
  return { token }
}

/** The link of a token while it is good. Counts a try before anything is compared, so that guesses sent at once do not all go through. */
export async function tryAnswerLink(db: Runner, token: string): Promise<AnswerLink | undefined> {
  const [link] = await db.rows<AnswerLink>(sql`
    update answer_link set tries = tries + 1
    where token_hash = ${hashToken(token)} and expires_at > now() and tries < ${mostTries}
    returning record, made_from as "madeFrom", code_hash as "codeHash", tries >= ${mostTries} as "isLastTry"`)
  return link
}

/** Whoever came knew what was asked for. */
export async function forgetTries(db: Runner, token: string): Promise<void> {
  await db.rows(sql`update answer_link set tries = 0 where token_hash = ${hashToken(token)}`)
}

/** Uses a link up: of several answers sent at once one is taken. */
export async function takeAnswerLink(db: Runner, token: string): Promise<boolean> {
  const taken = await db.rows(
    sql`delete from answer_link where token_hash = ${hashToken(token)} and expires_at > now() returning record`,
  )
  return taken.length > 0
}

export async function endAnswerLink(db: Runner, record: string): Promise<void> {
  await db.rows(sql`delete from answer_link where record = ${record}::uuid`)
}

/** Whether a text is the one expected, in a time that does not tell how much of it is right. */
export function isSameText(token: string, given: string, expected: string | Buffer): boolean {
  const hash = typeof expected === 'string' ? hashOf(token, expected) : expected
  return timingSafeEqual(hashOf(token, given), hash)
}

/** With the token, which is kept nowhere, so that whoever reads the table cannot try all codes. */
function hashOf(token: string, code: string): Buffer {
  return createHash('sha256').update(`${token}\0${code}`).digest()
}
