import { randomUUID } from 'node:crypto'
import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { dropIdleRecoveryCodes } from './second-factor.ts'

export type PasskeyView = { id: string; name: string; createdAt: string; seenAt: string | null }

/** `rp`: the name of the site that it was made for. */
export type Passkey = { id: string; person: string; credential: Buffer; publicKey: Buffer; rp: string }

export type NewPasskey = Omit<Passkey, 'id'> & { counter: number; transports: readonly string[]; name: string }

const view = sql`id, name, created_at as "createdAt", seen_at as "seenAt"`

/** Undefined where this very credential is known already. */
export async function addPasskey(db: Runner, made: NewPasskey): Promise<PasskeyView | undefined> {
  const { person, credential, publicKey, rp, counter, transports, name } = made
  const [added] = await db.rows<PasskeyView>(sql`
    insert into passkey (id, user_id, credential_id, public_key, rp, counter, transports, name)
    values (${randomUUID()}, ${person}, ${credential}, ${publicKey}, ${rp}, ${counter}, ${transports as string[]}::text[], ${name})
    on conflict (credential_id) do nothing returning ${view}`)
  return added
}

export async function passkeysOf(db: Runner, person: string): Promise<PasskeyView[]> {
  return db.rows<PasskeyView>(sql`select ${view} from passkey where user_id = ${person}::uuid order by created_at, id`)
}

/** What a browser has to know of a person's passkeys at one site. */
export async function credentialsOf(
  db: Runner,
  person: string,
  rp: string,
): Promise<{ id: string; transports: string[] }[]> {
  const rows = await db.rows<{ credential: Buffer; transports: string[] }>(
    sql`select credential_id as credential, transports from passkey where user_id = ${person}::uuid and rp = ${rp}`,
  )
  return rows.map(({ credential, transports }) => ({ id: credential.toString('base64url'), transports }))
}

export async function hasPasskey(db: Runner, person: string): Promise<boolean> {
  const rows = await db.rows(sql`select 1 from passkey where user_id = ${person}::uuid limit 1`)
  return rows.length > 0
}

export async function passkeyByCredential(db: Runner, credential: Buffer): Promise<Passkey | undefined> {
  const [found] = await db.rows<Passkey>(sql`
    select id, user_id as person, credential_id as credential, public_key as "publicKey", rp
    from passkey where credential_id = ${credential}`)
  return found
}

/** Notes a use; false where the device has counted no further than before, as a copy of it would. Zero = it does not count. */
export async function notePasskeyUse(db: Runner, id: string, counter: number): Promise<boolean> {
  const used = await db.rows(sql`
    update passkey set counter = ${counter}::bigint, seen_at = now()
    where id = ${id}::uuid and (counter < ${counter}::bigint or (counter = 0 and ${counter}::bigint = 0)) returning 1`)
  return used.length > 0
}

export async function renamePasskey(
  db: Runner,
  { person, id, name }: { person: string; id: string; name: string },
): Promise<PasskeyView | undefined> {
  const [renamed] = await db.rows<PasskeyView>(
    sql`update passkey set name = ${name} where id = ${id}::uuid and user_id = ${person}::uuid returning ${view}`,
  )
  return renamed
}

export async function removePasskey(db: Runner, { person, id }: { person: string; id: string }): Promise<boolean> {
  const removed = await db.rows(
    sql`delete from passkey where id = ${id}::uuid and user_id = ${person}::uuid returning 1`,
  )
  await dropIdleRecoveryCodes(db, person)
  return removed.length > 0
}
