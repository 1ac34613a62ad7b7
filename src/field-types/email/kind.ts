import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind, Parsed } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'

const address =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u

function readEmail(text: string): Parsed<string> {
  const bare = text
    .toLowerCase()
    .replace(/^(邮箱|电子邮箱|e-?mail)\s*[:：]\s*/, '')
    .replace(/^mailto:/, '')
  const inside = /<([^<>]+)>$/.exec(bare)?.[1] ?? bare
  const several = new Set(inside.split(/[\s;,、/|]+/).filter((part) => /.@./.test(part)))
  if (several.size > 1) return problem('field.email_many', { count: several.size })
  const [email = inside.replaceAll(' ', '')] = several
  return address.test(email) && email.length <= 254 ? { value: email } : problem('field.email_invalid')
}

/** A mail address, in lower case. */
export const emailKind: Kind<string> = {
  name: 'email',
  label: { zh: '邮箱', en: 'Email' },
  columns: [['', 'text']],
  sealed: true,
  level: 2,
  parse: (input) => readWord(input, readEmail),
  format: (value) => value,
  lookups: (value) => ({ equal: value }),
  operators: ['eq', 'empty'],
  sort: 'none',
  groupable: false,
  mask: (value) => value.replace(/^(.).*@/u, '$1***@'),
  schema: () => ({ type: 'string', pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', maxLength: 254 }),
  example: () => 'wang.fang@example.com',
}

export function email(settings: FieldSettings<string>): Field<string> {
  return declareField(emailKind, settings)
}
