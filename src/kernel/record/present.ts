import { veiled } from '../access/field-access.ts'
import type { Context } from '../context.ts'
import type { ObjectType } from '../object/object-type.ts'
import type { Stored } from './row-codec.ts'

/** A record as its reader may see it. Whatever leaves the record core has been through here. */
export function present(ctx: Context, type: ObjectType, record: Stored): Stored {
  const { values, masked } = veiled(ctx, type, record.values)
  return masked ? { ...record, values, masked } : record
}
