import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readLine } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { readReference } from '../read-reference.ts'
import { referenceKind } from '../reference/kind.ts'

/** A person with an account. */
export const userKind: Kind<string> = {
  ...referenceKind,
  name: 'user',
  label: { zh: '人员', en: 'User' },
  parse: (input, _field, env) => readLine(input, (text) => readReference(text, 'user', env)),
  target: () => 'user',
}

export function user(settings: FieldSettings<string>): Field<string> {
  return declareField(userKind, settings)
}
