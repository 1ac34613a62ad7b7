import type { Context } from '../context.ts'
import { coveredFields } from '../object/covered-fields.ts'
import type { ObjectType } from '../object/object-type.ts'
import { among, type Sql, sql } from '../query/sql.ts'
import { beyondSight } from '../record/transaction.ts'
import { type CoveredRow, readCovered, writeProofs } from './covered-rows.ts'
import type { Said } from './row-proof.ts'

/**
 * Carries out a write on what decides of rights, and proves its rows anew. A row that somebody else has written to stays without a
 * proof whatever happens to it later, so that it is found.
 */
export async function underProof(
  ctx: Context,
  type: ObjectType,
  which: Sql,
  write: () => Promise<unknown>,
): Promise<void> {
  const sound = await provableRows(ctx, type, which)
  await write()
  if (!sound.length) return
  const ids = sound.map(({ id }) => id)
  await beyondSight(ctx, async () =>
    writeProofs(ctx, type, await readCovered(ctx, type, sql`where ${among(sql`id`, ids)}`)),
  )
}

/** What a row says that is about to be written to, if a proof may be given with the write; undefined where none may, or is needed. */
export async function provableRow(ctx: Context, type: ObjectType, id: string): Promise<Said | undefined> {
  const [row] = await provableRows(ctx, type, sql`id = ${id}::uuid`)
  return row
}

/** Locks the rows. */
async function provableRows(ctx: Context, type: ObjectType, which: Sql): Promise<readonly CoveredRow[]> {
  if (!coveredFields(type).length) return []
  const before = await beyondSight(ctx, () => readCovered(ctx, type, sql`where ${which} order by id for update`))
  const fromBefore = ctx.kernel.keys.unproven()
  return before.filter(({ proven, proof }) => proven || (fromBefore && !proof))
}
