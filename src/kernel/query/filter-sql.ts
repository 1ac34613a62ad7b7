import type { OperatorName, ParsedFilter } from '#shared/filter'
import { foldCase } from '#shared/filter-test'
import type { Context } from '../context.ts'
import type { BoundField, Column } from '../object/bound-field.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { dayOfYearSql } from './day-of-year-sql.ts'
import { all, any, compileSql, name, type Sql, sql } from './sql.ts'
import { systemColumn } from './system-fields.ts'
import { verifiedField, verifiedTest } from './verified-at.ts'

/** A parsed filter as a condition on `table`; the mirror of `testFilter` in memory, NULL included. */
export function filterSql(ctx: Context, type: ObjectType, filter: ParsedFilter, table: string): Sql {
  switch (filter.type) {
    case 'and':
      return all(filter.all.map((part) => filterSql(ctx, type, part, table)))
    case 'or':
      return any(filter.any.map((part) => filterSql(ctx, type, part, table)))
    case 'not':
      return sql`not coalesce(${filterSql(ctx, type, filter.not, table)}, false)`
    case 'test':
      return testSql(ctx, type, filter, table)
  }
}

type Test = Extract<ParsedFilter, { type: 'test' }>

function testSql(ctx: Context, type: ObjectType, test: Test, table: string): Sql {
  const system = systemColumn(test.field, type)
  if (system) return columnTest(system, name(table, system.name), test.operator, test.argument)
  const verified = verifiedField(type, test.field)
  if (verified) return verifiedTest(type, verified.name, { ...test, table })
  const bound = fieldOf(type, test.field)
  const [column] = bound.columns
  if (!column) throw new Error(`${type.name}.${test.field} is not stored`)
  const ref = name(table, column.name)
  if (bound.sealed && test.operator !== 'empty') return sealedTest(ctx, type, bound, test, table)
  return columnTest(column, ref, test.operator, test.argument)
}

/** Sealed values are met through their hashes, never through the column. */
function sealedTest(ctx: Context, type: ObjectType, bound: BoundField, test: Test, table: string): Sql {
  const { kind, texts } = metThrough(bound, test)
  const hashes = texts.flatMap((text) => ctx.kernel.codec.hashes(kind, text))
  return sql`${name(table, 'id')} in (select record_id from lookup where kind = ${kind} and hash = any(${hashes}::bytea[]) and object = ${type.name} and field = ${bound.name})`
}

/** Sealed kinds normalise to text; lookups are taken of the same text. */
function metThrough({ kind }: BoundField, { operator, argument }: Test): { kind: string; texts: readonly string[] } {
  if (operator === 'tail') return { kind: `${kind.name}.tail`, texts: [String(argument)] }
  if (operator === 'withinDays') return { kind: `${kind.name}.day_of_year`, texts: daysIn(argument) }
  return { kind: kind.name, texts: [kind.lookups?.(argument).equal ?? String(argument)] }
}

function daysIn(argument: unknown): readonly string[] {
  return Array.isArray(argument) ? argument.map(String) : []
}

function columnTest({ type }: Column, ref: Sql, operator: OperatorName, argument: unknown): Sql {
  const cast = sql.raw(type)
  switch (operator) {
    case 'empty':
      return argument ? emptyTest(type, ref) : sql`not ${emptyTest(type, ref)}`
    case 'eq':
      return sql`${ref} = ${argument}::${cast}`
    case 'ne':
      return sql`${ref} is distinct from ${argument}::${cast}`
    case 'in':
      return sql`${ref} = any(${argument}::${cast}[])`
    case 'notIn':
      return sql`(${ref} is null or not ${ref} = any(${argument}::${cast}[]))`
    case 'lt':
      return sql`${ref} < ${argument}::${cast}`
    case 'lte':
      return sql`${ref} <= ${argument}::${cast}`
    case 'gt':
      return sql`${ref} > ${argument}::${cast}`
    case 'gte':
      return sql`${ref} >= ${argument}::${cast}`
    case 'contains':
      return sql`lower(${ref}) like ${`%${likeText(argument)}%`}`
    case 'startsWith':
      return sql`lower(${ref}) like ${`${likeText(argument)}%`}`
    case 'under':
      return sql`${ref} like ${`${likeText(argument)}%`}`
    case 'tail':
      return sql`${ref} like ${`%${likeText(argument)}`}`
    case 'withinDays':
      return sql`${sql.raw(dayOfYearSql(compileSql(ref).text))} = any(${daysIn(argument)}::text[])`
    case 'hasAny':
      return sql`coalesce(${ref} && ${argument}::${cast}, false)`
    case 'hasAll':
      return sql`coalesce(${ref}, '{}') @> ${argument}::${cast}`
  }
}

function emptyTest(type: string, ref: Sql): Sql {
  if (type.endsWith('[]')) return sql`coalesce(cardinality(${ref}), 0) = 0`
  return type === 'text' ? sql`coalesce(${ref}, '') = ''` : sql`${ref} is null`
}

/** Wildcards in what people type are letters. */
export function likeText(argument: unknown): string {
  return foldCase(String(argument)).replace(/[\\%_]/g, '\\$&')
}
