import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readLine } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { readReference } from '../read-reference.ts'
import { referenceKind } from '../reference/kind.ts'

/** A department of the company. */
export const unitKind: Kind<string> = {
  ...referenceKind,
  name: 'unit',
  label: { zh: '部门', en: 'Unit' },
  parse: (input, _field, env) => readLine(input, (text) => readReference(text, 'unit', env)),
  target: () => 'unit',
}

export function unit(settings: FieldSettings<string>): Field<string> {
  return declareField(unitKind, settings)
}
