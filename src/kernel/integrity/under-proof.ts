import type { Context } from '../context.ts'
import { coveredFields } from '../object/covered-fields.ts'
import type { ObjectType } from '../object/object-type.ts'
import { among, type Sql, sql } from '../query/sql.ts'
import { beyondSight } from '../record/transaction.ts'
import { readCovered, writeProofs } from './covered-rows.ts'

/**
 * Carries out a write on what decides of rights, proves its rows anew, and returns what the write does. A row that somebody else
 * has written to stays without a proof whatever happens to it later, so that it is found; `which` = null: the write touches nothing
 * that decides.
 */
export async function underProof<T>(
  ctx: Context,
  type: ObjectType,
  which: Sql | null,
  write: () => Promise<T>,
): Promise<T> {
  if (!which || !coveredFields(type).length) return write()
  const before = await beyondSight(ctx, () => readCovered(ctx, type, sql`where ${which} order by id for update`))
  const result = await write()
  const fromBefore = ctx.kernel.keys.unproven()
  const sound = before.filter(({ proven, proof }) => proven || (fromBefore && !proof)).map(({ id }) => id)
  if (sound.length)
    await beyondSight(ctx, async () =>
      writeProofs(ctx, type, await readCovered(ctx, type, sql`where ${among(sql`id`, sound)}`)),
    )
  return result
}
