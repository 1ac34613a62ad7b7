import { isDeepStrictEqual } from 'node:util'
import type { BoundField } from '../object/bound-field.ts'
import type { ObjectType } from '../object/object-type.ts'

type Values = Readonly<Record<string, unknown>>

/** Stored fields in which a record's values differ; an empty one is as good as one that is not there. */
export function changedFields(type: ObjectType, before: Values, after: Values): BoundField[] {
  return type.stored.filter(({ name }) => !isDeepStrictEqual(after[name] ?? null, before[name] ?? null))
}
