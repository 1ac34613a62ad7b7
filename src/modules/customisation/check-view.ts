import { type Context, checkKeptFilter, requireDuty, type Values } from '#kernel'
import { AppError } from '#shared/app-error'
import type { Filter } from '#shared/filter'

/** A saved view's conditions may be kept. With which view a list begins for a role, those say who set the house up. */
export function checkView(ctx: Context, values: Values, before: Values | null): void {
  checkDefault(ctx, values, before)
  const where = whereOf(values.settings)
  if (where === undefined) return
  const name = values.object ?? before?.object
  const type = typeof name === 'string' ? ctx.kernel.registry.objects.get(name) : undefined
  if (type) checkKeptFilter(ctx, type, { where, path: 'settings' })
}

function checkDefault(ctx: Context, values: Values, before: Values | null): void {
  const after = { ...before, ...values }
  const named = defaults.filter((field) => !isNone(after[field]))
  if (named.some((field) => isOther(values, before, field))) requireDuty(ctx, 'settings')
  // Values are not read yet here: whatever is not plainly shared is taken for private.
  const [path] = named
  if (path === undefined || after.shared === true) return
  const code = 'view.default_not_shared'
  throw new AppError(422, code, { errors: [{ path, code, params: {} }] })
}

const defaults = ['defaultFor', 'defaultForOwn']

function isNone(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function isOther(values: Values, before: Values | null, field: string): boolean {
  return field in values && JSON.stringify(values[field]) !== JSON.stringify(before?.[field])
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
