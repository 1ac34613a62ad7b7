import { describe, expect, it } from 'vitest'
import { countedWithin, type NumberRule, numberBy, problemOfRule } from './number-rule.ts'

const usual: NumberRule = [{ text: 'KH-' }, { date: 'YYYY' }, { text: '-' }, { sequence: 6, reset: ['year'] }]
const byTypeAndRegion: NumberRule = [
  { field: 'type', texts: { company: 'Q' } },
  { region: 'region', digits: 2 },
  { text: '-' },
  { sequence: 4, reset: ['region', 'field'] },
]

describe('a number', () => {
  it('has what its rule names, in that order', () => {
    expect(numberBy(usual, '20260731', {}, 12)).toBe('KH-2026-000012')
    expect(numberBy(byTypeAndRegion, '20260731', { type: 'company', region: '310101' }, 7)).toBe('Q31-0007')
    // A value without a code is its letters; a region that is not known yet leaves its place.
    expect(numberBy(byTypeAndRegion, '20260731', { type: 'type_2b' }, 7)).toBe('TYPEB00-0007')
  })

  it('is counted within what the rule counts anew for, and shows it', () => {
    expect(countedWithin(usual, '20260731', {})).toEqual(['2026'])
    expect(countedWithin(byTypeAndRegion, '20260731', { type: 'company', region: '310101' })).toEqual(['31', 'Q'])
  })
})

describe('a rule', () => {
  it.each([[usual], [byTypeAndRegion], [[{ date: 'YYYYMMDD' }, { sequence: 3, reset: ['day'] }] as NumberRule]])(
    'that gives every file another number is fine: %j',
    (rule) => expect(problemOfRule(rule)).toBeUndefined(),
  )

  it.each<[string, NumberRule]>([
    ['number.one_sequence', [{ text: 'KH' }]],
    ['number.one_sequence', [{ sequence: 4 }, { sequence: 4 }]],
    ['number.sequence_digits', [{ sequence: 1 }]],
    ['number.sequence_digits', [{ sequence: 11 }]],
    ['number.reset_unseen', [{ text: 'KH' }, { sequence: 6, reset: ['year'] }]],
    ['number.reset_unseen', [{ date: 'YYYY' }, { sequence: 6, reset: ['month'] }]],
    ['number.reset_unseen', [{ date: 'YYYYMM' }, { sequence: 6, reset: ['day'] }]],
    ['number.reset_unseen', [{ date: 'YYYY' }, { sequence: 6, reset: ['region'] }]],
    [
      'number.reset_unseen',
      [
        { region: 'region', digits: 2 },
        { sequence: 6, reset: ['field'] },
      ],
    ],
    ['number.text_form', [{ text: 'kh' }, { sequence: 6 }]],
    ['number.text_form', [{ text: '' }, { sequence: 6 }]],
    ['number.text_form', [{ text: '<KH>' }, { sequence: 6 }]],
    ['number.field_letters', [{ field: 'type', texts: { company: 'A1' } }, { sequence: 6 }]],
    ['number.field_twice', [{ field: 'type' }, { field: 'tier' }, { sequence: 6 }]],
    ['number.begin', [{ text: '-' }, { sequence: 6 }]],
    ['number.too_long', [...Array.from({ length: 4 }, () => ({ text: 'K'.repeat(15) })), { sequence: 6 }]],
  ])('is refused with %s: %j', (problem, rule) => expect(problemOfRule(rule)).toBe(problem))
})
