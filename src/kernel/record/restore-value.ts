import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import { findChange } from './history.ts'
import { load } from './load.ts'
import { type Updated, update } from './update.ts'

/** Puts back the value that a field had before one of its changes; itself a change that the history shows. */
export async function restoreValue(
  ctx: Context,
  type: ObjectType,
  id: string,
  options: { change: string; version: number },
): Promise<Updated> {
  await load(ctx, type, id)
  const { id: undoOf, field, before } = await findChange(ctx, type, id, options.change)
  return update(ctx, type, id, { [field]: before }, { version: options.version, undoOf })
}
