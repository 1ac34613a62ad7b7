import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, name, type Sql, sql } from '../query/sql.ts'

/** That the reader sees both records of a `pair`, and neither is in the recycle bin. */
export function bothSeen(ctx: Context, type: ObjectType): Sql {
  const seen = (id: Sql): Sql => {
    const conditions = all([
      sql`${name(type.table, 'id')} = ${id}`,
      sql`${name(type.table, 'deleted_at')} is null`,
      scope(ctx, type, 'read'),
    ])
    return sql`exists (select from ${name(type.table)} where ${conditions})`
  }
  return sql`${seen(sql`pair.one`)} and ${seen(sql`pair.other`)}`
}

/** Those of them that the reader sees; what is in the recycle bin is out of sight. */
export async function withinSight(ctx: Context, type: ObjectType, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.rows<{ id: string }>(sql`
    select id from ${name(type.table)}
    where ${all([
      sql`${name(type.table, 'id')} = any(${[...ids]}::uuid[])`,
      sql`${name(type.table, 'deleted_at')} is null`,
      scope(ctx, type, 'read'),
    ])}`)
  return rows.map(({ id }) => id)
}
