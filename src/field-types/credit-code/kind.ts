import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { readCreditCode } from './read-credit-code.ts'

/** Unified social credit code of an organisation (GB 32100); public, so it is not sealed. */
export const creditCodeKind: Kind<string> = {
  name: 'credit_code',
  label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
  columns: [['', 'text']],
  level: 1,
  parse: (input) => readWord(input, readCreditCode),
  format: (value) => value,
  lookups: (value) => ({ equal: value }),
  likeness: { key: (value) => value, compare: (one, other) => (one === other ? 'same' : 'different') },
  operators: ['eq', 'ne', 'in', 'notIn', 'contains', 'startsWith', 'empty'],
  sort: 'value',
  groupable: false,
  searchText: (value) => value,
  mask: () => '***',
  schema: () => ({ type: 'string', pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' }),
  example: () => '91350100M000100Y43',
}

export function creditCode(settings: FieldSettings<string>): Field<string> {
  return declareField(creditCodeKind, settings)
}
