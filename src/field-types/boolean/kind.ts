import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'

const yes = /^(true|t|yes|y|on|1|是|有|真|对|√|✓|✔|☑)$/i
const no = /^(false|f|no|n|off|0|否|不|不是|假|错|没有|×|✗|✘|☒)$/i

/** Yes or no. */
export const booleanKind: Kind<boolean> = {
  name: 'boolean',
  label: { zh: '是/否', en: 'Yes/no' },
  columns: [['', 'boolean']],
  parse(input) {
    if (typeof input === 'boolean') return { value: input }
    return readWord(input, (text) => {
      if (yes.test(text)) return { value: true }
      return no.test(text) ? { value: false } : problem('field.boolean_unknown')
    })
  },
  format: (value, _field, env) => (env.locale === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No'),
  toSealed: (value) => String(value),
  fromSealed: (text) => text === 'true',
  operators: ['eq', 'ne', 'empty'],
  sort: 'value',
  groupable: true,
  mask: () => '***',
  schema: () => ({ type: 'boolean' }),
  example: () => true,
}

export function boolean(settings: FieldSettings<boolean>): Field<boolean> {
  return declareField(booleanKind, settings)
}
