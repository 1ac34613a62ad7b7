import { createHash } from 'node:crypto'
import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { keyIdAt } from '../crypto/cipher.ts'
import type { KeyOwner, Place } from '../crypto/codec.ts'
import { sql } from '../query/sql.ts'

/** An answer holds all values of its record. */
export const answerLevel = 3

export function answerPlace(actor: string, key: string): Place {
  return { object: 'idempotency', record: `${actor} ${key}`, field: 'answer', copy: 'answer' }
}

/**
 * Runs a write once per key and actor. A repeated request waits for the first and gets its answer;
 * the answer is kept through the codec, for it holds the record's values.
 */
export async function once<T>(
  ctx: Context,
  key: string | undefined,
  options: { request: string; work: (tx: Context) => Promise<T>; ownerOf: (answer: T) => string },
): Promise<T> {
  if (!key) return ctx.transaction(options.work)
  const hash = createHash('sha256').update(options.request).digest()
  const actor = ctx.actor.id ?? 'system'
  const place = answerPlace(actor, key)
  return ctx.transaction(async (tx) => {
    const taken = await tx.db.count(sql`
      insert into idempotency (actor, key, request_hash) values (${actor}, ${key}, ${hash}) on conflict do nothing`)
    if (!taken) {
      const [row] = await tx.db.rows<{ request_hash: Buffer; answer: Buffer }>(
        sql`select request_hash, answer from idempotency where actor = ${actor} and key = ${key}`,
      )
      if (!row?.request_hash.equals(hash)) throw new AppError(422, 'record.idempotency_mismatch')
      const kept = (await tx.kernel.codec.opening(tx.db, [row.answer])).open(row.answer, place)
      if (kept === null) throw new AppError(409, 'record.destroyed')
      // What was sealed is what `work` of the same request answered.
      return JSON.parse(kept) as T
    }
    const answer = await options.work(tx)
    const owner = { owner: options.ownerOf(answer), level: answerLevel } as const
    const sealed = (await tx.kernel.codec.sealing([owner])).seal(JSON.stringify(answer), place, owner)
    await tx.db.rows(sql`update idempotency set answer = ${sealed} where actor = ${actor} and key = ${key}`)
    return answer
  })
}

/**
 * Kept answers about records that move to another file, sealed with that one's key. An answer does not say whose it is, so they
 * are found by the key that stands in their head.
 */
export async function moveAnswers(
  ctx: Context,
  { records, from, to }: { records: ReadonlySet<string>; from: string; to: string },
): Promise<void> {
  const rows = await ctx.db.rows<{ actor: string; key: string; answer: Buffer }>(sql`
    select actor, key, answer from idempotency
    where substring(answer from ${keyIdAt + 1} for 8) in
      (select int8send(id) from data_key where owner = ${from}::uuid and level = ${answerLevel}) for update`)
  if (!rows.length) return
  const owner: KeyOwner = { owner: to, level: answerLevel }
  const opening = await ctx.kernel.codec.opening(
    ctx.db,
    rows.map(({ answer }) => answer),
  )
  const sealing = await ctx.kernel.codec.sealing([owner])
  for (const { actor, key, answer } of rows) {
    const place = answerPlace(actor, key)
    const text = opening.open(answer, place)
    if (text === null || !records.has(JSON.parse(text).id)) continue
    await ctx.db.rows(
      sql`update idempotency set answer = ${sealing.seal(text, place, owner)} where actor = ${actor} and key = ${key}`,
    )
  }
}
