import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind, Parsed } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { problem } from '../parsed.ts'

function readAccount(text: string): Parsed<string> {
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return problem('field.number_damaged')
  const value = text.replace(/[\s'‘’\-–—]/g, '').toUpperCase()
  if (/^\d{15}0{2,}$/.test(value) && value.length >= 16) return problem('field.number_damaged')
  return /^[A-Z0-9]{6,34}$/.test(value) && /\d{6}/.test(value) ? { value } : problem('field.bank_account_invalid')
}

/** Number of a bank account, a card or an IBAN. Company accounts carry no check digit, so none is demanded. */
export const bankAccountKind: Kind<string> = {
  name: 'bank_account',
  label: { zh: '银行账号', en: 'Bank account' },
  columns: [['', 'text']],
  sealed: true,
  level: 3,
  parse: (input) => readWord(input, readAccount),
  format: (value) => value.replace(/(.{4})(?=.)/g, '$1 '),
  lookups: (value) => ({ equal: value, tail: value.slice(-4) }),
  operators: ['eq', 'tail', 'empty'],
  parseArgument(operator, input, field, env) {
    if (operator !== 'tail') return bankAccountKind.parse(input, field, env)
    return readWord(input, (text) => (/^\d{4}$/.test(text) ? { value: text } : problem('field.tail_length')))
  },
  sort: 'none',
  groupable: false,
  mask: (value) => `**** ${value.slice(-4)}`,
  schema: () => ({ type: 'string', pattern: '^[A-Z0-9]{6,34}$' }),
  example: () => '6222021001112223334',
}

export function bankAccount(settings: FieldSettings<string>): Field<string> {
  return declareField(bankAccountKind, settings)
}
