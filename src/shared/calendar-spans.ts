/** Stretches of the calendar into which days fall; weeks begin on Monday. */
export const calendarSpans = ['day', 'week', 'month', 'quarter', 'year'] as const
export type CalendarSpan = (typeof calendarSpans)[number]

export function isCalendarSpan(name: unknown): name is CalendarSpan {
  return calendarSpans.some((span) => span === name)
}

/** Groups of what values fall into, as they are asked for: `per` of the calendar, or a part that they begin with (`region.province`). */
export function groupedBy({ by, per }: { by?: string; per?: string }): { by?: string; per?: string } {
  return by === undefined || per === undefined || isCalendarSpan(per) ? { by, per } : { by: `${by}.${per}` }
}

/** The first day of the stretch that a day falls into, `YYYY-MM-DD` both. */
export function firstDayOf(span: CalendarSpan, day: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()]
  switch (span) {
    case 'day':
      return day
    case 'week':
      return moved(at, (day) => day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7)))
    case 'month':
      return moved(at, (day) => day.setUTCDate(1))
    case 'quarter':
      return moved(at, (day) => day.setUTCFullYear(year, month - (month % 3), 1))
    case 'year':
      return moved(at, (day) => day.setUTCFullYear(year, 0, 1))
  }
}

/** The first day of the stretch after the one that begins on a day. */
export function nextDayOf(span: CalendarSpan, first: string): string {
  const at = new Date(`${first}T00:00:00Z`)
  if (span === 'day' || span === 'week')
    return moved(at, (day) => day.setUTCDate(day.getUTCDate() + (span === 'day' ? 1 : 7)))
  const months = { month: 1, quarter: 3, year: 12 }[span]
  return moved(at, (day) => day.setUTCMonth(day.getUTCMonth() + months))
}

function moved(at: Date, move: (day: Date) => unknown): string {
  const day = new Date(at)
  move(day)
  return day.toISOString().slice(0, 10)
}
