import type { Random } from './random.ts'
import { dateOf, day } from './work-time.ts'

const two = (part: number): string => String(part).padStart(2, '0')

/** A day of birth of somebody in working life: mostly solar, some by the lunar calendar; `soon` = within two weeks. */
export function birthday(chance: Random, { until, soon }: { until: number; soon: boolean }): string {
  const year = chance.between(1962, 2000)
  if (soon)
    return `${year}${dateOf(until + chance.between(0, 14) * day)
      .slice(4)
      .replace('-02-29', '-02-28')}`
  // Every month of both calendars has these days.
  const date = `${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`
  return chance.chance(0.2) ? `L${year}-${date}` : `${year}-${date}`
}
