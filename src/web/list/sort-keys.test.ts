import { expect, test } from 'vitest'
import { readSort, turnSort } from './sort-keys.ts'

test('a heading sorts upwards, then downwards, then no more', () => {
  expect(turnSort(undefined, 'name', false)).toBe('name')
  expect(turnSort('name', 'name', false)).toBe('-name')
  expect(turnSort('-name', 'name', false)).toBeUndefined()
})

test('another heading takes the place of the one before, unless it is to sort within it', () => {
  expect(turnSort('-tier,name', 'region', false)).toBe('region')
  expect(turnSort('-tier', 'name', true)).toBe('-tier,name')
  expect(turnSort('-tier,name', 'tier', true)).toBe('name')
  expect(turnSort('tier,name', 'tier', true)).toBe('-tier,name')
})

test('a fourth heading lets the first one go, as a list is sorted by three at most', () => {
  expect(turnSort('tier,stage,region', 'name', true)).toBe('stage,region,name')
})

test('an order is read as it was written', () => {
  expect(readSort('-tier,name')).toEqual([
    { field: 'tier', descending: true },
    { field: 'name', descending: false },
  ])
  expect(readSort(undefined)).toEqual([])
})
