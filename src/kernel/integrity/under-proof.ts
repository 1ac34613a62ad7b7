import type { Context } from '../context.ts'
import { coveredFields } from '../object/covered-fields.ts'
import type { ObjectType } from '../object/object-type.ts'
import { among, type Sql, sql } from '../query/sql.ts'
import { beyondSight } from '../record/transaction.ts'
import { readCovered, writeProofs } from './covered-rows.ts'

/**
 * Carries out a write on what decides of rights, and proves its rows anew. A row that somebody else has written to stays without
 * a proof whatever happens to it later, so that it is found; `which` = null: the write touches nothing that decides.
 */
export async function underProof(
  ctx: Context,
  type: ObjectType,
  which: Sql | null,
  write: () => Promise<unknown>,
): Promise<void> {
  if (!which || !coveredFields(type).length) {
    await write()
    return
  }
  const before = await beyondSight(ctx, () => readCovered(ctx, type, sql`where ${which} order by id for update`))
  await write()
  const fromBefore = ctx.kernel.keys.unproven()
  const sound = before.filter(({ proven, proof }) => proven || (fromBefore && !proof)).map(({ id }) => id)
  if (sound.length)
    await beyondSight(ctx, async () =>
      writeProofs(ctx, type, await readCovered(ctx, type, sql`where ${among(sql`id`, sound)}`)),
    )
}
