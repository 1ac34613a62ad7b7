import { AppError } from '#shared/app-error'
import { isVeiled } from '../access/field-access.ts'
import { countSearch } from '../access/search-quota.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { BoundField } from '../object/bound-field.ts'
import { fieldOf, type ObjectType } from '../object/object-type.ts'
import { calendarColumns, type GroupKey, groupKey } from '../query/group-key.ts'
import { all, list, name, type Sql, sql } from '../query/sql.ts'
import { conditionsOf, type ListQuery, sourceOf } from './list.ts'
import { loadTitles } from './references.ts'

/**
 * `sums`: in the form of the field's values; null where nothing was there, or where what was is told in different units, such as
 * currencies. `span`: of a stretch of the calendar, from when on and until before when its values lie.
 */
type Group = { value: unknown; count: number; sums: Record<string, unknown>; span?: readonly [string, string] }

export type Groups = { groups: Group[]; titles: Record<string, string> }

/** `per`: by what the values fall into, such as months. */
export type GroupQuery<Where = ListQuery['where']> = Pick<ListQuery, 'search' | 'deleted' | 'printed'> & {
  where?: Where
  sums?: readonly string[]
  per?: string
}

/** Of a calendar the latest ones. */
const mostGroups = 500

/**
 * Counts and sums by the values of one field or by a part that they begin with (`region.province`), or of all records together,
 * within the reader's scope; arrays count once for each of their values.
 */
export async function groupBy(
  ctx: Context,
  type: ObjectType,
  by: string | undefined,
  query: GroupQuery,
): Promise<Groups> {
  const { key, sums } = checkGroups(ctx, type, { ...query, by })
  if (query.search) await countSearch(ctx, type, { text: query.search, deleted: query.deleted })
  const grouped = async (tx: Context): Promise<Groups> => {
    const groups = await read(tx, type, { key, sums, query })
    const titles = key?.target
      ? await loadTitles(
          tx,
          tx.type(key.target),
          groups.flatMap(({ value }) => (typeof value === 'string' ? [value] : [])),
        )
      : {}
    return { groups, titles }
  }
  const found = await ctx.reading(grouped, { many: true })
  const fields = [...(key ? [key.field] : []), ...(query.sums ?? [])]
  const act = query.printed
    ? ({ action: 'print', detail: { as: query.printed } } as const)
    : { action: 'group' as const }
  await ctx.kernel.audit.write(auditRow(ctx, { ...act, object: type.name, fields }))
  return found
}

type Asked = { key?: GroupKey; sums: readonly BoundField[] }

/** Refuses groups and sums that the reader may not ask for. */
export function checkGroups(
  ctx: Context,
  type: ObjectType,
  { by, per, sums = [] }: { by?: string; per?: string; sums?: readonly string[] },
): Asked {
  if (by === undefined && per !== undefined)
    throw new AppError(400, 'request.invalid', { params: { detail: 'per: by' } })
  return {
    key: by === undefined ? undefined : groupKey(ctx, type, by, per),
    sums: sums.map((field) => summable(ctx, type, field)),
  }
}

export function isSummable({ sealed, columns: [column] }: BoundField): boolean {
  return !sealed && ['bigint', 'integer', 'numeric'].includes(column?.type ?? '')
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
  { key, sums, query }: Asked & { query: GroupQuery },
): Promise<Group[]> {
  const source = sql`${sourceOf(ctx, type, query)}${key?.parts ?? sql``}`
  const figures = list([sql`count(*) as count`, ...sums.map((sum) => totalOf(type, sum))])
  const where = all(conditionsOf(ctx, type, query))
  if (!key) {
    const rows = await ctx.db.tuples(sql`select null, ${figures} from ${source} where ${where}`)
    return rows.map((row) => groupOf(sums, row))
  }
  // A calendar without its last years would not be one.
  const order = key.calendar ? sql`1 desc nulls first` : sql`2 desc, 1`
  const grouped = sql`select ${key.expression} as key, ${figures} from ${source} where ${where} group by 1 order by ${order} limit ${mostGroups}`
  if (!key.calendar) return (await ctx.db.tuples(grouped)).map((row) => groupOf(sums, row))
  const [first, from, until] = calendarColumns(ctx, key.calendar, name('grouped', 'key'))
  const rows = await ctx.db.tuples(sql`select ${first}, ${from}, ${until}, grouped.* from (${grouped}) as grouped`)
  const bound = (at: unknown): string => (key.calendar?.isDay ? String(at) : new Date(String(at)).toISOString())
  return rows.map(([day, begin, end, start, ...rest]) => ({
    ...groupOf(sums, [day, ...rest]),
    ...(start !== null && { span: [bound(begin), bound(end)] as const }),
  }))
}

function groupOf(sums: readonly BoundField[], [key, count, ...figures]: readonly unknown[]): Group {
  return { value: key ?? null, count: Number(count), sums: sumsOf(sums, figures) }
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
