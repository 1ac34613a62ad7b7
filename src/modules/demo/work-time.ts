import type { Random } from './random.ts'

export const day = 86_400_000
const hour = 3_600_000
const minute = 60_000
/** China's clocks all show the same time, without summer time. */
const zone = 8 * hour

/** A moment of a working day in the span; people write down what they did when they did it. */
export function workTime(chance: Random, from: number, to: number): number {
  const drawn = from + chance.next() * Math.max(to - from, 0)
  const midnight = Math.floor((drawn + zone) / day) * day
  const weekday = new Date(midnight).getUTCDay()
  const weekend = weekday === 6 ? 2 : weekday === 0 ? 1 : 0
  const clock = chance.between(9, 17) * hour + chance.between(0, 59) * minute + chance.between(0, 59) * 1000
  const at = midnight + weekend * day + clock - zone
  return Math.floor(Math.min(Math.max(at, from), Math.max(from, to)))
}

/** The calendar day in China. */
export function dateOf(at: number): string {
  return new Date(at + zone).toISOString().slice(0, 10)
}
