import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { readResidentId } from './read-resident-id.ts'

/** Number of a Chinese identity card (GB 11643). */
export const residentIdKind: Kind<string> = {
  name: 'resident_id',
  label: { zh: '身份证号', en: 'Resident ID' },
  columns: [['', 'text']],
  sealed: true,
  level: 3,
  parse: (input, _field, env) => readWord(input, (text) => readResidentId(text, env)),
  format: (value) => value,
  lookups: (value) => ({ equal: value }),
  operators: ['eq', 'empty'],
  sort: 'none',
  groupable: false,
  mask: (value) => `${value.slice(0, 4)}**********${value.slice(-4)}`,
  schema: () => ({ type: 'string', pattern: '^[1-9]\\d{16}[\\dX]$' }),
  example: () => '11010519491231002X',
}

export function residentId(settings: FieldSettings<string>): Field<string> {
  return declareField(residentIdKind, settings)
}
