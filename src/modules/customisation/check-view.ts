import { type Context, checkFilter, type ObjectType, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Filter, ParsedFilter } from '#shared/filter'

/** A saved view stands in the database as it is: its conditions make sense, and none of them holds a value that is sealed elsewhere. */
export function checkView(ctx: Context, values: Values, before: Values | null): void {
  const where = whereOf(values.settings)
  if (where === undefined) return
  const name = values.object ?? before?.object
  const type = typeof name === 'string' ? ctx.kernel.registry.objects.get(name) : undefined
  if (type) refuseSealed(ctx, type, checkFilter(ctx, type, where))
}

function whereOf(settings: unknown): Filter | undefined {
  const read: unknown = typeof settings === 'string' ? parsedJson(settings) : settings
  if (typeof read !== 'object' || read === null || !('where' in read)) return undefined
  // Any object may be tried as a filter: parsing checks each of its keys.
  return read.where as Filter
}

// What is no JSON is refused by its kind.
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuseSealed(ctx: Context, type: ObjectType, filter: ParsedFilter): void {
  if (filter.type === 'and') for (const part of filter.all) refuseSealed(ctx, type, part)
  if (filter.type === 'or') for (const part of filter.any) refuseSealed(ctx, type, part)
  if (filter.type === 'not') refuseSealed(ctx, type, filter.not)
  if (filter.type !== 'test' || filter.operator === 'empty') return
  const bound = type.fields.get(filter.field)
  if (!bound?.sealed) return
  const code = 'view.sealed_condition'
  const params = { field: bound.field.label[ctx.locale] }
  throw new AppError(422, code, { params, errors: [{ path: 'settings', code, params }] })
}
