import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, list, name, sql } from '../query/sql.ts'
import { conditionsOf } from './list.ts'

/** Records that say the same in some fields, and how many they are. */
export type Alike = { values: Record<string, unknown>; count: number }

/** Counts what the reader sees by what it says in fields of one plain column; the commonest first. */
export async function countAlike(ctx: Context, type: ObjectType, fields: readonly string[]): Promise<Alike[]> {
  const named = fields.flatMap((field) => {
    const [column, ...others] = type.fields.get(field)?.columns ?? []
    return column && !others.length ? [{ field, column: name(type.table, column.name) }] : []
  })
  const columns = named.map(({ column }) => column)
  const rows = await ctx.reading((tx) =>
    tx.db.tuples(sql`
      select ${list([sql`count(*)::integer as many`, ...columns])} from ${name(type.table)}
      where ${all(conditionsOf(tx, type, {}))} group by ${list(columns)} order by many desc`),
  )
  return rows.map(([count, ...values]) => ({
    count: Number(count),
    values: Object.fromEntries(named.map(({ field }, at) => [field, values[at]])),
  }))
}
