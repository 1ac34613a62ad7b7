import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind, Parsed } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'

const address =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u

const maxLength = 254

function readEmail(text: string): Parsed<string> {
  const bare = text
    .toLowerCase()
    .replace(/^(邮箱|电子邮箱|e-?mail)\s*[:：]\s*/, '')
    .replace(/^mailto:/, '')
  const inside = /<([^<>]+)>$/.exec(bare)?.[1] ?? bare
  const joined = inside.replace(/\s*([@.])\s*/g, '$1')
  const parts = new Set(joined.split(/[\s;,、/|]+/).filter((part) => part !== ''))
  const count = [...parts].filter((part) => /.@./.test(part)).length
  if (count > 1) return problem('field.email_many', { count })
  const email = [...parts].join(' ')
  return email.length <= maxLength && address.test(email) ? { value: email } : problem('field.email_invalid')
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
  likeness: { compare: (one, other) => (one === other ? 'same' : 'different') },
  operators: ['eq', 'empty'],
  sort: 'none',
  groupable: false,
  mask: (value) => value.replace(/^(.).*@/u, '$1***@'),
  schema: () => ({ type: 'string', pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', maxLength }),
  example: () => 'wang.fang@example.com',
}

export function email(settings: FieldSettings<string>): Field<string> {
  return declareField(emailKind, settings)
}
