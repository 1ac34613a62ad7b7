export const periodLengths = ['month', 'quarter', 'year'] as const
export type PeriodLength = (typeof periodLengths)[number]

/** A stretch of the calendar by its name: `2026-10`, `2026-Q4`, `2026`; `until`: the first day after it. */
export type CalendarPeriod = { name: string; length: PeriodLength; from: string; until: string }

const months = { month: 1, quarter: 3, year: 12 } as const

/** The period of a length in which a day lies. */
export function periodOf(length: PeriodLength, day: string): CalendarPeriod {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const step = months[length]
  const first = month - ((month - 1) % step)
  const names = {
    month: `${year}-${two(first)}`,
    quarter: `${year}-Q${(first + 2) / 3}`,
    year: String(year),
  }
  return { name: names[length], length, from: dayOf(year, first), until: dayOf(year, first + step) }
}

/** The one before. */
export function periodBefore({ length, from }: CalendarPeriod): CalendarPeriod {
  const before = new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000)
  return periodOf(length, before.toISOString().slice(0, 10))
}

/** By its name; undefined for what is none. */
export function periodNamed(name: string): CalendarPeriod | undefined {
  const [, year, quarter, month] = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(name) ?? []
  if (!year) return undefined
  if (quarter) return periodOf('quarter', dayOf(Number(year), Number(quarter) * 3))
  return month ? periodOf('month', `${year}-${month}-01`) : periodOf('year', `${year}-01-01`)
}

const two = (count: number): string => String(count).padStart(2, '0')

function dayOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
}
