import { expect, test } from 'vitest'
import { lunarWords } from './lunar-words.ts'

test.each([
  ['01-01', '正月初一'],
  ['08-15', '八月十五'],
  ['10-10', '十月初十'],
  ['11-23', '冬月廿三'],
  ['12-30', '腊月三十'],
  ['1990-闰05-20', '1990年闰五月二十'],
  ['ten', 'ten'],
])('%s is spoken %s', (day, words) => expect(lunarWords(day)).toBe(words))
