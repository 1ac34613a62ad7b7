import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { name, sql } from '../query/sql.ts'

/** Who may know of a record: the keys that reach it and its level; both null for shared ones. */
export type Circle = { acl: readonly number[] | null; level: number | null }

export async function circleOf(ctx: Context, type: ObjectType, id: string): Promise<Circle> {
  const rows = type.guarded
    ? ctx.db.rows<Circle>(sql`select ${circleColumns} from ${name(type.table)} where id = ${id}::uuid`, {
        steady: true,
      })
    : []
  return circleIn(type, await rows)
}

/** What a statement on records in custody tells of their circle. */
export const circleColumns = sql`acl_read as acl, acl_level as level`

/** The circle that a statement on one record has told of. */
export function circleIn(type: ObjectType, [row]: readonly Circle[]): Circle {
  return type.guarded ? (row ?? { acl: [], level: null }) : { acl: null, level: null }
}
