import { expect, it } from 'vitest'
import { daysOverdue, overdueBy } from './service-standard.ts'

it('asks of each tier with its own days, and of those never contacted since their file was made', () => {
  const standards = [
    { tier: 'vip', contactDays: 14 },
    { tier: 'ordinary', contactDays: null },
  ]
  expect(overdueBy(standards)).toEqual({
    or: [
      { tier: 'vip', lastFollowedUp: { lt: 'today-14' } },
      { tier: 'vip', lastFollowedUp: { empty: true }, createdAt: { lt: 'today-14' } },
    ],
  })
  expect(overdueBy([{ tier: 'vip', contactDays: null }])).toBeUndefined()
})

it('counts the days beyond the standard', () => {
  const now = Date.parse('2026-11-30T08:00:00Z')
  expect(daysOverdue('2026-11-10T08:00:00Z', 14, now)).toBe(6)
  expect(daysOverdue('2026-11-20T08:00:00Z', 14, now)).toBe(-4)
})
