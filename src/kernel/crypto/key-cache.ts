import type { KeyObject } from 'node:crypto'
import type { KeyOwner, Level } from './codec.ts'

/** A data key in memory; null = destroyed. */
export type DataKey = { id: number; owner: string; level: Level; key: KeyObject | null }

/** Two generations of this many: what was used lately stays, and nothing is counted at each use. */
const generation = 10_000

const levels: readonly Level[] = [1, 2, 3]

export type KeyCache = {
  byId(id: number): DataKey | undefined
  byOwner(owner: KeyOwner): DataKey | undefined
  add(key: DataKey): void
  drop(owner: string): void
  clear(): void
  size(): number
}

/** The keys that this process has unwrapped lately. */
export function openKeyCache(): KeyCache {
  let young = new Map<number | string, DataKey>()
  let old = new Map<number | string, DataKey>()
  const find = (name: number | string): DataKey | undefined => {
    const found = young.get(name)
    if (found) return found
    const aged = old.get(name)
    if (aged) cache.add(aged)
    return aged
  }
  const cache: KeyCache = {
    byId: find,
    byOwner: (owner) => find(nameOf(owner)),
    add: (key) => {
      if (young.size >= generation * 2) {
        old = young
        young = new Map()
      }
      young.set(key.id, key)
      young.set(nameOf(key), key)
    },
    drop: (owner) => {
      for (const level of levels) {
        const key = find(nameOf({ owner, level }))
        for (const names of key ? [young, old] : []) {
          names.delete(key?.id ?? 0)
          names.delete(nameOf({ owner, level }))
        }
      }
    },
    clear: () => {
      young.clear()
      old.clear()
    },
    size: () => young.size + old.size,
  }
  return cache
}

function nameOf({ owner, level }: KeyOwner): string {
  return `${owner} ${level}`
}
