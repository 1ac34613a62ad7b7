import { expect, test } from 'vitest'
import { positionAt } from './position-at.ts'

test.each([
  [0, 2],
  [2, 0],
  [1, 2],
  [1, 0],
  [0, 1],
])('from place %i to place %i, and nothing else moves', (from, to) => {
  const positions = [1, 4, 9]
  const moved = positions.with(from, positionAt(positions, from, to))
  const order = [0, 1, 2].toSorted((one, other) => Number(moved[one]) - Number(moved[other]))
  expect(order).toEqual([0, 1, 2].toSpliced(from, 1).toSpliced(to, 0, from))
})
