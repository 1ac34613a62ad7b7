import { randomBytes } from 'node:crypto'
import { AppError } from '#shared/app-error'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { hashToken } from './sessions.ts'

/** What an answer may be used for; one that was asked for something else is worth nothing. */
type ChallengePurpose = 'passkey' | 'sign_in' | 'second_factor' | 'proof'

/** Whom it was asked, where that is known, and in which session. */
export type Asked = { purpose: ChallengePurpose; person: string | null; session?: string | null }

export const challengeMinutes = 5
/** Strangers may ask too; many people can share an address. */
const mostOfAddress = 300

/** A random question that can be answered once and soon; the database knows its hash. */
export async function makeChallenge(db: Runner, asked: Asked, ip: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const made = await db.rows(sql`
    insert into challenge (hash, purpose, user_id, session_id, ip, expires_at)
    select ${hashToken(token)}, ${asked.purpose}, ${asked.person}::uuid, ${asked.session ?? null}::uuid, ${ip}, now() + make_interval(mins => ${challengeMinutes})
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
