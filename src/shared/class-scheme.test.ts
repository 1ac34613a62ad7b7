import { describe, expect, it, test } from 'vitest'
import { type ClassScheme, classCodeBy, problemOfScheme } from './class-scheme.ts'

const usual: ClassScheme = {
  separator: '-',
  parts: [
    { field: 'type', letters: 3 },
    { field: 'industry', letters: 4 },
    { region: 'region', digits: 2 },
  ],
}
const offered: Record<string, readonly string[]> = { tier: ['vip', 'ordinary'], industry: ['C', 'F'] }
const valuesOf = (field: string): readonly string[] => offered[field] ?? []

test('a class code is made of the codes of type, industry and province, each at its place', () => {
  const code = (type: string, industry: string | null, region: string | null) =>
    classCodeBy(usual, { type, industry, region })
  expect(code('company', 'C', '330110')).toBe('COM-C-33')
  expect(code('person', null, '33')).toBe('PER-0-33')
  expect(code('gov', 'retail_trade', null)).toBe('GOV-RETA-0')
})

test('a company says which signs stand for what, in which order and with what between them', () => {
  const own: ClassScheme = {
    separator: '·',
    parts: [
      { region: 'region', digits: 4 },
      { field: 'tier', signs: { vip: '甲', ordinary: '乙' } },
    ],
  }
  expect(classCodeBy(own, { tier: 'vip', region: '330110' })).toBe('3301·甲')
  expect(classCodeBy(own, { tier: 'late', region: null })).toBe('0·LATE')
})

describe('a scheme is refused', () => {
  const problem = (...parts: ClassScheme['parts']) => problemOfScheme({ separator: '-', parts }, valuesOf)
  const tier = (vip: string, ordinary: string) => problem({ field: 'tier', signs: { vip, ordinary } })

  it('where two values, or one and what is not known, have one sign, or a value has none', () => {
    expect(tier('A', 'B')).toBeUndefined()
    expect(tier('A', 'A')).toBe('class.sign_twice')
    expect(tier('A', '0')).toBe('class.sign_twice')
    expect(tier('A', '')).toBe('class.sign_missing')
    expect(problem({ field: 'tier', signs: { vip: 'A', ordinary: 'B', retired: 'B' } })).toBe('class.sign_twice')
    expect(problem({ field: 'industry', letters: 4 })).toBeUndefined()
  })

  it('where a sign could be read in two ways', () => {
    for (const sign of ['a', 'A-B', 'A B', 'ABCDEFGHI']) expect(tier(sign, 'B')).toBe('class.sign_form')
  })

  it('where it has nothing, or one field twice', () => {
    expect(problem()).toBe('class.empty')
    expect(problem({ region: 'region', digits: 2 }, { region: 'region', digits: 4 })).toBe('class.field_twice')
  })
})
