import { AppError } from '#shared/app-error'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { changedFields } from './changed-fields.ts'
import { load } from './load.ts'
import { normalise } from './normalise.ts'

/**
 * Whether somebody who does not see a value says the same, as its kind understands both; told in this process alone. What cannot be
 * read as a value is refused. `stands`: as if a change that waits were made. Answers the version that was compared.
 */
export async function agrees(
  ctx: Context,
  type: ObjectType,
  id: string,
  { field, value, stands }: { field: string; value: unknown; stands?: Readonly<Record<string, unknown>> },
): Promise<{ same: boolean; version: number }> {
  const system = ctx.asSystem('compare what was keyed again')
  const record = await system.reading((tx) => load(tx, type, id))
  const { values, unread } = normalise(system, type, { [field]: value })
  const [bad] = unread
  if (bad) throw new AppError(422, bad.code, { params: bad.params, errors: unread })
  const first = { ...record.values, ...stands }
  return { same: changedFields(type, first, { ...first, ...values }).length === 0, version: record.version }
}
