/** What a page shows of a birthday: solar `1990-04-12` or `--04-12`, lunar with `L` in front. */
export function typedDay(value: unknown): { lunar: boolean; day: string } {
  const text = typeof value === 'string' ? value : ''
  return { lunar: /^(--)?L/.test(text), day: text.replace('L', '').replace(/^--/, '') }
}

/** The wire value of what was typed; a year is not needed. */
export function wireDay(lunar: boolean, day: string): string | null {
  const bare = day.trim()
  if (bare === '') return null
  const yearless = /^\d{1,2}-\d{1,2}$/.test(bare) || /^闰\d{1,2}-\d{1,2}$/.test(bare)
  return `${yearless ? '--' : ''}${lunar ? 'L' : ''}${bare}`
}
