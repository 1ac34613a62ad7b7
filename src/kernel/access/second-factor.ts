import type { Codec } from '../crypto/codec.ts'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { hashToken } from './sessions.ts'

/** `on`: confirmed with a first code; before that it is only offered. `step`: the last one that was used. */
export type Totp = { secret: string; on: boolean; step: number }

const placeOf = (person: string) => ({ object: 'account', record: person, field: 'totp', copy: 'record' }) as const
/** The person's own key: a secret goes with whom it belongs to. */
const keyOf = (person: string) => ({ owner: person, level: 3 }) as const

export async function totpOf({ db, codec }: { db: Runner; codec: Codec }, person: string): Promise<Totp | undefined> {
  const [row] = await db.rows<{ secret: Buffer | null; on: boolean; step: number | null }>(
    sql`select totp_secret as secret, totp_on as on, totp_step as step from account where user_id = ${person}::uuid`,
  )
  if (!row?.secret) return undefined
  const secret = (await codec.opening(db, [row.secret])).open(row.secret, placeOf(person))
  return secret === null ? undefined : { secret, on: row.on, step: row.step ?? 0 }
}

/** Offers a secret; it takes no effect where one is in use already. */
export async function offerTotp(
  { db, codec }: { db: Runner; codec: Codec },
  person: string,
  secret: string,
): Promise<void> {
  const ring = await codec.sealing([keyOf(person)])
  const sealed = ring.seal(secret, placeOf(person), keyOf(person))
  await db.rows(sql`
    insert into account (user_id, totp_secret) values (${person}, ${sealed})
    on conflict (user_id) do update set totp_secret = excluded.totp_secret, totp_step = null where not account.totp_on`)
}

/** Uses up a step and turns the factor on; false where this step or a later one was used before. */
export async function takeTotpStep(db: Runner, person: string, step: number): Promise<boolean> {
  const rows = await db.rows(sql`
    update account set totp_step = ${step}, totp_on = true
    where user_id = ${person}::uuid and totp_secret is not null and coalesce(totp_step, 0) < ${step} returning 1`)
  return rows.length > 0
}

/** The app alone; recovery codes stay for as long as there is something that they stand in for. */
export async function dropTotp(db: Runner, person: string): Promise<void> {
  await db.rows(
    sql`update account set totp_secret = null, totp_on = false, totp_step = null where user_id = ${person}::uuid`,
  )
  await dropIdleRecoveryCodes(db, person)
}

/** App, passkeys and recovery codes, for whoever has lost them. */
export async function dropSecondFactor(db: Runner, person: string): Promise<void> {
  await db.rows(sql`delete from passkey where user_id = ${person}::uuid`)
  await dropTotp(db, person)
}

export async function dropIdleRecoveryCodes(db: Runner, person: string): Promise<void> {
  await db.rows(sql`
    delete from recovery_code where user_id = ${person}::uuid
      and not exists (select from passkey where user_id = ${person}::uuid)
      and not exists (select from account where user_id = ${person}::uuid and totp_on)`)
}

/** Those from before are worth nothing any more. */
export async function setRecoveryCodes(db: Runner, person: string, codes: readonly string[]): Promise<void> {
  await db.rows(sql`delete from recovery_code where user_id = ${person}::uuid`)
  await db.rows(
    sql`insert into recovery_code (user_id, hash) select ${person}::uuid, unnest(${codes.map(hashToken)}::bytea[])`,
  )
}

export async function takeRecoveryCode(db: Runner, person: string, code: string): Promise<boolean> {
  const rows = await db.rows(
    sql`delete from recovery_code where user_id = ${person}::uuid and hash = ${hashToken(code)} returning 1`,
  )
  return rows.length > 0
}

export async function recoveryCodesLeft(db: Runner, person: string): Promise<number> {
  const [row] = await db.rows<{ left: number }>(
    sql`select count(*)::integer as left from recovery_code where user_id = ${person}::uuid`,
  )
  return row?.left ?? 0
}
