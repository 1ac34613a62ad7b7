import type { RecordWire } from '#shared/wire'
import { isWorkingDay, usualWeek, type WorkingCalendar } from '#shared/working-days'

/** Codes of the days of the week, as the company's record keeps them. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** When a company works, by its own record and its holidays in their order. */
export function calendarOf(company: RecordWire, holidays: readonly RecordWire[]): WorkingCalendar {
  const chosen = company.workWeek
  return {
    week: Array.isArray(chosen)
      ? weekdays.flatMap((day, index) => (chosen.includes(day) ? [index + 1] : []))
      : usualWeek,
    exceptions: holidays.map(({ name, works, from, until }) => ({
      name: String(name),
      works: works === 'on',
      from: String(from),
      until: String(until ?? from),
    })),
  }
}

/** The days of a month, from 1. */
export function daysOf(year: number, month: number): readonly string[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const [digits, two] = [String(year).padStart(4, '0'), String(month).padStart(2, '0')]
  return Array.from({ length: count }, (_, index) => `${digits}-${two}-${String(index + 1).padStart(2, '0')}`)
}

export function workingDaysOf(calendar: WorkingCalendar, year: number): number {
  const months = Array.from({ length: 12 }, (_, index) => daysOf(year, index + 1))
  return months.flat().filter((day) => isWorkingDay(calendar, day)).length
}
