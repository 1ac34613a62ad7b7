import type { Label } from './label.ts'

/** How often a plan opens a round. */
export const rhythms = {
  once: { zh: '一次', en: 'Once' },
  monthly: { zh: '每月', en: 'Monthly' },
  quarterly: { zh: '每季度', en: 'Quarterly' },
  half_yearly: { zh: '每半年', en: 'Half-yearly' },
  yearly: { zh: '每年', en: 'Yearly' },
} as const satisfies Record<string, Label>

export type Rhythm = keyof typeof rhythms

const months = { once: 0, monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12 } as const

/**
 * The first day after another on which a plan that began on `start` opens a round, `YYYY-MM-DD`; null: never again. Where a month lacks
 * the day, its last one counts, and the next round is back on the day of the first.
 */
export function nextOpening(rhythm: Rhythm, start: string, after: string): string | null {
  if (start > after) return start
  const step = months[rhythm]
  if (!step) return null
  const [year = 0, month = 1] = after.split('-').map(Number)
  const [firstYear = 0, firstMonth = 1] = start.split('-').map(Number)
  const passed = Math.floor(((year - firstYear) * 12 + month - firstMonth) / step)
  const due = monthsLater(start, passed * step)
  return due > after ? due : monthsLater(start, (passed + 1) * step)
}

function monthsLater(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + count, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date, last))
  return first.toISOString().slice(0, 10)
}
