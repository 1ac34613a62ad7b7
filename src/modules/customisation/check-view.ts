import { type Context, checkKeptFilter, type Values } from '#kernel'
import type { Filter } from '#shared/filter'

/** A saved view's conditions may be kept. */
export function checkView(ctx: Context, values: Values, before: Values | null): void {
  const where = whereOf(values.settings)
  if (where === undefined) return
  const name = values.object ?? before?.object
  const type = typeof name === 'string' ? ctx.kernel.registry.objects.get(name) : undefined
  if (type) checkKeptFilter(ctx, type, { where, path: 'settings' })
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
