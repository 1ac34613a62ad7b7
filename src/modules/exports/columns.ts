import { type Context, fieldAccess, type ObjectType } from '#kernel'
import { AppError } from '#shared/app-error'

export type Column = ObjectType['stored'][number]

/** Columns that an export may have at all, to its reader: what is stored, no file, and nothing hidden. */
function offered(ctx: Context, type: ObjectType): Column[] {
  return type.stored.filter((bound) => !bound.kind.holdsFiles && fieldAccess(ctx, type, bound) !== 'hidden')
}

/** Those that were named, in their order; none named = all but the highest level, which is only ever exported by name. */
export function columnsOf(ctx: Context, type: ObjectType, named: unknown): Column[] {
  const all = offered(ctx, type)
  if (named === null || named === undefined || (Array.isArray(named) && !named.length))
    return atLeastOne(all.filter(({ field }) => field.level < 3))
  if (!Array.isArray(named)) throw unknown(String(named))
  return atLeastOne([...new Set(named)].map((name) => all.find((bound) => bound.name === name) ?? refuse(String(name))))
}

/** What is still to be seen of the columns that were signed, by their names. */
export function columnsLeft(ctx: Context, type: ObjectType, names: readonly string[]): Column[] {
  const all = offered(ctx, type)
  return atLeastOne(names.flatMap((name) => all.find((bound) => bound.name === name) ?? []))
}

function atLeastOne(columns: Column[]): Column[] {
  if (columns.length) return columns
  throw new AppError(422, 'export.columns_none', { errors: [{ path: 'columns', code: 'export.columns_none' }] })
}

function refuse(field: string): never {
  throw unknown(field)
}

function unknown(field: string): AppError {
  const code = 'request.unknown_field'
  return new AppError(422, code, { params: { field }, errors: [{ path: 'columns', code, params: { field } }] })
}

/** What is sealed is never plain, whatever level a company has given it. */
export function levelOf({ field, sealed }: Column): number {
  return sealed ? Math.max(field.level, 2) : field.level
}

/** Each column with its level, for whoever signs. */
export function columnWords(ctx: Context, columns: readonly Column[]): string {
  const level = { zh: (of: number) => `（${of} 级）`, en: (of: number) => ` (level ${of})` }[ctx.locale]
  return columns.map((column) => column.field.label[ctx.locale] + level(levelOf(column))).join('\n')
}

/** Headings as an import knows them: the label, or the name where two fields bear one label. */
export function headingsOf(ctx: Context, type: ObjectType, columns: readonly Column[]): string[] {
  const labels = type.stored.map(({ field }) => field.label[ctx.locale])
  return columns.map(({ name, field }) => {
    const label = field.label[ctx.locale]
    return labels.filter((each) => each === label).length > 1 ? name : label
  })
}
