import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { list, name, type Sql, sql } from '../query/sql.ts'

type Totals = Readonly<Record<string, unknown>>

/** Totals that a list may have brought along, so that children alone do not tell them. */
function columnsOf(type: ObjectType): string[] {
  return type.stored.flatMap(({ field, columns }) => (field.rollup ? columns.map((column) => column.name) : []))
}

export async function pastTotals(ctx: Context, type: ObjectType, id: string): Promise<Totals | null> {
  const columns = columnsOf(type)
  if (!columns.length) return null
  const [row] = await ctx.db.rows<Totals>(
    sql`select ${list(columns.map((column) => name(column)))} from ${name(type.table)} where id = ${id}::uuid and import_id is not null`,
  )
  return row ?? null
}

/** Before they are worked out anew from the children that are left. */
export async function restoreTotals(ctx: Context, type: ObjectType, id: string, past: Totals): Promise<void> {
  const settings = type.stored.flatMap(({ field, columns }): Sql[] =>
    field.rollup
      ? columns.flatMap((column) =>
          column.name in past ? [sql`${name(column.name)} = ${past[column.name]}::${sql.raw(column.type)}`] : [],
        )
      : [],
  )
  if (settings.length) await ctx.db.rows(sql`update ${name(type.table)} set ${list(settings)} where id = ${id}::uuid`)
}
