import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Agreement, Kind } from '../../kernel/object/kind.ts'
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
  likeness: { compare: compareStreets },
  operators: ['eq', 'empty'],
  sort: 'none',
  groupable: false,
  mask: () => '***',
  schema: () => ({ type: 'string', minLength: 1, maxLength }),
  example: () => '文一西路969号3号楼5层',
}

/** A street without a number is where many are. */
function compareStreets(one: string, other: string): Agreement {
  const [a, b] = [one, other].map((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s,，.。、#-]/g, ''),
  )
  if (a !== b) return 'different'
  return /\d/.test(one) ? 'same' : 'alike'
}

export function address(settings: FieldSettings<string>): Field<string> {
  return declareField(addressKind, settings)
}
