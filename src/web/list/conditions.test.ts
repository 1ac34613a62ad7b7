import { describe, expect, test } from 'vitest'
import { clausesOf, filterOf } from './conditions.ts'

const vip = { field: 'tier', operator: 'eq', value: 'vip' } as const
const big = { field: 'size', operator: 'gte', value: 10 } as const
const small = { field: 'size', operator: 'lt', value: 50 } as const

describe('the clauses of a filter', () => {
  test('a bare value means that the field equals it', () => {
    expect(clausesOf({ tier: 'vip' })).toEqual([[[vip]]])
  })

  test('a money value is a value and not a set of operators', () => {
    const worth = { amount: 100, currency: 'CNY' }
    expect(clausesOf({ dealAmount: worth })).toEqual([[[{ field: 'dealAmount', operator: 'eq', value: worth }]]])
  })

  test('alternatives are one clause, each with the lines that hold together', () => {
    expect(clausesOf({ or: [{ tier: 'vip' }, { size: { gte: 10, lt: 50 } }] })).toEqual([[[vip], [big, small]]])
  })

  test('what is joined and has an "or" inside comes apart', () => {
    expect(clausesOf({ and: [{ tier: 'vip' }, { or: [{ size: { gte: 10 } }, { size: { lt: 50 } }] }] })).toEqual([
      [[vip]],
      [[big], [small]],
    ])
  })

  test('a single alternative is none', () => {
    expect(clausesOf({ or: [{ size: { gte: 10, lt: 50 } }] })).toEqual([[[big]], [[small]]])
  })

  test.each([
    { not: { tier: 'vip' } },
    { and: [{ not: { tier: 'vip' } }] },
    { or: [{ tier: 'vip' }, { or: [{ size: 1 }, { size: 2 }] }] },
    { or: [{ tier: 'vip' }, {}] },
  ])('%j cannot be said in clauses', (filter) => {
    expect(clausesOf(filter)).toBeUndefined()
  })

  test('lines become a filter and come back as they were, also two of one field and operator', () => {
    const lines = [
      big,
      small,
      { field: 'tags', operator: 'hasAny', value: ['A'] },
      { field: 'tags', operator: 'hasAny', value: ['B'] },
    ] as const
    const clauses = lines.map((line) => [[line]])
    const filter = filterOf(clauses)
    expect(filter).toEqual({ size: { gte: 10, lt: 50 }, tags: { hasAny: ['A'] }, and: [{ tags: { hasAny: ['B'] } }] })
    expect(clausesOf(filter)).toEqual(clauses)
  })

  test.each([
    [[[[vip], [big, small]]]],
    [[[[big], [vip]], [[small]]]],
    [[[[small]], [[big], [vip]], [[vip], [small]]]],
  ])('alternatives come back as they were and in their place: %j', (clauses) => {
    expect(clausesOf(filterOf(clauses))).toEqual(clauses)
  })

  test('no clauses are no filter', () => {
    expect(filterOf([])).toBeUndefined()
    expect(clausesOf(undefined)).toEqual([])
  })
})
