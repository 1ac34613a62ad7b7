import { expect, it } from 'vitest'
import { peopleLeft, type Slot } from './slots.ts'

const left = (...slots: Slot[]): number => peopleLeft({ place: 0, slots, isLast: true, of: 1 })
const slot = (key: string, ...people: string[]): Slot => ({ key, people })

it('counts the people who have to sign yet, not the places that they fill', () => {
  expect(left(slot('any', 'chen', 'sun'))).toBe(1)
  expect(left(slot('superior', 'chen'), slot('role:head', 'zhang'))).toBe(2)
  // Whoever is both signs once, and several values that were keyed otherwise are decided on together.
  expect(left(slot('superior', 'chen'), slot('role:manager', 'sun', 'chen'), slot('role:head', 'zhang'))).toBe(2)
  expect(left(slot('keyed:phone', 'zhang', 'chen'), slot('keyed:fax', 'zhang', 'chen'))).toBe(1)
})

it('counts a place for which there is nobody, and none that is to be keyed again', () => {
  expect(left(slot('superior'), slot('role:head'))).toBe(2)
  expect(left({ key: 'keyed:fax', people: ['li'], blind: 'fax' })).toBe(0)
  expect(left({ key: 'keyed:fax', people: ['li'], blind: 'fax' }, slot('keyed:phone', 'chen'))).toBe(1)
})
