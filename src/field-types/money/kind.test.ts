import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moneyToDecimal } from '#shared/money'
import { describeKind, parseEnv } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { money, moneyKind } from './kind.ts'

describeKind(moneyKind, samples)

test('an amount is read exactly from every usual way to write it', () => {
  const ways: ((decimal: string, thousands: string) => string)[] = [
    (decimal) => decimal,
    (_, thousands) => `¥${thousands}`,
    (_, thousands) => `${thousands}元`,
    (decimal) => `CNY ${decimal}`,
    (decimal) => decimal.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  ]
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 15 }), fc.constantFrom(...ways), (amount, write) => {
      const decimal = moneyToDecimal({ amount, currency: 'CNY' })
      const thousands = decimal.replace(/\B(?=(\d{3})+\.)/g, ',')
      const read = moneyKind.parse(write(decimal, thousands), samples.field, parseEnv())
      expect(read).toEqual({ value: { amount, currency: 'CNY' } })
    }),
  )
})

test('万 multiplies without a float in between', () => {
  expect(moneyKind.parse('0.29万', samples.field, parseEnv())).toEqual({ value: { amount: 290000, currency: 'CNY' } })
  expect(moneyKind.parse('1.0001亿', samples.field, parseEnv())).toEqual({
    value: { amount: 10001000000, currency: 'CNY' },
  })
})

test('an amount without a currency has that of its field, else that of the company', () => {
  const yen = money({ label: samples.field.label, currency: 'JPY' })
  expect(moneyKind.parse('¥500', yen, parseEnv())).toEqual({ value: { amount: 500, currency: 'JPY' } })
  expect(moneyKind.parse('3', samples.field, { ...parseEnv(), currency: 'EUR' })).toEqual({
    value: { amount: 300, currency: 'EUR' },
  })
})

test('two currencies in one cell are refused', () => {
  expect(moneyKind.parse('USD 300 €', samples.field, parseEnv()).problem?.code).toBe('field.money_currency')
})
