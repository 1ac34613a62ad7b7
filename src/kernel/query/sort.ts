import { AppError } from '#shared/app-error'
import { isHiddenNamed, isVeiled } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import { type ObjectType, partOf } from '../object/object-type.ts'
import { list, name, type Sql, sql } from './sql.ts'
import { isOrdered, systemColumn } from './system-fields.ts'
import { verifiedAtSql, verifiedField } from './verified-at.ts'

/** One sort column; the id always comes last, so that every order is total. */
export type SortKey = { field: string; descending: boolean; expression: Sql; cast: Sql }

/** `-updatedAt` or `name,-amount`: at most three fields, or parts of them such as `region.province`. */
export function parseSort(ctx: Context, type: ObjectType, text: string): SortKey[] {
  const parts = text.split(',').filter(Boolean)
  if (!parts.length || parts.length > 3) throw new AppError(400, 'request.invalid', { params: { detail: 'sort' } })
  const keys = parts.map((part) => sortKey(ctx, type, part.replace(/^-/, ''), part.startsWith('-')))
  const descending = keys.at(-1)?.descending ?? true
  return [...keys, { field: 'id', descending, expression: name(type.table, 'id'), cast: sql`uuid` }]
}

function sortKey(ctx: Context, type: ObjectType, field: string, descending: boolean): SortKey {
  const system = systemColumn(field, type)
  if (system && !isOrdered(system)) throw new AppError(400, 'field.not_sortable', { params: { field } })
  if (system) return { field, descending, expression: name(type.table, system.name), cast: sql.raw(system.type) }
  const verified = verifiedField(type, field)
  if (verified && !isHiddenNamed(ctx, type, verified.name)) {
    const expression = verifiedAtSql(type, verified.name, type.table)
    return { field, descending, expression, cast: sql`timestamptz` }
  }
  const { bound, prefix } = partOf(type, field)
  const [column] = bound.columns
  if (!column || bound.sealed || bound.kind.sort === 'none' || isVeiled(ctx, type, bound)) {
    throw new AppError(400, 'field.not_sortable', { params: { field: bound.field.label[ctx.locale] } })
  }
  const ref = name(type.table, column.name)
  const whole = bound.kind.sort === 'pinyin' ? sql`${ref} collate "zh-x-icu"` : ref
  const expression = prefix === undefined ? whole : sql`left(${whole}, ${prefix})`
  return { field, descending, expression, cast: sql.raw(column.type) }
}

export function isSortable(type: ObjectType, field: string): boolean {
  const bound = type.fields.get(field)
  return Boolean(bound?.stored && !bound.sealed && bound.kind.sort !== 'none')
}

/** Empty values come last in either direction. */
export function orderBy(keys: readonly SortKey[]): Sql {
  return list(
    keys.map(
      ({ expression, descending, field }) =>
        sql`${expression} ${sql.raw(descending ? 'desc' : 'asc')}${sql.raw(neverEmpty(field) ? '' : ' nulls last')}`,
    ),
  )
}

function neverEmpty(field: string): boolean {
  return ['id', 'createdAt', 'updatedAt', 'version'].includes(field)
}

/** Records after the cursor in the order of `keys`. Equal directions compare as one row, which an index can walk. */
export function afterCursor(keys: readonly SortKey[], values: readonly unknown[]): Sql {
  const descending = keys[0]?.descending
  if (keys.every((key) => neverEmpty(key.field) && key.descending === descending)) {
    const left = list(keys.map(({ expression }) => expression))
    const right = list(keys.map(({ cast }, index) => sql`${values[index]}::${cast}`))
    return sql`(${left}) ${sql.raw(descending ? '<' : '>')} (${right})`
  }
  return nested(keys, values, 0)
}

function nested(keys: readonly SortKey[], values: readonly unknown[], at: number): Sql {
  const key = keys[at]
  if (!key) return sql`false`
  const rest = nested(keys, values, at + 1)
  if (values[at] === null) return sql`(${key.expression} is null and ${rest})`
  const value = sql`${values[at]}::${key.cast}`
  const further = sql`${key.expression} ${sql.raw(key.descending ? '<' : '>')} ${value}`
  const beyond = neverEmpty(key.field) ? further : sql`(${further} or ${key.expression} is null)`
  return sql`(${beyond} or (${key.expression} = ${value} and ${rest}))`
}
