import { describe, expect, it } from 'vitest'
import {
  addWorkingDays,
  exceptionOn,
  isWorkingDay,
  usualWeek,
  type WorkingCalendar,
  workingDaysBefore,
} from './working-days.ts'

const china: WorkingCalendar = {
  week: usualWeek,
  exceptions: [
    { name: '国庆节', works: true, from: '2026-09-20', until: '2026-09-20' },
    { name: '中秋节', works: false, from: '2026-09-25', until: '2026-09-27' },
    { name: '国庆节', works: false, from: '2026-10-01', until: '2026-10-07' },
    { name: '国庆节', works: true, from: '2026-10-10', until: '2026-10-10' },
  ],
}

describe('a working day', () => {
  it.each([
    ['2026-09-18', true, 'Friday'],
    ['2026-09-19', false, 'Saturday'],
    ['2026-09-20', true, 'Sunday, worked instead of the holiday'],
    ['2026-09-25', false, 'holiday'],
    ['2026-10-07', false, 'last day of the holiday'],
    ['2026-10-08', true, 'Thursday behind it'],
    ['2026-10-10', true, 'Saturday, worked instead'],
    ['2026-10-11', false, 'Sunday'],
  ])('%s: %s (%s)', (day, works) => expect(isWorkingDay(china, day)).toBe(works))

  it('is counted from a day over weekends and holidays', () => {
    expect(addWorkingDays(china, '2026-09-18', 1)).toBe('2026-09-20')
    expect(addWorkingDays(china, '2026-09-30', 1)).toBe('2026-10-08')
    expect(addWorkingDays(china, '2026-09-30', 3)).toBe('2026-10-10')
    expect(addWorkingDays(china, '2026-09-30', 4)).toBe('2026-10-12')
    expect(addWorkingDays(china, '2026-10-01', 1)).toBe('2026-10-08')
    expect(addWorkingDays(china, '2026-10-01', 0)).toBe('2026-10-08')
    expect(addWorkingDays(china, '2026-09-30', 0)).toBe('2026-09-30')
  })

  it('is so many working days before another', () => {
    expect(workingDaysBefore(china, '2026-10-12', 4)).toBe('2026-09-30')
    expect(workingDaysBefore(china, '2026-10-08', 1)).toBe('2026-09-30')
    expect(workingDaysBefore({ week: [], exceptions: [] }, '2026-10-08', 1)).toBeUndefined()
  })

  it('is none where nobody ever works', () => {
    expect(addWorkingDays({ week: [], exceptions: [] }, '2026-09-30', 1)).toBeUndefined()
  })

  it('is named by the later of two exceptions', () => {
    const twice = {
      ...china,
      exceptions: [...china.exceptions, { name: '值班', works: true, from: '2026-10-05', until: '2026-10-05' }],
    }
    expect(exceptionOn(twice, '2026-10-05')?.name).toBe('值班')
    expect(isWorkingDay(twice, '2026-10-05')).toBe(true)
    expect(exceptionOn(china, '2026-10-08')).toBeUndefined()
  })
})
