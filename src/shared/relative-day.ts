const form = /^today([+-]\d{1,5})?$/

/** Whether a text is a day that moves with the calendar: `today`, `today-30`, `today+7`. */
export function isRelativeDay(text: unknown): text is string {
  return typeof text === 'string' && form.test(text)
}

/** Days from today, or undefined for what is no such day. */
export function daysFromToday(text: unknown): number | undefined {
  const match = typeof text === 'string' ? form.exec(text) : null
  return match ? Number(match[1] ?? 0) : undefined
}
