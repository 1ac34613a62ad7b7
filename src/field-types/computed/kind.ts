import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind, Parsed } from '../../kernel/object/kind.ts'
import { declareField, kindOfDeclared } from '../declare-field.ts'
import { problem } from '../parsed.ts'

/** What a computation may look at beside the record's own fields. */
export type ComputeEnv = { now: Date; timeZone: string }
type Compute<V> = (values: Readonly<Record<string, unknown>>, env: ComputeEnv) => V | null

/** The field that a computed one looks like to readers. */
function appearanceOf(field: Field): Field | undefined {
  return isField(field.options.as) ? field.options.as : undefined
}

function isField(value: unknown): value is Field {
  return typeof value === 'object' && value !== null && 'kind' in value && 'options' in value
}

/** Worked out from other fields whenever the record is read; never stored, never written. */
export const computedKind: Kind = {
  name: 'computed',
  label: { zh: '计算字段', en: 'Computed' },
  columns: [],
  parse: (input): Parsed<unknown> =>
    input === null || input === undefined || input === '' ? { value: null } : problem('field.read_only'),
  format(value, field, env) {
    const as = appearanceOf(field)
    const kind = as && kindOfDeclared(as)
    return as && kind ? kind.format(value, as, env) : String(value)
  },
  operators: [],
  sort: 'none',
  groupable: false,
  mask: () => '***',
  schema(field) {
    const as = appearanceOf(field)
    return (as && kindOfDeclared(as)?.schema(as)) ?? {}
  },
  example(field) {
    const as = appearanceOf(field)
    return as ? kindOfDeclared(as)?.example(as) : undefined
  },
}

export type ComputedSettings<V> = Omit<
  FieldSettings<V>,
  'default' | 'required' | 'readOnly' | 'indexed' | 'search' | 'sealed'
> & {
  /** A field that says how the value looks: `number({ label, integer: true })`. */
  as: Field<V>
  /** Fields of the record that `value` looks at; it is computed only where the reader may see them all. */
  from: readonly string[]
  value: Compute<V>
}

export function computed<V>({ as, from, value, ...settings }: ComputedSettings<V>): Field<V> {
  const level = settings.level ?? as.level
  return declareField<unknown, V>(computedKind, { ...settings, level, readOnly: true }, { as, from, value })
}
