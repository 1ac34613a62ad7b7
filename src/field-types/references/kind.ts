import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { isEmptyWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { textOption } from '../option.ts'
import { emptyValue } from '../parsed.ts'
import { readList } from '../read-list.ts'
import { readReference, uuidSchema } from '../read-reference.ts'

/** Several records of one object, by id. */
export const referencesKind: Kind<readonly string[]> = {
  name: 'references',
  label: { zh: '多个关联', en: 'References' },
  columns: [['', 'uuid[]']],
  parse: (input, field, env) =>
    readList(input, (text) =>
      isEmptyWord(text) ? emptyValue : readReference(text, textOption(field, 'object') ?? '', env),
    ),
  format: (value, _field, env) => value.map((id) => env.titleOf?.(id) ?? id).join(env.locale === 'zh' ? '；' : '; '),
  operators: ['hasAny', 'hasAll', 'empty'],
  toSealed: (value) => value.join('\n'),
  fromSealed: (text) => text.split('\n'),
  sort: 'none',
  groupable: false,
  mask: () => '***',
  schema: () => ({ type: 'array', items: uuidSchema, minItems: 1, uniqueItems: true }),
  example: () => ['01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f01', '01994a3e-7c1b-7d20-8f3a-5b6c7d8e9f02'],
  target: (field) => textOption(field, 'object'),
}

/** Points to several records of the named object. */
export function references(object: string, settings: FieldSettings<readonly string[]>): Field<readonly string[]> {
  return declareField(referencesKind, settings, { object })
}
