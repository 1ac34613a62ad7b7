/** Full years from a solar birthday (`YYYY-MM-DD`) to a day; null for lunar dates and for birthdays without a year. */
export function ageAt(birthday: unknown, now: Date): number | null {
  const match = typeof birthday === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthday) : null
  if (!match) return null
  const [year, month, day] = match.slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  const had = now.getMonth() + 1 > month || (now.getMonth() + 1 === month && now.getDate() >= day)
  return now.getFullYear() - year - (had ? 0 : 1)
}
