import { hash } from 'node:crypto'

/** Chance that repeats itself: the same seed gives the same company, on every machine and after every kill. */
export type Random = {
  /** 0 <= n < 1 */
  next(): number
  /** Whole numbers from `low` to `high`, both included. */
  between(low: number, high: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the keys, each as often as its weight says. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T
}

export function random(...seeds: readonly number[]): Random {
  let state = seeds.reduce((mixed, seed) => mix(mixed ^ seed), 0x9e3779b9)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    return mix(state) / 0x1_0000_0000
  }
  const made: Random = {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)]
      if (item === undefined) throw new Error('Nothing to pick from')
      return item
    },
    weighted: (weights) => {
      const entries = entriesOf(weights)
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      const found = entries.find(([, weight]) => {
        left -= weight
        return left < 0
      })
      return found?.[0] ?? made.pick(entries)[0]
    },
  }
  return made
}

function entriesOf<T extends string>(weights: Readonly<Record<T, number>>): [T, number][] {
  // Object.entries forgets the names of the keys.
  return Object.entries(weights) as [T, number][]
}

/** Spreads neighbouring seeds over all of 32 bits (the finaliser of mulberry32). */
function mix(seed: number): number {
  let value = Math.imul(seed ^ (seed >>> 15), seed | 1)
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
  return (value ^ (value >>> 14)) >>> 0
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0').slice(-digits)

/**
 * A version 7 id whose time is `at` and whose random part comes from the seeds. By a hash: two chances may begin alike, which two
 * records of one moment must not.
 */
export function idFrom(at: number, ...seeds: readonly number[]): string {
  const digits = hash('sha256', seeds.join(' '))
  const variant = '89ab'[Number.parseInt(digits.slice(0, 1), 16) % 4]
  const time = hex(at, 12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits.slice(1, 4)}-${variant}${digits.slice(4, 7)}-${digits.slice(7, 19)}`
}
