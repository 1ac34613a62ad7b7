import { countSearch } from '../access/search-quota.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, name, sql } from '../query/sql.ts'
import { conditionsOf, type ListQuery, sourceOf } from './list.ts'

export type Measured = { rows: number; level: number }

/** How many records of a list the reader may export, counted no further than one past `most`, and the highest of their levels. */
export async function measure(ctx: Context, type: ObjectType, query: ListQuery, most: number): Promise<Measured> {
  if (query.search) await countSearch(ctx, type, { text: query.search, deleted: query.deleted })
  return ctx.reading(async (tx) => {
    const level = type.guarded ? name(type.table, 'acl_level') : sql`1`
    const conditions = conditionsOf(tx, type, { ...query, exported: query.exported ?? '' })
    const [row] = await tx.db.rows<{ rows: number; level: number | null }>(sql`
      select count(*) as rows, max(level) as level from (
        select ${level} as level from ${sourceOf(tx, type, query)} where ${all(conditions)} limit ${most + 1}
      ) as measured`)
    return { rows: row?.rows ?? 0, level: row?.level ?? 1 }
  })
}
