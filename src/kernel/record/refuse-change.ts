import { AppError } from '#shared/app-error'
import { isHiddenNamed, veiledValue } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { fieldsChangedSince } from './history.ts'
import type { Unread } from './normalise.ts'
import type { Stored } from './row-codec.ts'

/**
 * Somebody else was faster: says what they changed. `undone`: the patch comes out of the history; its values were not typed by who
 * puts them back, and may be masks to them.
 */
export async function refuseStale(
  ctx: Context,
  type: ObjectType,
  before: Stored,
  { patch, version, undone }: { patch: Readonly<Record<string, unknown>>; version: number; undone: boolean },
): Promise<never> {
  const all = await fieldsChangedSince(ctx, type, before.id, version)
  const changes = all.filter(({ field }) => !isHiddenNamed(ctx, type, field))
  const labels = changes.map(({ field }) => type.fields.get(field)?.field.label[ctx.locale] ?? field)
  const shown = (field: string, value: unknown): unknown => veiledValue(ctx, type, field, value ?? null)
  throw new AppError(409, 'record.stale', {
    params: { fields: [...new Set(labels)] },
    details: {
      version: before.version,
      changes: changes.map((change) => ({
        ...change,
        yours: undone ? shown(change.field, patch[change.field]) : (patch[change.field] ?? null),
        theirs: shown(change.field, before.values[change.field]),
      })),
    },
  })
}

/** Values that could not be read. What comes out of the history is not repeated. */
export function refuseUnread(unread: readonly Unread[], undone: boolean): void {
  const errors = unread.map(({ path, code, params: { input, ...params } = {} }) => ({
    path,
    code,
    params: undone || input === undefined ? params : { input, ...params },
  }))
  const [bad] = errors
  if (bad) throw new AppError(422, bad.code, { params: bad.params, errors })
}
