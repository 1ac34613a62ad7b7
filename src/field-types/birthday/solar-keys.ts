/** The solar days of the year that are celebrated on a date: 29 February on the 28th where there is none. */
export function solarKeys(date: string): string[] {
  const isShort = date.endsWith('02-28') && daysAfter(date, 1).endsWith('03-01')
  return [date.slice(5), ...(isShort ? ['02-29'] : [])]
}

export function daysAfter(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}
