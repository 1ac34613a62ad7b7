import { expect, it } from 'vitest'
import { nextOpening } from './rhythm.ts'

it.each([
  ['once', '2026-03-01', '2026-02-28', '2026-03-01'],
  ['once', '2026-03-01', '2026-03-01', null],
  ['monthly', '2026-01-31', '2026-01-31', '2026-02-28'],
  ['monthly', '2026-01-31', '2026-02-28', '2026-03-31'],
  ['monthly', '2026-01-15', '2026-05-14', '2026-05-15'],
  ['quarterly', '2026-01-01', '2026-01-01', '2026-04-01'],
  ['quarterly', '2025-11-30', '2026-02-27', '2026-02-28'],
  ['half_yearly', '2026-01-01', '2026-11-29', '2027-01-01'],
  ['yearly', '2024-02-29', '2024-02-29', '2025-02-28'],
  ['yearly', '2024-02-29', '2027-12-31', '2028-02-29'],
] as const)('%s from %s: behind %s comes %s', (rhythm, start, after, next) => {
  expect(nextOpening(rhythm, start, after)).toBe(next)
})
