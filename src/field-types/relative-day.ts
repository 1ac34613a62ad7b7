import { daysFromToday } from '#shared/relative-day'
import type { ParseEnv } from '../kernel/object/kind.ts'
import { localDate } from './zone.ts'

/** `today`, `today-30`, `today+7`: a saved filter moves with the calendar. */
export function readRelativeDay(input: unknown, env: ParseEnv): string | undefined {
  const days = daysFromToday(input)
  if (days === undefined) return undefined
  const day = new Date(`${localDate(env.now, env.timeZone)}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}
