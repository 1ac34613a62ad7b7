import { expect, test } from 'vitest'
import { parseEnv } from '#test/kind-contract'
import { celebratedWithin } from './celebrated.ts'
import { samples } from './kind.samples.ts'
import { birthdayKind } from './kind.ts'

const on = (date: string): string[] => [...celebratedWithin(date, 0).keys()]

test.each([
  ['2026-09-25', ['09-25', 'L08-15']],
  // 2027 has a 29 February no more than 2026 has; 2028 has.
  ['2027-02-28', ['02-28', '02-29', 'L01-23']],
  ['2028-02-28', ['02-28', 'L02-04']],
  ['2028-02-29', ['02-29', 'L02-05']],
  // The last month of 2025 has 29 days: New Year's Eve is its 30th as well. That of 2026 too, and 2027's has 29.
  ['2026-02-16', ['02-16', 'L12-29', 'L12-30']],
  ['2027-02-05', ['02-05', 'L12-29', 'L12-30']],
  // In 2025 a leap month follows the sixth: it is celebrated once.
  ['2025-07-24', ['07-24', 'L06-30']],
  ['2025-08-10', ['08-10']],
])('on %s is celebrated %j', (date, keys) => expect(on(date)).toEqual(keys))

test('within a week is each day once, with how many days there are to it', () => {
  const week = celebratedWithin('2026-12-28', 7)
  expect([...week].filter(([key]) => !key.startsWith('L'))).toEqual([
    ['12-28', 0],
    ['12-29', 1],
    ['12-30', 2],
    ['12-31', 3],
    ['01-01', 4],
    ['01-02', 5],
    ['01-03', 6],
    ['01-04', 7],
  ])
})

test('every day of a year is somebody’s, and no birthday goes without', () => {
  const solar = new Set<string>()
  for (const key of celebratedWithin('2026-01-01', 365).keys()) solar.add(key)
  expect([...solar].filter((key) => !key.startsWith('L'))).toHaveLength(366)
  expect([...solar].filter((key) => key.startsWith('L'))).toHaveLength(360)
})

test.each([32, -1, 1.5, 'a week', null, ''])('within %j days is no question', (days) => {
  const read = birthdayKind.parseArgument?.('withinDays', days, samples.field, parseEnv())
  expect(read?.problem?.code).toBe('field.days_ahead')
})
