import { describe, expect, test } from 'vitest'
import type { FieldWire } from '#shared/wire'
import type { Slice } from '../../../web/chart/slice.ts'
import { both, currenciesOf, mostOf, slicesOf, stretchName } from './slices.ts'

const label = { zh: '字段', en: 'Field' }
const facts = { label, level: 1, sealed: false, required: false, readOnly: false, custom: false } as const
const rights = {
  operators: ['in'],
  sortable: true,
  groupable: true,
  aliases: [],
  access: 'edit',
  revealable: false,
} as const
const fieldOf = (kind: string, options = {}): FieldWire => ({
  ...facts,
  ...rights,
  name: 'it',
  kind,
  options,
  spans: [],
})
const stages = ['first', 'second', 'third'].map((value) => ({ value, label }))
const stage = fieldOf('choice', { choices: stages })
const tell = {
  value: (value: unknown) => String(value),
  number: String,
  money: (money: object) => JSON.stringify(money),
}
const counted = (value: unknown, count: number, span?: readonly [string, string]) => ({ value, count, sums: {}, span })

describe('slices', () => {
  test('of a choice stand as its choices do, what has none last', () => {
    const groups = [counted(null, 9), counted('third', 5), counted('first', 2)]
    const slices = slicesOf(groups, { field: stage, per: undefined, sum: undefined }, tell)
    expect(slices.map(({ text, figure, where }) => [text, figure, where])).toEqual([
      ['first', 2, { it: { in: ['first'] } }],
      ['third', 5, { it: { in: ['third'] } }],
      ['null', 9, { it: { empty: true } }],
    ])
  })

  test('of a calendar have no gaps, and nothing behind a nought', () => {
    const groups = [
      counted(null, 1),
      counted('2026-03-01', 4, ['2026-03-01', '2026-04-01']),
      counted('2025-12-01', 2, ['2025-12-01', '2026-01-01']),
    ]
    const slices = slicesOf(groups, { field: fieldOf('date'), per: 'month', sum: undefined }, tell)
    expect(slices.map(({ value, figure }) => [value, figure])).toEqual([
      ['2025-12-01', 2],
      ['2026-01-01', 0],
      ['2026-02-01', 0],
      ['2026-03-01', 4],
      [null, 1],
    ])
    expect(slices.map(({ where }) => where)).toEqual([
      { it: { gte: '2025-12-01', lt: '2026-01-01' } },
      undefined,
      undefined,
      { it: { gte: '2026-03-01', lt: '2026-04-01' } },
      { it: { empty: true } },
    ])
  })

  test('of a province hold what lies in it', () => {
    const [slice] = slicesOf([counted('33', 3)], { field: fieldOf('region'), per: 'province', sum: undefined }, tell)
    expect(slice?.where).toEqual({ it: { under: '33' } })
  })

  test('tell amounts in whole units, and none where currencies differ', () => {
    const sum = { ...fieldOf('money'), name: 'amount' }
    const cny = { value: 'first', count: 2, sums: { amount: { amount: 1250, currency: 'CNY' } } }
    const jpy = { value: 'second', count: 1, sums: { amount: { amount: 300, currency: 'JPY' } } }
    const mixed = { value: 'third', count: 2, sums: { amount: null } }
    const slices = slicesOf([cny, jpy, mixed], { field: stage, per: undefined, sum }, tell)
    expect(slices.map(({ figure }) => figure)).toEqual([12.5, 300, undefined])
    expect(slices[2]?.told).toBe('—')
    expect([...currenciesOf([cny, mixed], sum)]).toEqual(['CNY'])
    expect(currenciesOf([cny, jpy], sum).size).toBe(2)
  })

  test('of what is added up stand by their sums, the largest first', () => {
    const sum = { ...fieldOf('number'), name: 'amount' }
    const group = (value: unknown, count: number, amount: number) => ({ value, count, sums: { amount } })
    const groups = [group(null, 9, 90), group('often', 5, 10), group('dear', 1, 50)]
    const slices = slicesOf(groups, { field: fieldOf('reference'), per: undefined, sum }, tell)
    expect(slices.map(({ text }) => text)).toEqual(['dear', 'often', 'null'])
  })

  test('beyond the largest are one, whose records are all that the others do not have', () => {
    const slices: Slice[] = [5, 1, 9, 2].map((figure) => ({
      value: figure,
      text: String(figure),
      figure,
      told: String(figure),
      where: { it: { in: [figure] } },
    }))
    const shown = mostOf(slices, 3, (count, figure) => ({ text: `+${count}`, told: String(figure) }))
    expect(shown.map(({ text, figure }) => [text, figure])).toEqual([
      ['5', 5],
      ['9', 9],
      ['+2', 3],
    ])
    expect(shown[2]?.where).toEqual({ not: { or: [{ it: { in: [5] } }, { it: { in: [9] } }] } })
    expect(mostOf(slices, 4, () => ({ text: '', told: '' }))).toEqual(slices)
  })
})

test('stretches have short names', () => {
  expect(stretchName('year', '2026-01-01')).toBe('2026')
  expect(stretchName('quarter', '2026-10-01')).toBe('2026 Q4')
  expect(stretchName('month', '2026-03-01')).toBe('2026-03')
  expect(stretchName('week', '2026-03-30')).toBe('2026-03-30')
})

test('conditions are joined where there are two', () => {
  expect(both(undefined, {})).toBeUndefined()
  expect(both({ a: 1 }, {})).toEqual({ a: 1 })
  expect(both({ a: 1 }, { b: 2 })).toEqual({ and: [{ a: 1 }, { b: 2 }] })
})
