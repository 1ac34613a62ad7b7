import { expect, it } from 'vitest'
import { periodBefore, periodNamed, periodOf } from './calendar-period.ts'

it('names the month, quarter and year of a day, and where they begin and end', () => {
  const day = '2026-11-29'
  expect(periodOf('month', day)).toMatchObject({ name: '2026-11', from: '2026-11-01', until: '2026-12-01' })
  expect(periodOf('quarter', day)).toMatchObject({ name: '2026-Q4', from: '2026-10-01', until: '2027-01-01' })
  expect(periodOf('year', day)).toMatchObject({ name: '2026', from: '2026-01-01', until: '2027-01-01' })
})

it('goes back one by one, and finds each by its name again', () => {
  for (const [length, name] of [
    ['month', '2025-12'],
    ['quarter', '2025-Q4'],
    ['year', '2025'],
  ] as const) {
    const before = periodBefore(periodOf(length, '2026-01-31'))
    expect(before.name).toBe(name)
    expect(periodNamed(name)).toEqual(before)
  }
  for (const name of ['2026-13', '2026-Q5', '26', '2026-1', '2026-Q4 ']) expect(periodNamed(name)).toBeUndefined()
})
