import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readLine } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { textOption } from '../option.ts'
import { readReference, uuidSchema } from '../read-reference.ts'

/** Another record, by id. */
export const referenceKind: Kind<string> = {
  name: 'reference',
  label: { zh: '关联', en: 'Reference' },
  columns: [['_id', 'uuid']],
  parse: (input, field, env) => readLine(input, (text) => readReference(text, textOption(field, 'object') ?? '', env)),
  format: (value, _field, env) => env.titleOf?.(value) ?? value,
  operators: ['eq', 'ne', 'in', 'notIn', 'empty'],
  sort: 'none',
  groupable: true,
  mask: () => '***',
  schema: () => uuidSchema,
  example: () => '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01',
  target: (field) => textOption(field, 'object'),
}

/**
 * Points to a record of the named object: `reference('customer', { label })`. What is named stays out of the recycle bin, unless
 * the one that names it `outlives` it.
 */
export function reference(
  object: string,
  { outlives, ...settings }: FieldSettings<string> & { outlives?: true },
): Field<string> {
  return declareField(referenceKind, settings, { object, outlives })
}
