import dayjs from 'dayjs'
import { expect, test } from 'vitest'
import { dayOf, onDay, weeksOf, within } from './month.ts'

test('a month is whole weeks from Monday to Sunday', () => {
  const november = weeksOf(dayjs('2026-11-15'))
  expect(november).toHaveLength(6)
  expect(november[0]?.[0]).toBe('2026-10-26')
  expect(november.at(-1)?.at(-1)).toBe('2026-12-06')
  const february = weeksOf(dayjs('2027-02-01'))
  expect(february.flat()).toHaveLength(28)
  expect(february[0]?.[0]).toBe('2027-02-01')
})

test('a moment lies on the day of its reader, and keeps its time on another', () => {
  const moment = new Date(2026, 10, 26, 17, 30).toISOString()
  expect(dayOf(moment)).toBe('2026-11-26')
  expect(onDay(moment, '2026-12-01', 'date_time')).toBe(new Date(2026, 11, 1, 17, 30).toISOString())
  expect(onDay('2026-11-26', '2026-12-01', 'date')).toBe('2026-12-01')
  expect(dayOf(null)).toBeUndefined()
})

test('weeks end before the day after their last', () => {
  const weeks = weeksOf(dayjs('2027-02-01'))
  expect(within(weeks, 'date')).toEqual({ gte: '2027-02-01', lt: '2027-03-01' })
  expect(within(weeks, 'date_time').lt).toBe(new Date(2027, 2, 1).toISOString())
})
