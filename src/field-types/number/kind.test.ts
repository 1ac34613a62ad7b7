import { expect, test } from 'vitest'
import { describeKind, parseEnv } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { number, numberKind } from './kind.ts'

describeKind(numberKind, samples)

const { label } = samples.field

test('a whole number refuses a fraction', () => {
  const field = number({ label, integer: true })
  expect(numberKind.parse('3.5', field, parseEnv()).problem?.code).toBe('field.number_integer')
  expect(numberKind.parse('3.0', field, parseEnv())).toEqual({ value: 3 })
})

test('a number of two decimals is rounded half away from zero', () => {
  const field = number({ label, decimals: 2 })
  expect(numberKind.parse('1.005', field, parseEnv())).toEqual({ value: 1.01 })
  expect(numberKind.parse('-2.675', field, parseEnv())).toEqual({ value: -2.68 })
})

test('a numeric column comes back as a number', () => {
  expect(numberKind.fromRow?.(['12.50'])).toBe(12.5)
})
