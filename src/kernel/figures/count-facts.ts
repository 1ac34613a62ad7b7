import type { FigureFact } from '#shared/figure-fact'
import type { Filter } from '#shared/filter'
import type { Context } from '../context.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { filterSql } from '../query/filter-sql.ts'
import { parseRule } from '../query/parse-filter.ts'
import { all, name, type Sql, sql } from '../query/sql.ts'

/** From one moment on and until before another. */
export type Span = { from: string; until: string }

/** How many there were of a person, and how many of them were as they should be. */
export type Share = { of: number; good: number }

/** Counts facts in a span, person by person, whatever the reader sees of them: no value of any record is in the answer. */
export async function countFacts(
  ctx: Context,
  facts: readonly FigureFact[],
  span: Span,
): Promise<ReadonlyMap<string, Share>> {
  const counted = new Map<string, Share>()
  for (const fact of facts) {
    if (ctx.type(fact.object).off) continue
    for (const { person, of, good } of await countFact(ctx, fact, span)) {
      const known = counted.get(person) ?? { of: 0, good: 0 }
      counted.set(person, { of: known.of + of, good: known.good + good })
    }
  }
  return counted
}

function countFact(ctx: Context, fact: FigureFact, { from, until }: Span): Promise<({ person: string } & Share)[]> {
  const type = ctx.type(fact.object)
  const person = columnOf(type, fact.person)
  const at = momentOf(ctx, type, fact.at)
  const others = (fact.apart ?? []).map((field) => sql`${columnOf(type, field)} is distinct from ${person}`)
  const meets = (filter: Filter | undefined): Sql[] =>
    filter ? [filterSql(ctx, type, parseRule(ctx, type, filter), type.table)] : []
  const good = all([...meets(fact.good), ...(fact.inTime ? [changedBy(type, fact.inTime, at)] : [])])
  const count = (field: string | undefined): Sql => (field ? sql`sum(${columnOf(type, field)})` : sql`count(*)`)
  return ctx.asSystem('count figures').transaction((tx) =>
    tx.db.rows(sql`
      select ${person} as person, coalesce(${count(fact.sums?.of)}, 0)::float8 as of,
        coalesce(${count(fact.sums?.good)} filter (where ${good}), 0)::float8 as good
      from ${name(type.table)} where ${person} is not null and ${name(type.table, 'deleted_at')} is null
        and ${at} >= ${from}::timestamptz and ${at} < ${until}::timestamptz
        and ${all([...meets(fact.where), ...others])} group by 1`),
  )
}

/** A day begins where the company is. */
function momentOf(ctx: Context, type: ObjectType, field: string): Sql {
  const column = fieldOf(type, field).columns[0]
  const named = name(type.table, column?.name ?? '')
  return column?.type === 'date' ? sql`(${named}::timestamp at time zone ${ctx.kernel.settings.timeZone})` : named
}

function changedBy(type: ObjectType, field: string, at: Sql): Sql {
  return sql`(select max(change.at) from field_change as change where change.object = ${type.name}
    and change.record = ${name(type.table, 'id')} and change.field = ${field}) <= ${at}`
}

export function columnOf(type: ObjectType, field: string): Sql {
  return name(type.table, fieldOf(type, field).columns[0]?.name ?? '')
}
