import { describe, expect, test } from 'vitest'
import { filterOf, linesOf } from './conditions.ts'

describe('the lines of a filter', () => {
  test('a bare value means that the field equals it', () => {
    expect(linesOf({ tier: 'vip' })).toEqual([{ field: 'tier', operator: 'eq', value: 'vip' }])
  })

  test('a money value is a value and not a set of operators', () => {
    const worth = { amount: 100, currency: 'CNY' }
    expect(linesOf({ dealAmount: worth })).toEqual([{ field: 'dealAmount', operator: 'eq', value: worth }])
  })

  test('a filter with "or" cannot be said in lines', () => {
    expect(linesOf({ or: [{ tier: 'vip' }, { tier: 'ordinary' }] })).toBeUndefined()
    expect(linesOf({ and: [{ not: { tier: 'vip' } }] })).toBeUndefined()
  })

  test('lines become a filter and come back as they were, also two of one field and operator', () => {
    const lines = [
      { field: 'size', operator: 'gte', value: 10 },
      { field: 'size', operator: 'lt', value: 50 },
      { field: 'tags', operator: 'hasAny', value: ['A'] },
      { field: 'tags', operator: 'hasAny', value: ['B'] },
    ] as const
    const filter = filterOf(lines)
    expect(filter).toEqual({ size: { gte: 10, lt: 50 }, tags: { hasAny: ['A'] }, and: [{ tags: { hasAny: ['B'] } }] })
    expect(linesOf(filter)).toEqual(lines)
  })

  test('no lines are no filter', () => {
    expect(filterOf([])).toBeUndefined()
    expect(linesOf(undefined)).toEqual([])
  })
})
