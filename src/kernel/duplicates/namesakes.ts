import type { DuplicateHint } from '#shared/wire'
import { fieldAccess } from '../access/field-access.ts'
import { scope } from '../access/scope.ts'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { all, name, type Sql, sql } from '../query/sql.ts'
import { list } from '../record/list.ts'

type Values = Readonly<Record<string, unknown>>

/** More than these are no likeness but a common word. */
const most = 4

/**
 * By which fields an entry is compared, for objects that say nothing of what makes two records one: the name that is its title, and
 * values that are found whole. Never by values that the reader sees as masks: the answer would tell one.
 */
export function tellingFields(ctx: Context, type: ObjectType): readonly BoundField[] {
  return type.stored.filter((bound) => {
    const { name: field, kind, sealed } = bound
    const isFound = sealed ? kind.lookups : field === type.definition.title || bound.field.indexed
    return kind.likeness && isFound && !bound.field.hidden && fieldAccess(ctx, type, bound) === 'edit'
  })
}

/** Records within the reader's sight that bear the same title, or one of the same values; of others nothing is said. */
export async function namesakes(ctx: Context, type: ObjectType, values: Values): Promise<DuplicateHint> {
  const fields = tellingFields(ctx, type).filter(({ name: field }) => isSaid(values[field]))
  const found: { id: string; field: string }[] = []
  for (const bound of fields) {
    const rows = await ctx.db.rows<{ id: string }>(sql`
      select id from ${name(type.table)} where ${all([
        same(ctx, type, bound, values[bound.name]),
        sql`${name(type.table, 'deleted_at')} is null`,
        scope(ctx, type, 'read'),
      ])} limit ${most + 1}`)
    if (rows.length <= most) found.push(...rows.map(({ id }) => ({ id, field: bound.name })))
  }
  if (!found.length) return { records: [], hidden: false }
  const { title } = type.definition
  const where = { id: { in: [...new Set(found.map(({ id }) => id))] } }
  const { items } = await list(ctx, type, { where, fields: [title], uncounted: true })
  const records = items.map(({ id, values: shown }) => ({
    id,
    title: String(shown[title] ?? ''),
    verdict: 'perhaps' as const,
    reasons: found.filter((one) => one.id === id).map(({ field }) => ({ field, agreement: 'same' as const })),
  }))
  return { records, hidden: false }
}

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}

function same(ctx: Context, type: ObjectType, { name: field, kind, sealed, columns }: BoundField, value: unknown): Sql {
  if (!sealed) return sql`${name(type.table, columns[0]?.name ?? '')} collate "zh-x-icu" = ${String(value)}`
  const equal = kind.lookups?.(value).equal
  const hashes = equal === undefined ? [] : ctx.kernel.codec.hashes(kind.name, equal)
  return sql`${name(type.table, 'id')} in (select record_id from lookup
    where kind = ${kind.name} and hash = any(${hashes}::bytea[]) and object = ${type.name} and field = ${field})`
}
