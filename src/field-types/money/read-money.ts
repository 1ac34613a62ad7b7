import { type Money, minorDigits } from '#shared/money'
import type { Parsed } from '../../kernel/object/kind.ts'
import { readDecimal, toScale } from '../decimal-text.ts'
import { problem } from '../parsed.ts'

const signs: readonly (readonly [RegExp, string | null])[] = [
  [/US\$|美元|美金/i, 'USD'],
  [/HK\$|港币|港元/i, 'HKD'],
  [/NT\$|新台币/i, 'TWD'],
  [/€|欧元/, 'EUR'],
  [/£|英镑/, 'GBP'],
  [/日元|日圆/, 'JPY'],
  [/韩元|₩/, 'KRW'],
  [/RMB|人民币/i, null],
  [/¥/, null],
  [/[元圆]整?$/, null],
  [/\$/, 'USD'],
]
const isoCode = /(?<![a-z])[A-Z]{3}(?![a-z])/i
const currencies = new Set(Intl.supportedValuesOf('currency'))

/** Whether it is a code of ISO 4217. */
export function isCurrency(code: string): boolean {
  return currencies.has(code)
}

/** Reads `¥1,234.50`, `1.2万元`, `USD 300`, `(300.00)`; `¥` and 元 mean the field's own currency when that is CNY or JPY. */
export function readMoney(text: string, ownCurrency: string): Parsed<Money> {
  if (/^[+-]?\d(\.\d+)?e\+?\d+$/i.test(text)) return problem('field.number_damaged')
  const { rest, currency } = cutCurrency(text, ownCurrency)
  const decimal = readDecimal(rest)
  if (!decimal) return problem('field.money_invalid')
  if (!currency) return problem('field.money_currency')
  const amount = toScale(decimal, minorDigits(currency))
  if (amount > Number.MAX_SAFE_INTEGER || amount < Number.MIN_SAFE_INTEGER) {
    return problem('field.number_large', { max: Number.MAX_SAFE_INTEGER / 10 ** minorDigits(currency) })
  }
  return { value: { amount: Number(amount), currency } }
}

function cutCurrency(text: string, ownCurrency: string): { rest: string; currency: string | undefined } {
  const meant = new Set<string>()
  let rest = text
  const code = isoCode.exec(rest)?.[0].toUpperCase()
  if (code && isCurrency(code)) {
    meant.add(code)
    rest = rest.replace(isoCode, '')
  }
  for (const [sign, currency] of signs) {
    if (!sign.test(rest)) continue
    rest = rest.replace(sign, '')
    if (currency || meant.size === 0) meant.add(currency ?? (ownCurrency === 'JPY' ? 'JPY' : 'CNY'))
  }
  const [currency = ownCurrency] = meant
  return { rest: rest.replace(/^\(\s+|\s+\)$/g, '').trim(), currency: meant.size > 1 ? undefined : currency }
}
