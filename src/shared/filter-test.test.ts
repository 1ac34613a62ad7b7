import { expect, test } from 'vitest'
import type { OperatorName, ParsedFilter } from './filter.ts'
import { compareValues, testFilter, testOperator } from './filter-test.ts'

test.each<[OperatorName, unknown, unknown, boolean]>([
  ['eq', 'vip', 'vip', true],
  ['eq', 'VIP', 'vip', false],
  ['eq', null, 'vip', false],
  ['ne', 'vip', 'vip', false],
  ['ne', null, 'vip', true],
  ['in', 'vip', ['a', 'vip'], true],
  ['in', null, ['a'], false],
  ['in', 'vip', [], false],
  ['notIn', 'vip', ['vip'], false],
  ['notIn', null, ['vip'], true],
  ['lt', 1, 2, true],
  ['lt', null, 2, false],
  ['lte', 2, 2, true],
  ['gt', '2026-03-16', '2025-12-31', true],
  ['gt', null, 0, false],
  ['gte', 1, 2, false],
  ['gte', null, null, false],
  ['contains', '平凉穿针引线', '穿针', true],
  ['contains', 'ACME Ltd', 'acme', true],
  ['contains', '100%', '%', true],
  ['contains', '100', '%', false],
  ['contains', 'İstanbul', 'i', true],
  ['contains', null, '', false],
  ['startsWith', 'Acme', 'ac', true],
  ['startsWith', 'Acme', 'me', false],
  ['under', '330110', '33', true],
  ['under', '340110', '33', false],
  ['tail', '+8613910391039', '1039', true],
  ['tail', null, '1039', false],
  ['hasAny', ['a', 'b'], ['b', 'c'], true],
  ['hasAny', null, ['b'], false],
  ['hasAny', ['a'], [], false],
  ['hasAll', ['a', 'b'], ['a', 'b'], true],
  ['hasAll', ['a'], ['a', 'b'], false],
  ['hasAll', null, [], true],
  ['empty', null, true, true],
  ['empty', '', true, true],
  ['empty', [], true, true],
  ['empty', 0, true, false],
  ['empty', false, true, false],
  ['empty', 'x', false, true],
  ['empty', null, false, false],
])('%s of %j and %j is %j', (operator, value, argument, expected) => {
  expect(testOperator(operator, value, argument)).toBe(expected)
})

test('texts compare by code point, so that a rare character stands behind every common one', () => {
  expect(['𠮷', '\uffee', 'b', 'B', 'ab', 'a'].toSorted(compareValues)).toEqual(['B', 'a', 'ab', 'b', '\uffee', '𠮷'])
})

test('values of different types are never equal', () => {
  expect(testOperator('eq', 1, '1')).toBe(false)
  expect(testOperator('ne', 1, '1')).toBe(true)
})

test('a whole filter joins its parts', () => {
  const test = (field: string, operator: OperatorName, argument: unknown): ParsedFilter => ({
    type: 'test',
    field,
    operator,
    argument,
  })
  const filter: ParsedFilter = {
    type: 'and',
    all: [
      { type: 'or', any: [test('tier', 'eq', 'vip'), test('amount', 'gte', 100)] },
      { type: 'not', not: test('city', 'eq', '3301') },
    ],
  }
  const holds = (values: Record<string, unknown>) => testFilter(filter, (field) => values[field])
  expect(holds({ tier: 'vip' })).toBe(true)
  expect(holds({ amount: 100, city: '3302' })).toBe(true)
  expect(holds({ tier: 'vip', city: '3301' })).toBe(false)
  expect(holds({})).toBe(false)
  expect(testFilter({ type: 'and', all: [] }, () => null)).toBe(true)
  expect(testFilter({ type: 'or', any: [] }, () => null)).toBe(false)
})
