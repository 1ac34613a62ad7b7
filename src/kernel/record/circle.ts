import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'

/** Who may know of a record: the keys that reach it and its level; both null for shared ones. */
export type Circle = { acl: readonly number[] | null; level: number | null }

export async function circleOf(ctx: Context, type: ObjectType, id: string): Promise<Circle> {
  if (!type.guarded) return { acl: null, level: null }
  const [row] = await ctx.db.rows<{ acl: number[]; level: number }>(
    sql`select acl_read as acl, acl_level as level from ${name(type.table)} where id = ${id}::uuid`,
    { steady: true },
  )
  return row ?? { acl: [], level: null }
}
