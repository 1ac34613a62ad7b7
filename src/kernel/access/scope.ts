import { AppError } from '#shared/app-error'
import type { Filter } from '#shared/filter'
import { testFilter } from '#shared/filter-test'
import type { Operation } from '#shared/wire'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { filterSql } from '../query/filter-sql.ts'
import { parseFilter } from '../query/parse-filter.ts'
import { all, name, type Sql, sql } from '../query/sql.ts'

/** What the policy says of an operation: no, yes, or yes for records that meet a filter. Deny by default. */
export function ruling(ctx: Context, type: ObjectType, operation: Operation): boolean | Filter {
  if (ctx.systemReason) return true
  const rule = type.policy?.rules[operation]
  // A rule's filter is typed by its object's fields; here any object's rule is read.
  return rule ? (rule(ctx.actor) as boolean | Filter) : false
}

/** Refuses the whole operation where no record could be allowed. */
export function authorize(ctx: Context, type: ObjectType, operation: Operation): boolean | Filter {
  const rule = ruling(ctx, type, operation)
  if (rule === false) throw new AppError(403, 'access.forbidden')
  return rule
}

/**
 * The one predicate of all reading and counting: keys of the reader meet the record's acl, and the policy's filter holds.
 * Row-level security repeats the first half below every query.
 */
export function scope(ctx: Context, type: ObjectType, operation: Operation): Sql {
  return all([...(type.guarded ? [holds(ctx, operation, type.table)] : []), ...ruled(ctx, type, operation)])
}

/**
 * The same predicate for a list that is read in its order. The planner takes it and row-level security's for independent:
 * as an operator twice, a twentieth of the list looks like a four-hundredth, worth fetching whole and sorting. In this
 * form the policy's estimate counts, and its index is there for those who see little.
 */
export function scopeInOrder(ctx: Context, type: ObjectType): Sql {
  const acl = sql`coalesce(${holds(ctx, 'read', type.table)}, false)`
  return all([...(type.guarded ? [acl] : []), ...ruled(ctx, type, 'read')])
}

function ruled(ctx: Context, type: ObjectType, operation: Operation): Sql[] {
  const rule = authorize(ctx, type, operation)
  return typeof rule === 'object' ? [filterSql(ctx, type, parseFilter(ctx, type, rule), type.table)] : []
}

/** The acl half of the predicate; writing needs a key of those who may write. */
export function holds(ctx: Context, operation: Operation, table: string): Sql {
  const acl = operation === 'update' || operation === 'delete' ? 'acl_write' : 'acl_read'
  return sql`${name(table, acl)} && ${keysLiteral(ctx)}::int[]`
}

function keysLiteral(ctx: Context): string {
  return `{${ctx.actor.keys.join(',')}}`
}

/** The same ruling in memory, for one record whose acl has been checked. */
export function allows(ctx: Context, type: ObjectType, operation: Operation, values: Record<string, unknown>): boolean {
  const rule = ruling(ctx, type, operation)
  if (typeof rule === 'boolean') return rule
  return testFilter(parseFilter(ctx, type, rule), (field) => comparableOf(type, field, values))
}

export function comparableOf(type: ObjectType, field: string, values: Record<string, unknown>): unknown {
  const value = values[field] ?? null
  const kind = type.fields.get(field)?.kind
  return value !== null && kind?.comparable ? kind.comparable(value) : value
}

/** What the reader may do with a record, for the answer; `writable` = a key of the reader stands in `acl_write`. */
export function abilities(
  ctx: Context,
  type: ObjectType,
  record: { values: Record<string, unknown>; writable: boolean },
): Operation[] {
  const able: Operation[] = ['read']
  if (!record.writable) return able
  for (const operation of ['update', 'delete'] as const) {
    if (allows(ctx, type, operation, record.values)) able.push(operation)
  }
  return able
}
