import { describe, expect, it } from 'vitest'
import type { VerificationWay } from '#shared/verification'
import { ageOf } from './age-of.ts'

const day = 86_400_000
const made = (how: VerificationWay) => ({
  field: 'phone',
  how,
  by: null,
  at: new Date(0).toISOString(),
  ageing: new Date(75 * day).toISOString(),
  due: new Date(100 * day).toISOString(),
})

describe('the age of a verification', () => {
  it.each([
    ['fresh', 'call', 0],
    ['fresh', 'call', 75],
    ['ageing', 'visit', 76],
    ['ageing', 'call', 99],
    ['overdue', 'call', 100],
    ['unknown', 'refused', 99],
    ['overdue', 'absent', 100],
  ] as const)('is %s of %s after %i days', (age, how, days) => {
    expect(ageOf(made(how), days * day)).toBe(age)
  })

  it('is never of a value that nobody has verified', () => {
    expect(ageOf(undefined, 0)).toBe('never')
  })
})
