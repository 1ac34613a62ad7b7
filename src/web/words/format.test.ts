import { describe, expect, test } from 'vitest'
import { formatterOf } from './format.ts'

const zh = formatterOf('zh')
const en = formatterOf('en')

describe("values in the reader's language", () => {
  test('a day is the same day in every zone', () => {
    expect(zh.date('2026-03-01')).toBe('2026年3月1日')
    expect(en.date('2026-03-01')).toBe('1 Mar 2026')
  })

  test('a birthday without a year has none', () => {
    expect(zh.monthDay('02-29')).toBe('2月29日')
    expect(en.monthDay('02-29')).toBe('29 Feb')
  })

  test('money always shows its minor unit, so that the decimals of a column stand below each other', () => {
    expect(zh.money({ amount: 1_200_000, currency: 'CNY' })).toBe('¥12,000.00')
    expect(zh.money({ amount: 1_200_050, currency: 'CNY' })).toBe('¥12,000.50')
    expect(en.money({ amount: -550, currency: 'USD' })).toBe('-$5.50')
  })

  test('a currency without a minor unit is not divided', () => {
    expect(en.money({ amount: 5_000, currency: 'JPY' })).toBe('¥5,000')
  })

  test('a share keeps its decimals', () => {
    expect(zh.percent(12.5)).toBe('12.5%')
  })

  test('a day that moves with the calendar is told by its distance', () => {
    expect(['today', 'today-60', 'today+7'].map(zh.relativeDay)).toEqual(['今天', '60天前', '7天后'])
    expect(['today', 'today-60', 'today+1'].map(en.relativeDay)).toEqual(['today', '60 days ago', 'tomorrow'])
  })

  test('what has just happened is told by its distance', () => {
    expect(zh.relative(new Date(Date.now() - 2 * 3_600_000 - 5_000).toISOString())).toBe('2小时前')
    expect(en.relative(new Date(Date.now() - 86_400_000 - 5_000).toISOString())).toBe('yesterday')
    expect(zh.relative(new Date(Date.now() - 1_000).toISOString())).toBe('此刻')
  })
})
