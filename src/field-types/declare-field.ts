import type { Field, FieldSettings } from '../kernel/object/field.ts'
import type { Kind } from '../kernel/object/kind.ts'

const declared = new WeakMap<Field, Kind>()

/** A field of a kind: level and sealing come from the kind where the field does not say. */
export function declareField<W, V extends W = W>(
  kind: Kind<W>,
  settings: FieldSettings<V>,
  options: Readonly<Record<string, unknown>> = {},
): Field<V> {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const field: Field<V> = {
    ...settings,
    kind: kind.name,
    level: settings.level ?? kind.level ?? 1,
    sealed: settings.sealed ?? kind.sealed ?? false,
    options: Object.fromEntries(given),
  }
  declared.set(field, kind)
  return field
}

/** The kind that a field was declared with; unknown for definitions that came over the wire. */
export function kindOfDeclared(field: Field): Kind | undefined {
  return declared.get(field)
}
