import { daysInMonth, instantOf, isoDate, localTime } from '#field-types'

type Rhythm = 'daily' | 'weekly' | 'monthly'
export type Period = 'day' | 'week' | 'month'
/** The hour is one of the zone's clocks. */
export type Schedule = { rhythm: Rhythm; hour: number; timeZone: string }

type Day = { year: number; month: number; day: number }

/** Longer than any rhythm. */
const mostDays = 32
const monday = 1

/** The first time after an instant at which a report is due. */
export function dueAfter(schedule: Schedule, instant: Date): Date {
  return nearest(schedule, instant, { step: 1, fits: (due) => due > instant })
}

/** The last time, up to an instant, at which it was due. */
export function dueUpTo(schedule: Schedule, instant: Date): Date {
  return nearest(schedule, instant, { step: -1, fits: (due) => due <= instant })
}

/** The whole days of the zone before the day of a due time: their beginning and end, and the first and the last of them. */
export function periodBefore(due: Date, period: Period, timeZone: string) {
  const today = localTime(due, timeZone)
  const first = period === 'month' ? monthEarlier(today) : daysLater(today, period === 'week' ? -7 : -1)
  return {
    from: startOf(first, 0, timeZone).toISOString(),
    to: startOf(today, 0, timeZone).toISOString(),
    firstDay: nameOf(first),
    lastDay: nameOf(daysLater(today, -1)),
  }
}

type Search = { step: 1 | -1; fits(due: Date): boolean }

function nearest({ rhythm, hour, timeZone }: Schedule, instant: Date, { step, fits }: Search): Date {
  const today = localTime(instant, timeZone)
  for (let at = 0; at <= mostDays; at++) {
    const day = daysLater(today, at * step)
    if (!isOn(rhythm, day)) continue
    const due = startOf(day, hour, timeZone)
    if (fits(due)) return due
  }
  throw new Error(`Nothing is due ${rhythm}`)
}

function isOn(rhythm: Rhythm, { year, month, day }: Day): boolean {
  if (rhythm === 'monthly') return day === 1
  return rhythm === 'daily' || new Date(Date.UTC(year, month - 1, day)).getUTCDay() === monday
}

function daysLater({ year, month, day }: Day, days: number): Day {
  const at = new Date(Date.UTC(year, month - 1, day + days))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

/** The same day of the month before, or that month's last. */
function monthEarlier({ year, month, day }: Day): Day {
  const before = month === 1 ? { year: year - 1, month: 12 } : { year, month: month - 1 }
  return { ...before, day: Math.min(day, daysInMonth(before.year, before.month)) }
}

function startOf({ year, month, day }: Day, hour: number, timeZone: string): Date {
  return instantOf({ year, month, day, hour, minute: 0, second: 0, ms: 0 }, timeZone)
}

function nameOf({ year, month, day }: Day): string {
  return isoDate(year, month, day)
}
