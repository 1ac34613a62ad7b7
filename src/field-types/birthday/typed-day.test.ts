import { expect, test } from 'vitest'
import { typedDay, wireDay } from './typed-day.ts'

test.each([
  ['1990-04-12', false, '1990-04-12'],
  ['--04-12', false, '04-12'],
  ['L1990-04-12', true, '1990-04-12'],
  ['L1990-闰04-12', true, '1990-闰04-12'],
  ['--L04-12', true, '04-12'],
])('%s is typed as it is read, and goes back the same', (wire, lunar, day) => {
  expect(typedDay(wire)).toEqual({ lunar, day })
  expect(wireDay(lunar, day)).toBe(wire)
})

test('nothing typed is no birthday', () => {
  expect(wireDay(true, '  ')).toBeNull()
  expect(typedDay(null)).toEqual({ lunar: false, day: '' })
})
