import { expect, it } from 'vitest'
import { NotSealedHere } from './cipher.ts'
import type { Level, Place } from './codec.ts'
import { makeRing, type RingSettings } from './ring.ts'
import { randomKey } from './wrap-key.ts'

const place: Place = { object: 'customer', record: 'one', field: 'phone', copy: 'record' }
const key = randomKey()

/** Rings that all hold the same key. */
function ringOf({ house = 'ours', level = 2 as Level, plain = false } = {}) {
  const held = { id: 7, owner: 'one', level, key }
  const settings: RingSettings = { house, byId: new Map([[7, held]]), byOwner: [held], plain }
  return makeRing(settings)
}

const seal = (settings?: Parameters<typeof ringOf>[0]): Buffer =>
  ringOf(settings).seal('here', place, { owner: 'one', level: settings?.level ?? 2 })

it('opens nothing of another house, also with its key', () => {
  expect(ringOf().open(seal(), place)).toBe('here')
  expect(() => ringOf({ house: 'theirs' }).open(seal(), place)).toThrow(NotSealedHere)
})

it('opens nothing of another level, also with its key', () => {
  expect(() => ringOf({ level: 3 }).open(seal(), place)).toThrow(NotSealedHere)
})

it('takes a plain text for a value only while there are such from before there were keys', () => {
  expect(ringOf({ plain: true }).open(Buffer.from('from before'), place)).toBe('from before')
  expect(() => ringOf().open(Buffer.from('from before, and long enough to look sealed'), place)).toThrow(NotSealedHere)
})
