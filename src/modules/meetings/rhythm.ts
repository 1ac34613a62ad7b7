import { nextOpening } from '#shared/rhythm'
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '#shared/working-days'

/** How often a series meets. */
export const meetingRhythms = {
  weekly: { zh: '每周', en: 'Weekly' },
  fortnightly: { zh: '每两周', en: 'Fortnightly' },
  monthly: { zh: '每月', en: 'Monthly' },
} as const
type MeetingRhythm = keyof typeof meetingRhythms

const steps: Readonly<Record<string, number>> = { weekly: 7, fortnightly: 14 }
const dayMs = 86_400_000

/** The first day after another that a series names which began on `start`, whatever sort of day it is. */
export function nextNamed(rhythm: MeetingRhythm, start: string, after: string): string {
  if (start > after) return start
  const step = steps[rhythm]
  // A month later there is always another.
  if (!step) return nextOpening('monthly', start, after) ?? start
  const passed = Math.floor((Date.parse(after) - Date.parse(start)) / dayMs / step)
  return daysAfter(start, (passed + 1) * step)
}

/** The working day on which a named day's meeting is held: itself or the next one; undefined where the following meeting is as near. */
export function heldOn(
  calendar: WorkingCalendar,
  { rhythm, start, named }: { rhythm: MeetingRhythm; start: string; named: string },
): string | undefined {
  const day = addWorkingDays(calendar, named, 0)
  return day !== undefined && day < nextNamed(rhythm, start, named) ? day : undefined
}

export function rhythmOf(value: unknown): MeetingRhythm {
  return value === 'fortnightly' || value === 'monthly' ? value : 'weekly'
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return daysAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
}

/** The last working day of the week that begins on a Monday, on which its reports are due; undefined for a week without one. */
export function reportsDue(calendar: WorkingCalendar, monday: string): string | undefined {
  return [6, 5, 4, 3, 2, 1, 0].map((days) => daysAfter(monday, days)).find((day) => isWorkingDay(calendar, day))
}
