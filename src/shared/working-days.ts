/** When a company works: its week, and the days that are otherwise. */
export type WorkingCalendar = {
  /** Days of the week on which it works, Monday = 1 ... Sunday = 7. */
  week: readonly number[]
  /** Holidays, and days worked instead of them; of two that meet, the later one in the list holds. */
  exceptions: readonly { name: string; works: boolean; from: string; until: string }[]
}

export const usualWeek: readonly number[] = [1, 2, 3, 4, 5]

/** What is special about a day, `YYYY-MM-DD`; undefined for one like all others of its name. */
export function exceptionOn({ exceptions }: WorkingCalendar, day: string) {
  return exceptions.findLast(({ from, until }) => from <= day && day <= until)
}

export function isWorkingDay(calendar: WorkingCalendar, day: string): boolean {
  const exception = exceptionOn(calendar, day)
  if (exception) return exception.works
  return calendar.week.includes(new Date(`${day}T00:00:00Z`).getUTCDay() || 7)
}

/** Far enough for any deadline; a calendar without working days would be searched for ever. */
const farthestDays = 3_660

/** The day that is so many working days after another (0 = itself or the next working day); undefined where none is near. */
export function addWorkingDays(calendar: WorkingCalendar, day: string, count: number): string | undefined {
  let left = count
  for (let at = 0; at < farthestDays; at++) {
    const tried = dayAfter(day, at)
    if (at > 0 && left > 0 && isWorkingDay(calendar, tried)) left--
    if (left === 0 && isWorkingDay(calendar, tried)) return tried
  }
  return undefined
}

/** The last working day before another; the day before, where none is near. */
export function workingDayBefore(calendar: WorkingCalendar, day: string): string {
  return workingDaysBefore(calendar, day, 1) ?? dayAfter(day, -1)
}

/** The working day that is so many of them before another day; undefined where none is near. */
export function workingDaysBefore(calendar: WorkingCalendar, day: string, count: number): string | undefined {
  let left = count
  for (let at = 1; at < farthestDays; at++) {
    const tried = dayAfter(day, -at)
    if (isWorkingDay(calendar, tried)) left--
    if (left === 0) return tried
  }
  return undefined
}

function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() + days)
  return moment.toISOString().slice(0, 10)
}
