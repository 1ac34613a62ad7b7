import { createHash } from 'node:crypto'
import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import { sql } from '../query/sql.ts'

/**
 * Runs a write once per key and actor. A repeated request waits for the first and gets its answer;
 * the answer is kept through the codec, for it holds the record's values.
 */
export async function once<T>(
  ctx: Context,
  key: string | undefined,
  options: { request: string; work: (tx: Context) => Promise<T> },
): Promise<T> {
  if (!key) return ctx.transaction(options.work)
  const hash = createHash('sha256').update(options.request).digest()
  const actor = ctx.actor.id ?? 'system'
  const place = { object: 'idempotency', record: key, field: 'answer', level: 3 } as const
  return ctx.transaction(async (tx) => {
    const taken = await tx.db.count(sql`
      insert into idempotency (actor, key, request_hash) values (${actor}, ${key}, ${hash}) on conflict do nothing`)
    if (!taken) {
      const [row] = await tx.db.rows<{ request_hash: Buffer; answer: Buffer }>(
        sql`select request_hash, answer from idempotency where actor = ${actor} and key = ${key}`,
      )
      if (!row?.request_hash.equals(hash)) throw new AppError(422, 'record.idempotency_mismatch')
      // What was sealed is what `work` of the same request answered.
      return JSON.parse(tx.kernel.codec.open(row.answer, place)) as T
    }
    const answer = await options.work(tx)
    const sealed = tx.kernel.codec.seal(JSON.stringify(answer), place)
    await tx.db.rows(sql`update idempotency set answer = ${sealed} where actor = ${actor} and key = ${key}`)
    return answer
  })
}
