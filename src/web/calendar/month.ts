import dayjs, { type Dayjs } from 'dayjs'

/** The days of the weeks, Monday first, that a month touches, as YYYY-MM-DD. */
export function weeksOf(month: Dayjs): readonly (readonly string[])[] {
  const first = month.startOf('month')
  const monday = first.subtract((first.day() + 6) % 7, 'day')
  const weeks = Math.ceil((first.diff(monday, 'day') + first.daysInMonth()) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => monday.add(week * 7 + day, 'day').format('YYYY-MM-DD')),
  )
}

/** The day on which a value of a date or a moment lies for whoever reads it. */
export function dayOf(value: unknown): string | undefined {
  const moment = typeof value === 'string' ? dayjs(value) : undefined
  return moment?.isValid() ? moment.format('YYYY-MM-DD') : undefined
}

/** The value that lies on another day: a date, or the same time of that day. */
export function onDay(value: unknown, day: string, kind: string): string {
  if (kind === 'date') return day
  const was = dayjs(String(value))
  return dayjs(day).hour(was.hour()).minute(was.minute()).toISOString()
}

/** The condition that a date or a moment lies in these weeks. */
export function within(weeks: readonly (readonly string[])[], kind: string): { gte: string; lt: string } {
  const [first = '', after = ''] = [weeks[0]?.[0], dayjs(weeks.at(-1)?.at(-1)).add(1, 'day').format('YYYY-MM-DD')]
  if (kind === 'date') return { gte: first, lt: after }
  return { gte: dayjs(first).toISOString(), lt: dayjs(after).toISOString() }
}
