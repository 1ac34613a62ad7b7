import { type Money, minorDigits, moneyToDecimal } from '#shared/money'
import type { Field, FieldSettings } from '../../kernel/object/field.ts'
import type { Kind, Parsed } from '../../kernel/object/kind.ts'
import { readWord } from '../clean-text.ts'
import { declareField } from '../declare-field.ts'
import { textOption } from '../option.ts'
import { problem } from '../parsed.ts'
import { isCurrency, readMoney } from './read-money.ts'

function readWire(input: object): Parsed<Money> {
  const { amount, currency }: { amount?: unknown; currency?: unknown } = input
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount)) return problem('field.money_minor_units')
  if (typeof currency !== 'string' || !isCurrency(currency)) return problem('field.money_currency')
  return { value: { amount: amount + 0, currency } }
}

/** An amount in minor units with its currency; compared and sorted by the amount. */
export const moneyKind: Kind<Money> = {
  name: 'money',
  label: { zh: '金额', en: 'Money' },
  columns: [
    ['', 'bigint'],
    ['_currency', 'text'],
  ],
  parse(input, field, env) {
    if (typeof input === 'object' && input !== null) return readWire(input)
    return readWord(input, (text) => readMoney(text, textOption(field, 'currency') ?? env.currency))
  },
  format: (value) => `${moneyToDecimal(value)} ${value.currency}`,
  toRow: ({ amount, currency }) => [amount, currency],
  fromRow: ([amount, currency]) => ({ amount: Number(amount), currency: String(currency) }),
  toSealed: ({ amount, currency }) => `${amount} ${currency}`,
  fromSealed(text) {
    const [amount, currency = ''] = text.split(' ')
    return { amount: Number(amount), currency }
  },
  operators: ['eq', 'ne', 'in', 'notIn', 'lt', 'lte', 'gt', 'gte', 'empty'],
  comparable: ({ amount }) => amount,
  sort: 'value',
  groupable: false,
  mask: () => '***',
  schema: () => ({
    type: 'object',
    properties: {
      amount: { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    },
    required: ['amount', 'currency'],
    additionalProperties: false,
  }),
  example: (field) => {
    const currency = textOption(field, 'currency') ?? 'CNY'
    return { amount: 12_000 * 10 ** minorDigits(currency), currency }
  },
}

export function money({ currency, ...settings }: FieldSettings<Money> & { currency?: string }): Field<Money> {
  return declareField(moneyKind, settings, { currency })
}
