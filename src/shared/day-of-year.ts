/** On which day of the year a date or birthday falls, with its calendar: `04-12`, lunar `L08-15`. A leap month is the month of its number. */
export function dayOfYear(value: unknown): string {
  const text = String(value)
  return `${text.startsWith('L') ? 'L' : ''}${text.slice(-5)}`
}
