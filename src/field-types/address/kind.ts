import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { joinChinese } from '../chinese-text.ts'
import { readLine, withinLength } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'

const maxLength = 300

/** Street, house and room; the region is a field of its own. */
export const addressKind: Kind<string> = {
  name: 'address',
  label: { zh: '详细地址', en: 'Street address' },
  columns: [['', 'text']],
  sealed: true,
  level: 2,
  parse: (input) => readLine(input, (line) => withinLength(joinChinese(line), maxLength)),
  format: (value) => value,
  lookups: (value) => ({ equal: value }),
  operators: ['eq', 'empty'],
  sort: 'none',
  groupable: false,
  mask: () => '***',
  schema: () => ({ type: 'string', minLength: 1, maxLength }),
  example: () => '文一西路969号3号楼5层',
}

export function address(settings: FieldSettings<string>): Field<string> {
  return declareField(addressKind, settings)
}
