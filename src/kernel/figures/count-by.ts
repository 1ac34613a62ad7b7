import type { Filter } from '#shared/filter'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { ObjectDefinition } from '../object/define-object.ts'
import { filterSql } from '../query/filter-sql.ts'
import { parseRule } from '../query/parse-filter.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'
import { columnOf } from './count-facts.ts'

/** What is counted of each group. */
type Counted = { where: Filter }

type By<Name extends string> = {
  object: ObjectDefinition
  /** A reference with the field of its record that names the group. */
  under: { field: string; object: ObjectDefinition; by: string }
  by: readonly string[]
  where: Filter
  counts: Readonly<Record<Name, Counted>>
  /** Records that this one may read are counted. */
  seen: Context
  most: number
}

/** Counts records by several of their fields at once. */
export async function countBy<Name extends string>(
  ctx: Context,
  { object, under, by, where, counts, seen, most }: By<Name>,
): Promise<{ under: string; by: (string | null)[]; counts: Record<Name, number> }[]> {
  const type = ctx.type(object.name)
  const above = ctx.type(under.object.name)
  const meets = (filter: Filter): Sql => filterSql(ctx, type, parseRule(ctx, type, filter), type.table)
  const names = Object.keys(counts) as Name[]
  const figures = names.map((one) => {
    return sql`count(*) filter (where ${meets(counts[one].where)})::integer`
  })
  const columns = [columnOf(above, under.by), ...by.map((field) => sql`${columnOf(type, field)}::text`)]
  const places = columns.map((_, at) => sql.raw(String(at + 1)))
  const rows = await ctx.asSystem('count figures').transaction((tx) =>
    tx.db.tuples(sql`
      select ${list([...columns, ...figures])} from ${name(type.table)}
        join ${name(above.table)} on ${name(above.table, 'id')} = ${columnOf(type, under.field)}
      where ${name(type.table, 'deleted_at')} is null and ${meets(where)} and ${scope(seen, type, 'read')}
      group by ${list(places)} order by count(*) desc limit ${most}`),
  )
  return rows.map(([first, ...rest]) => ({
    under: String(first),
    by: rest.slice(0, by.length).map((value) => (value === null ? null : String(value))),
    counts: Object.fromEntries(names.map((one, at) => [one, Number(rest[by.length + at])])) as Record<Name, number>,
  }))
}
