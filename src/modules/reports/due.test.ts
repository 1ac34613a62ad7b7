import { describe, expect, it } from 'vitest'
import { dueAfter, dueUpTo, periodBefore } from './due.ts'

const timeZone = 'Asia/Shanghai'
const at = (text: string): Date => new Date(`${text}+08:00`)
const daily = { rhythm: 'daily', hour: 8, timeZone } as const
const weekly = { rhythm: 'weekly', hour: 0, timeZone } as const
const monthly = { rhythm: 'monthly', hour: 23, timeZone } as const

describe('a report', () => {
  it('is due at its hour of the company’s day, on Mondays, or on the first of the month', () => {
    expect(dueAfter(daily, at('2026-11-28T07:59:59'))).toEqual(at('2026-11-28T08:00:00'))
    expect(dueAfter(daily, at('2026-11-28T08:00:00'))).toEqual(at('2026-11-29T08:00:00'))
    expect(dueAfter(weekly, at('2026-11-28T12:00:00'))).toEqual(at('2026-11-30T00:00:00'))
    expect(dueAfter(weekly, at('2026-11-30T00:00:00'))).toEqual(at('2026-12-07T00:00:00'))
    expect(dueAfter(monthly, at('2026-12-01T23:00:00'))).toEqual(at('2027-01-01T23:00:00'))
    expect(dueAfter(monthly, at('2027-01-01T22:00:00'))).toEqual(at('2027-01-01T23:00:00'))
  })

  it('that was missed is the latest of those that were', () => {
    expect(dueUpTo(daily, at('2026-11-28T07:00:00'))).toEqual(at('2026-11-27T08:00:00'))
    expect(dueUpTo(daily, at('2026-11-28T08:00:00'))).toEqual(at('2026-11-28T08:00:00'))
    expect(dueUpTo(weekly, at('2026-11-28T12:00:00'))).toEqual(at('2026-11-23T00:00:00'))
    expect(dueUpTo(monthly, at('2026-12-01T08:00:00'))).toEqual(at('2026-11-01T23:00:00'))
  })

  it('keeps its hour when the clocks of the zone change', () => {
    const berlin = { ...daily, timeZone: 'Europe/Berlin' }
    expect(dueAfter(berlin, new Date('2026-10-24T12:00:00Z'))).toEqual(new Date('2026-10-25T07:00:00Z'))
    expect(dueAfter(berlin, new Date('2026-03-28T12:00:00Z'))).toEqual(new Date('2026-03-29T06:00:00Z'))
  })

  it('tells of the whole days before the day on which it is due', () => {
    const due = at('2027-03-31T08:00:00')
    expect(periodBefore(due, 'day', timeZone)).toMatchObject({ firstDay: '2027-03-30', lastDay: '2027-03-30' })
    expect(periodBefore(due, 'week', timeZone)).toEqual({
      from: at('2027-03-24T00:00:00').toISOString(),
      to: at('2027-03-31T00:00:00').toISOString(),
      firstDay: '2027-03-24',
      lastDay: '2027-03-30',
    })
    expect(periodBefore(due, 'month', timeZone)).toMatchObject({ firstDay: '2027-02-28', lastDay: '2027-03-30' })
    expect(periodBefore(at('2027-01-01T08:00:00'), 'month', timeZone)).toMatchObject({
      firstDay: '2026-12-01',
      lastDay: '2026-12-31',
    })
  })
})
