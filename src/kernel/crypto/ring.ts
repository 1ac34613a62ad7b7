import { isSealed, keyIdOf, NotSealedHere, openText, sealText } from './cipher.ts'
import type { KeyOwner, Level, Place, Ring } from './codec.ts'
import type { DataKey } from './key-cache.ts'

/** Version of how a place is written into what a cipher is bound to. */
const placeFormat = 1

export type RingSettings = {
  house: string
  byId: ReadonlyMap<number, DataKey>
  byOwner: readonly DataKey[]
  /** Values from before there were keys may still be read. */
  plain: boolean
}

export function makeRing({ house, byId, byOwner, plain }: RingSettings): Ring {
  const sealing = new Map(byOwner.map((key) => [nameOf(key), key]))
  return {
    seal: (text, place, owner) => {
      const found = sealing.get(nameOf(owner))
      if (!found?.key) throw new Error('A value is sealed whose key was not asked for')
      return sealText(text, { id: found.id, key: found.key }, boundTo(house, place, owner.level))
    },
    open: (bytes, place) => {
      if (plain && !isSealed(bytes)) return bytes.toString('utf8')
      const found = byId.get(keyIdOf(bytes))
      if (!found) throw new NotSealedHere()
      // The key itself is bound to its level, so that this one is the level under which the value was sealed.
      return found.key && openText(bytes, found.key, boundTo(house, place, found.level))
    },
  }
}

function nameOf({ owner, level }: KeyOwner): string {
  return `${owner} ${level}`
}

function boundTo(house: string, { object, record, field, copy }: Place, level: Level): string {
  return `${house}\0${object}\0${record}\0${field}\0${level}\0${copy}\0${placeFormat}`
}
