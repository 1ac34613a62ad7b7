import type { ObjectType } from '../object/object-type.ts'
import type { Stored } from './row-codec.ts'

/** The file that a record lives on; its own for what is held by persons. */
export function fileOf(type: ObjectType, { id, values }: Pick<Stored, 'id' | 'values'>): string {
  return type.parent ? String(values[type.parent.field]) : id
}
