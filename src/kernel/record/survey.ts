import type { Filter } from '#shared/filter'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, name, sql } from '../query/sql.ts'
import { chosenFields } from './chosen-fields.ts'
import { conditionsOf } from './list.ts'
import { decodeRows, type Stored, selectList } from './row-codec.ts'

const most = 5_000

/**
 * Records that the house looks through for its own upkeep, by its own clock. Nobody sees them, so the trail has no line of it:
 * whatever comes of it leaves its own. As many at a time as one answer holds; `after`: behind this one; `few`: what an index finds of
 * one record, again and again.
 */
export async function survey(
  ctx: Context,
  type: ObjectType,
  { where, fields, after, few }: { where: Filter; fields: readonly string[]; after?: string; few?: boolean },
): Promise<Stored[]> {
  if (ctx.actor.id !== null || !ctx.systemReason)
    throw new Error('Only the house itself looks without a line in the trail')
  const chosen = chosenFields(type, fields)
  return ctx.reading(async (tx) => {
    const conditions = [...conditionsOf(tx, type, { where }), ...(after ? [sql`id > ${after}::uuid`] : [])]
    const rows = await tx.db.tuples(
      sql`select ${selectList(tx, type, chosen)} from ${name(type.table)} where ${all(conditions)} order by id limit ${most}`,
      { steady: few },
    )
    return decodeRows(tx, type, rows, chosen)
  })
}
