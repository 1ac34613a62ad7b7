import type { Filter } from '#shared/filter'
import { scope } from '../access/scope.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { filterSql } from '../query/filter-sql.ts'
import { parseFilter } from '../query/parse-filter.ts'
import { all, list, name, type Sql, sql } from '../query/sql.ts'

/** A record that was drawn: who made it and whom its fields name, its level, and its place in the order of the draw. */
export type Drawn = { id: string; mark: string; level: number; people: string[] }

type Draw = { where: Filter | undefined; seed: string; after: string | null; most: number; people: readonly string[] }

/**
 * Records that the actor may change, in an order that a seed decides and nothing else, so that anybody can draw the same sample again.
 * `people`: fields that name people.
 */
export async function drawRecords(ctx: Context, type: ObjectType, draw: Draw): Promise<Drawn[]> {
  const { where, seed, after, most, people } = draw
  const mark = sql`md5(${seed} || ${name(type.table, 'id')}::text)`
  const named = people.map((field) => sql`${name(type.table, fieldOf(type, field).columns[0]?.name ?? '')}::text`)
  const level = type.guarded ? sql`acl_level` : sql`1`
  const behind = after === null ? [] : [sql`${mark} > ${after}`]
  const rows = await ctx.db.rows<Drawn>(sql`
    select id, ${mark} as mark, ${level}::integer as level,
      array_remove(array[${list([sql`created_by::text`, ...named])}], null) as people
    from ${name(type.table)} where ${all([drawable(ctx, type, where), ...behind])} order by 2 limit ${most}`)
  const records = rows.map(({ id }) => id)
  await ctx.kernel.audit.write(auditRow(ctx, { action: 'list', object: type.name, records, detail: { as: 'draw' } }))
  return rows
}

/** How many could be drawn. */
export async function countDrawable(ctx: Context, type: ObjectType, where: Filter | undefined): Promise<number> {
  const [row] = await ctx.db.rows<{ count: number }>(
    sql`select count(*)::integer as count from ${name(type.table)} where ${drawable(ctx, type, where)}`,
  )
  return row?.count ?? 0
}

function drawable(ctx: Context, type: ObjectType, where: Filter | undefined): Sql {
  const filter = where ? [filterSql(ctx, type, parseFilter(ctx, type, where), type.table)] : []
  return all([
    sql`${name(type.table, 'deleted_at')} is null`,
    scope(ctx, type, 'read'),
    scope(ctx, type, 'update'),
    ...filter,
  ])
}
