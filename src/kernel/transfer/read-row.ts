import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { normalise, type Unread } from '../record/normalise.ts'
import { type NameCache, resolver } from './resolve-names.ts'

/** What a row gives of a record, and what of it cannot be read; an empty cell gives nothing. */
export function readRow(
  ctx: Context,
  type: ObjectType,
  input: Readonly<Record<string, unknown>>,
  names: NameCache,
): { values: Readonly<Record<string, unknown>>; unread: readonly Unread[] } {
  const { values, unread } = normalise(ctx, type, input, { past: true, resolve: resolver(names) })
  const given = Object.entries(values).filter(([, value]) => !isEmpty(value))
  return { values: Object.fromEntries(given), unread }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && !value.length)
}
