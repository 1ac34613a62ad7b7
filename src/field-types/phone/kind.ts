import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Agreement, Kind } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'
import { withinOneEdit } from '../within-one-edit.ts'
import { formatPhone, withoutExtension } from './format-phone.ts'
import { readPhone } from './read-phone.ts'

const tailLength = 4

/** A telephone number in E.164, `+8613900000000` or `+862152761868;ext=12`. */
export const phoneKind: Kind<string> = {
  name: 'phone',
  label: { zh: '电话', en: 'Phone' },
  columns: [['', 'text']],
  sealed: true,
  level: 2,
  parse: (input, _field, env) => readWord(input, (text) => readPhone(text, env.areaCode)),
  format: (value) => formatPhone(value),
  lookups(value) {
    const equal = withoutExtension(value)
    return { equal, tail: equal.slice(-tailLength) }
  },
  likeness: { compare: comparePhones },
  operators: ['eq', 'tail', 'empty'],
  comparable: withoutExtension,
  parseArgument(operator, input, field, env) {
    if (operator !== 'tail') {
      const read = phoneKind.parse(input, field, env)
      return typeof read.value === 'string' ? { value: withoutExtension(read.value) } : read
    }
    return readWord(input, (text) => (/^\d{4}$/.test(text) ? { value: text } : problem('field.tail_length')))
  },
  sort: 'none',
  groupable: false,
  mask: (value) => withoutExtension(value).replace(/^\+86(1\d{2})\d{4}(\d{4})$|^.*(\d{4})$/, '$1****$2$3'),
  schema: () => ({ type: 'string', pattern: '^\\+[1-9][0-9]{4,14}(;ext=[0-9]{1,8})?$' }),
  example: () => '+8613910391039',
}

function comparePhones(one: string, other: string): Agreement {
  const [a, b] = [withoutExtension(one), withoutExtension(other)]
  if (a === b) return 'same'
  return withinOneEdit(a, b) ? 'alike' : 'different'
}

export function phone(settings: FieldSettings<string>): Field<string> {
  return declareField(phoneKind, settings)
}
