import { expect, test } from 'vitest'
import { describeKind, parseEnv } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { dateKind } from './kind.ts'

describeKind(dateKind, samples)

test('a filter may count from today', () => {
  const argument = (input: string) => dateKind.parseArgument?.('gte', input, samples.field, parseEnv())
  expect(argument('today')).toEqual({ value: '2026-11-22' })
  expect(argument('today-30')).toEqual({ value: '2026-10-23' })
  expect(argument('today+40')).toEqual({ value: '2027-01-01' })
  expect(argument('2021/6/3')).toEqual({ value: '2021-06-03' })
})
