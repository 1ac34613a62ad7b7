import { randomUUIDv7 } from 'node:crypto'
import type { Ring } from '../crypto/codec.ts'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'
import { changePlace } from './history.ts'
import type { Stored } from './row-codec.ts'
import type { FieldChange } from './trail.ts'

type Changed = { before: Stored; values: Readonly<Record<string, unknown>>; owner: string; undoOf?: string }

/** History keeps every value as the codec seals it, whatever the column does. */
export function changeOf(
  ring: Ring,
  type: ObjectType,
  { name: field, field: { level } }: BoundField,
  { before, values, owner, undoOf }: Changed,
): FieldChange {
  const id = randomUUIDv7()
  const sealed = (copy: 'before' | 'after', value: unknown): Buffer | null =>
    value === null || value === undefined
      ? null
      : ring.seal(JSON.stringify(value), changePlace(type.name, before.id, { id, field, copy }), { owner, level })
  return {
    id,
    record: before.id,
    owner,
    version: before.version + 1,
    field,
    before: sealed('before', before.values[field]),
    after: sealed('after', values[field]),
    undo_of: undoOf ?? null,
  }
}
