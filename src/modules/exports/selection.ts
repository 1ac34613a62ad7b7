import { z } from 'zod'
import { type Context, checkFilter, type ListQuery, type ObjectType } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Filter, ParsedFilter } from '#shared/filter'

const most = 1_000

const shape = z.strictObject({
  where: z.record(z.string(), z.unknown()).optional(),
  search: z.string().max(200).optional(),
  sort: z.string().max(200).optional(),
  ids: z.array(z.uuid()).min(1).max(most).optional(),
})
type Selection = z.infer<typeof shape>

/** What a record keeps of the records that were chosen: conditions of a list, or ids. */
export function readSelection(value: unknown): Selection {
  const { data, error } = shape.safeParse(value ?? {})
  if (data) return data
  const issue = error.issues[0]
  const params = { detail: `${issue?.path.join('.') || 'selection'}: ${issue?.message}` }
  const code = 'export.selection_invalid'
  throw new AppError(422, code, { params, errors: [{ path: 'selection', code, params }] })
}

/** In the order of their ids, which is that of their making, where none was asked for: what is new meanwhile comes last, and nothing moves. */
export function queryOf({ where, search, sort, ids }: Selection): ListQuery {
  // Any object may be tried as a filter: parsing checks each of its keys.
  const conditions = [...(where ? [where as Filter] : []), ...(ids ? [{ id: { in: ids } }] : [])]
  const [only] = conditions
  return {
    where: conditions.length > 1 ? { and: conditions } : only,
    search: search?.trim() || undefined,
    sort: sort || 'id',
  }
}

const words = {
  zh: { all: '全部', chosen: (count: number) => `选中的 ${count} 条`, search: '搜索', or: ' 或 ', not: '非' },
  en: { all: 'All', chosen: (count: number) => `${count} chosen`, search: 'Search', or: ' or ', not: 'not ' },
} as const

/** The conditions for whoever signs. What is sealed elsewhere, and what looks like a number of somebody, is not written out. */
export function criteriaOf(ctx: Context, type: ObjectType, { where, search, ids }: Selection): string {
  const say = words[ctx.locale]
  const told = [
    ...(ids ? [say.chosen(ids.length)] : []),
    ...(search ? [`${say.search}: ${search.replace(/\d{4,}|\S+@\S+/g, '***')}`] : []),
    ...(where ? [filterWords(ctx, type, checkFilter(ctx, type, where as Filter))] : []),
  ]
  return told.filter(Boolean).join('; ') || say.all
}

function filterWords(ctx: Context, type: ObjectType, filter: ParsedFilter): string {
  const say = words[ctx.locale]
  const each = (parts: readonly ParsedFilter[]): string[] => parts.map((part) => filterWords(ctx, type, part))
  if (filter.type === 'and') return each(filter.all).join('; ')
  if (filter.type === 'or') return `(${each(filter.any).join(say.or)})`
  if (filter.type === 'not') return `${say.not}(${filterWords(ctx, type, filter.not)})`
  const { field, operator, argument } = filter
  const label = type.fields.get(field)?.field.label[ctx.locale] ?? field
  return `${label} ${signs[operator]} ${argumentWords(ctx, type, filter)}`.trim() + (argument === undefined ? '?' : '')
}

const signs = {
  eq: '=',
  ne: '≠',
  in: '∈',
  notIn: '∉',
  lt: '<',
  lte: '≤',
  gt: '>',
  gte: '≥',
  contains: '∋',
  startsWith: '^',
  withinDays: '∈',
  under: '⊂',
  tail: '$',
  hasAny: '∩',
  hasAll: '⊇',
  empty: '∅',
} as const

function argumentWords(ctx: Context, type: ObjectType, { field, argument }: ParsedFilter & { type: 'test' }): string {
  const bound = type.fields.get(field)
  if (bound?.sealed) return '***'
  const word = (value: unknown): string => {
    if (typeof value === 'boolean' || !bound || typeof value !== 'string') return String(value)
    return bound.kind.format(value, bound.field, ctx.formatEnv())
  }
  return (Array.isArray(argument) ? argument.map(word) : [word(argument)]).join(', ')
}
