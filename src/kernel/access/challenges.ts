import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/app-error'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { hashToken } from './sessions.ts'

export const challengeMinutes = 5

/**
 * `sso`: somebody is on the way to the house that vouches for them. `sso_factor`: they are back, and a second factor is asked.
 * `sso_proof`: they go there once more, to prove that they are still there.
 */
const minutesFor = {
  passkey: challengeMinutes,
  sign_in: challengeMinutes,
  second_factor: challengeMinutes,
  proof: challengeMinutes,
  sso: 15,
  sso_factor: challengeMinutes,
  sso_proof: 15,
} as const

/** What an answer may be used for; one that was asked for something else is worth nothing. */
type ChallengePurpose = keyof typeof minutesFor

/** Whom it was asked, where that is known, and in which session. */
export type Asked = { purpose: ChallengePurpose; person: string | null; session?: string | null }

/** Strangers may ask too; many people can share an address. */
const mostOfAddress = 300

/**
 * A random question that can be answered once and soon; the database knows its hash. `beside` travels behind a full stop with
 * whoever keeps the question, and is part of what is hashed: it comes back as it was given or not at all.
 */
export async function makeChallenge(db: Runner, asked: Asked, ip: string | null, beside?: string): Promise<string> {
  const token = randomBytes(32).toString('base64url') + (beside === undefined ? '' : `.${beside}`)
  const made = await db.rows(sql`
    insert into challenge (hash, purpose, user_id, session_id, ip, expires_at)
    select ${hashToken(token)}, ${asked.purpose}, ${asked.person}::uuid, ${asked.session ?? null}::uuid, ${ip}, now() + make_interval(mins => ${minutesFor[asked.purpose]})
    where (select count(*) from challenge where ip = ${ip} and expires_at > now()) < ${mostOfAddress}
    returning 1`)
  if (!made.length) throw new AppError(429, 'access.too_many_attempts', { params: { seconds: challengeMinutes * 60 } })
  return token
}

/** Uses a question up, right or wrong; true where it was asked for just this, of this person and in this session. */
export async function takeChallenge(db: Runner, token: string, asked: Asked): Promise<boolean> {
  const [taken] = await db.rows<{ right: boolean }>(sql`
    delete from challenge where hash = ${hashToken(token)}
    returning expires_at > now() and purpose = ${asked.purpose}
      and user_id is not distinct from ${asked.person}::uuid
      and session_id is not distinct from ${asked.session ?? null}::uuid as right`)
  return taken?.right ?? false
}

/** Of whom a question was asked that is still open; it stays so. */
export async function openChallenge(db: Runner, token: string, purpose: ChallengePurpose): Promise<string | undefined> {
  const [found] = await db.rows<{ person: string }>(sql`
    select user_id as person from challenge
    where hash = ${hashToken(token)} and purpose = ${purpose} and expires_at > now() and user_id is not null`)
  return found?.person
}
