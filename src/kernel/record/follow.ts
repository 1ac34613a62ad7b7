import { isDeepStrictEqual } from 'node:util'
import type { Context } from '../context.ts'
import type { Values, Write, WrittenRecord } from '../object/hooks.ts'
import type { ObjectType } from '../object/object-type.ts'

/** Lets modules follow a write; each is told of its own fields alone. */
export async function follow(
  ctx: Context,
  type: ObjectType,
  { action, records }: Omit<Write, 'object'>,
): Promise<void> {
  for (const { fields, whole, follow: next } of type.hooks.followers) {
    const told = whole ? records : records.map((record) => toldOf(record, fields ?? []))
    const concerned = fields ? told.filter(({ before, after }) => !isDeepStrictEqual(before, after)) : told
    if (concerned.length) await next(ctx, { object: type.name, action, records: concerned })
  }
}

function toldOf({ id, before, after }: WrittenRecord, fields: readonly string[]): WrittenRecord {
  const part = (values: Values | null): Values | null =>
    values && Object.fromEntries(fields.map((field) => [field, values[field] ?? null]))
  return { id, before: part(before), after: part(after) }
}
