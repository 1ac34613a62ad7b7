import { AppError } from '#shared/app-error'
import { isVeiled } from '../access/field-access.ts'
import { countSearch } from '../access/search-quota.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import { fieldOf, type ObjectType, partOf } from '../object/object-type.ts'
import { searchIds } from '../query/search.ts'
import { all, list, name, type Sql, sql } from '../query/sql.ts'
import { conditionsOf, type ListQuery } from './list.ts'
import { loadTitles } from './references.ts'

/** `sums`: in the form of the field's values; null where nothing was there, or where what was is told in different units, such as currencies. */
type Group = { value: unknown; count: number; sums: Record<string, unknown> }

export type Groups = { groups: Group[]; titles: Record<string, string> }

const mostGroups = 500

/**
 * Counts and sums by the values of one field, or by a part that they begin with (`region.province`), within the reader's scope;
 * arrays count once for each of their values.
 */
export async function groupBy(
  ctx: Context,
  type: ObjectType,
  by: string,
  query: Pick<ListQuery, 'where' | 'search' | 'deleted'> & { sums?: readonly string[] },
): Promise<Groups> {
  const { bound, prefix } = classOf(ctx, type, by)
  const sums = (query.sums ?? []).map((field) => summable(ctx, type, field))
  if (query.search) await countSearch(ctx, type, { text: query.search, deleted: query.deleted })
  const grouped = async (tx: Context): Promise<Groups> => {
    const groups = await read(tx, type, { bound, prefix, sums, query })
    const target = bound.kind.target?.(bound.field)
    const titles = target
      ? await loadTitles(
          tx,
          tx.type(target),
          groups.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
        )
      : {}
    return { groups, titles }
  }
  const found = await ctx.reading(grouped, { many: true })
  await ctx.kernel.audit.write(
    auditRow(ctx, { action: 'group', object: type.name, fields: [bound.name, ...(query.sums ?? [])] }),
  )
  return found
}

export function isSummable({ sealed, columns: [column] }: BoundField): boolean {
  return !sealed && ['bigint', 'integer', 'numeric'].includes(column?.type ?? '')
}

/** What records are classed by: a field whose values the reader may meet, or a part of one. */
export function classOf(ctx: Context, type: ObjectType, by: string): ReturnType<typeof partOf> {
  const { bound, prefix } = partOf(type, by)
  if (!bound.stored || bound.sealed || !bound.kind.groupable || isVeiled(ctx, type, bound)) {
    throw new AppError(400, 'field.operator_unknown', {
      params: { field: bound.field.label[ctx.locale], operator: 'group' },
    })
  }
  return { bound, prefix }
}

function summable(ctx: Context, type: ObjectType, field: string): BoundField {
  const bound = fieldOf(type, field)
  if (!isSummable(bound) || isVeiled(ctx, type, bound)) {
    throw new AppError(400, 'field.operator_unknown', {
      params: { field: bound.field.label[ctx.locale], operator: 'sum' },
    })
  }
  return bound
}

async function read(
  ctx: Context,
  type: ObjectType,
  {
    bound,
    prefix,
    sums,
    query,
  }: ReturnType<typeof classOf> & {
    sums: readonly BoundField[]
    query: Pick<ListQuery, 'where' | 'search' | 'deleted'>
  },
): Promise<Group[]> {
  const [column] = bound.columns
  if (!column) return []
  const source = query.search
    ? sql`${name(type.table)} join (${searchIds(ctx, type, { text: query.search, deleted: query.deleted })}) as found on found.id = ${name(type.table, 'id')}`
    : name(type.table)
  const array = column.type.endsWith('[]')
  const whole: Sql = array ? name('part', 'value') : name(type.table, column.name)
  const value = prefix === undefined ? whole : sql`left(${whole}, ${prefix})`
  const parts = array ? sql` left join lateral unnest(${name(type.table, column.name)}) as part(value) on true` : sql``
  const totals = sums.map((sum) => sql`, ${totalOf(type, sum)}`)
  const rows = await ctx.db.tuples(sql`
    select ${value}, count(*)${totals.length ? list(totals, sql``) : sql``} from ${source}${parts}
    where ${all(conditionsOf(ctx, type, query))} group by 1 order by 2 desc, 1 limit ${mostGroups}`)
  return rows.map(([key, count, ...figures]) => ({
    value: key ?? null,
    count: Number(count),
    sums: sumsOf(sums, figures),
  }))
}

/** The sum of a field's first column, and the other ones, such as a currency, where all records agree. */
function totalOf(type: ObjectType, { columns: [amount, ...units] }: BoundField): Sql {
  const sum = sql`sum(${name(type.table, amount?.name ?? '')})`
  if (!units.length) return sum
  const told = units.map((unit) => name(type.table, unit.name))
  const agree = all(told.map((unit) => sql`min(${unit}) = max(${unit})`))
  return sql`case when ${agree} then ${sum} end, ${list(told.map((unit) => sql`min(${unit})`))}`
}

function sumsOf(sums: readonly BoundField[], figures: readonly unknown[]): Record<string, unknown> {
  let at = 0
  return Object.fromEntries(
    sums.map(({ name: field, kind, columns }) => {
      const [sum, ...units] = figures.slice(at, at + columns.length)
      at += columns.length
      return [field, sum === null ? null : (kind.fromRow?.([sum, ...units]) ?? Number(sum))]
    }),
  )
}
