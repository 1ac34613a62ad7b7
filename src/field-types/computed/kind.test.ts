import { expect, test } from 'vitest'
import { formatEnv, parseEnv } from '#test/kind-contract'
import { money } from '../money/kind.ts'
import { number } from '../number/kind.ts'
import { computed, computedKind } from './kind.ts'

const label = { zh: '客单价', en: 'Average purchase' }
const field = computed({
  label,
  as: money({ label, level: 2 }),
  from: ['purchaseTotal', 'purchaseCount'],
  value: ({ purchaseCount }) =>
    typeof purchaseCount === 'number' ? { amount: 1200 / purchaseCount, currency: 'CNY' } : null,
})

test('a computed field has no column and knows no operator', () => {
  expect([computedKind.columns, computedKind.operators]).toEqual([[], []])
})

test('a computed field is read-only and as confidential as what it looks like', () => {
  expect([field.readOnly, field.level]).toEqual([true, 2])
  expect(computedKind.parse('3', field, parseEnv())).toEqual({ problem: { code: 'field.read_only' } })
  expect(computedKind.parse(null, field, parseEnv())).toEqual({ value: null })
})

test('a computed field is written and described like the field it looks like', () => {
  expect(computedKind.format({ amount: 600, currency: 'CNY' }, field, formatEnv())).toBe('6.00 CNY')
  expect(computedKind.schema(field)).toMatchObject({ type: 'object', required: ['amount', 'currency'] })
  expect(computedKind.example(field)).toEqual({ amount: 1200000, currency: 'CNY' })
})

test('a computed field that came over the wire is written as plain text', () => {
  const wire = { ...field, options: { as: { ...number({ label }) } } }
  expect(computedKind.format(7, wire, formatEnv())).toBe('7')
})
