import { snakeCase } from '#shared/names'
import type { Field } from './field.ts'
import type { Kind, SqlType } from './kind.ts'

export type Column = { name: string; type: SqlType }

/** A field bound to its kind and its columns. */
export type BoundField = {
  name: string
  field: Field
  kind: Kind
  columns: readonly Column[]
  sealed: boolean
  stored: boolean
  /** It tells of records of a module that is switched off alone: hidden from everybody as long. */
  off: boolean
}

/** Custom columns are `x_<name>`, so that a later release may bring a field of the same name. */
export function bindField(name: string, field: Field, kind: Kind): BoundField {
  const base = `${field.custom ? 'x_' : ''}${snakeCase(name)}`
  const sealed = kind.columns.length > 0 && (field.sealed || kind.sealed === true)
  const columns: Column[] = sealed
    ? [{ name: base, type: 'bytea' }]
    : kind.columns.map(([suffix, type]) => ({ name: base + suffix, type }))
  return { name, field, kind, columns, sealed, stored: columns.length > 0, off: false }
}
