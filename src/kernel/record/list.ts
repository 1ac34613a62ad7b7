import { AppError } from '#shared/app-error'
import type { Filter } from '#shared/filter'
import { countReads, countsReads } from '../access/read-quota.ts'
import { scope, scopeInOrder } from '../access/scope.ts'
import { countSearch } from '../access/search-quota.ts'
import { auditRow } from '../audit/audit-row.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { countUpTo } from '../query/count.ts'
import { decodeCursor, encodeCursor } from '../query/cursor.ts'
import { filterSql } from '../query/filter-sql.ts'
import { parseFilter } from '../query/parse-filter.ts'
import { searchIds } from '../query/search.ts'
import { afterCursor, orderBy, parseSort, type SortKey } from '../query/sort.ts'
import { all, compileSql, list as listSql, name, type Sql, sql } from '../query/sql.ts'
import { chosenFields } from './chosen-fields.ts'
import { present } from './present.ts'
import { titlesOf } from './references.ts'
import { decodeRows, type Stored, selectList } from './row-codec.ts'

export type ListQuery = {
  search?: string
  where?: Filter
  sort?: string
  limit?: number
  after?: string
  /** The recycle bin instead of the live records. */
  deleted?: boolean
  /** Only these fields are read and answered. */
  fields?: readonly string[]
  /** Skips counting, for callers that only walk through. */
  uncounted?: boolean
  /** Number of the export by which they leave: only what may also be exported, and the trail says so. */
  exported?: string
  /** How they leave the page: only what may also be printed, and the trail says so. */
  printed?: PrintedAs
}

/** On paper, by the clipboard, as labels, or as a picture of what they come to. */
export type PrintedAs = 'paper' | 'copy' | 'label' | 'picture'

export type Page = {
  items: Stored[]
  next: string | null
  total: number
  totalExact: boolean
  titles: Record<string, string>
}

const defaultLimit = 50
const largestLimit = 200

/** A page of the records that the reader may see, by keyset; the trail has it before it is answered. */
export async function list(ctx: Context, type: ObjectType, query: ListQuery = {}): Promise<Page> {
  if (query.search) await countSearch(ctx, type, { text: query.search, deleted: query.deleted })
  const { page, files } = await ctx.reading((tx) => readPage(tx, type, query), { many: true })
  await countReads(ctx, type, files)
  await ctx.kernel.audit.write(
    auditRow(ctx, {
      action: query.exported ? 'export' : query.printed ? 'print' : query.search ? 'search' : 'list',
      object: type.name,
      records: page.items.map(({ id }) => id),
      fields: query.fields && namesRead(type, query.fields),
      detail: query.exported
        ? { export: query.exported }
        : { total: page.total, ...(query.printed ? { as: query.printed } : {}) },
    }),
  )
  return page
}

/** `files`: those that the records of the page stand on, where somebody counts. */
type ReadPage = { page: Page; files: readonly string[] }

async function readPage(ctx: Context, type: ObjectType, query: ListQuery): Promise<ReadPage> {
  const limit = limitOf(query.limit)
  const fields = query.fields ? chosenFields(type, query.fields) : type.stored
  const keys = sortKeys(ctx, type, query)
  const conditions = conditionsOf(ctx, type, query)
  const source = sourceOf(ctx, type, query)
  const paged = query.after ? [...conditions, afterCursor(keys, decodeCursor(query.after, keys.length))] : conditions
  const owner = type.parent && countsReads(ctx, type) ? [name(type.table, type.parent.column)] : []
  const counted = isWhole(query) ? [sql`count(*) over ()`] : []
  const head = [...keys.map(({ expression }) => expression), ...counted, ...owner]
  const rows = await ctx.db.tuples(sql`
    select ${listSql(head)}, ${selectList(ctx, type, fields)}
    from ${source} where ${all(paged)} order by ${orderBy(keys)} limit ${limit + 1}`)
  const shown = rows.slice(0, limit)
  const stored = await decodeRows(
    ctx,
    type,
    shown.map((row) => row.slice(head.length)),
    fields,
  )
  const items = stored.map((record) => present(ctx, type, record))
  const last = shown.at(-1)
  const next = rows.length > limit && last ? encodeCursor(last.slice(0, keys.length)) : null
  const [total, titles] = await Promise.all([
    query.uncounted
      ? { total: items.length, totalExact: false }
      : isWhole(query)
        ? { total: Number(rows[0]?.[keys.length] ?? 0), totalExact: true }
        : countPage(ctx, { source, conditions, query, items, next }),
    titlesOf(ctx, type, items, query.fields),
  ])
  const files = shown.map((row, at) => (owner.length ? String(row[head.length - 1]) : (items[at]?.id ?? '')))
  return { page: { items, next, ...total, titles }, files }
}

export function sourceOf(ctx: Context, type: ObjectType, { search, deleted }: ListQuery): Sql {
  if (!search) return name(type.table)
  return sql`${name(type.table)} join (${searchIds(ctx, type, { text: search, deleted })}) as found on found.id = ${name(type.table, 'id')}`
}

/** What was asked for, and what it was worked out from: both are in the answer. */
function namesRead(type: ObjectType, asked: readonly string[]): readonly string[] {
  return [...new Set([...asked, ...chosenFields(type, asked).map((field) => field.name)])]
}

/** What a search finds is ranked as a whole before its first page, and counted while it is there. */
function isWhole({ search, after, uncounted }: ListQuery): boolean {
  return Boolean(search) && !after && !uncounted
}

function limitOf(limit = defaultLimit): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > largestLimit)
    throw new AppError(400, 'request.invalid', { params: { detail: `limit: 1-${largestLimit}` } })
  return limit
}

/** Found records come best match first, unless the reader asks for another order. */
function sortKeys(ctx: Context, type: ObjectType, { search, sort }: ListQuery): SortKey[] {
  const keys = parseSort(ctx, type, sort ?? '-updatedAt')
  if (!search || sort) return keys
  return [{ field: 'rank', descending: false, expression: sql`found.rank`, cast: sql`integer` }, ...keys]
}

export function conditionsOf(
  ctx: Context,
  type: ObjectType,
  { where, deleted, exported, printed }: Pick<ListQuery, 'where' | 'deleted' | 'exported' | 'printed'>,
): Sql[] {
  return [
    scopeInOrder(ctx, type),
    ...(exported === undefined ? [] : [scope(ctx, type, 'export')]),
    ...(printed === undefined ? [] : [scope(ctx, type, 'print')]),
    sql`${name(type.table, 'deleted_at')} is ${deleted ? sql`not null` : sql`null`}`,
    ...(where ? [filterSql(ctx, type, parseFilter(ctx, type, where), type.table)] : []),
  ]
}

/** A first page that is also the last has been counted by reading it. */
async function countPage(
  ctx: Context,
  {
    source,
    conditions,
    query,
    items,
    next,
  }: { source: Sql; conditions: readonly Sql[]; query: ListQuery; items: readonly Stored[]; next: string | null },
): Promise<{ total: number; totalExact: boolean }> {
  if (!query.after && !next) return { total: items.length, totalExact: true }
  const counted = sql`from ${source} where ${all(conditions)}`
  const { text, values } = compileSql(counted)
  return ctx.kernel.totals.of(JSON.stringify([text, values]), () => countUpTo(ctx.db, counted))
}
