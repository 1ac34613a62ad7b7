import { describe, expect, it } from 'vitest'
import { instantOf, localTime } from './zone.ts'

/** What the calendar of the platform itself says. */
function shown(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)
}

function told(instant: Date, timeZone: string): string {
  const { year, month, day, hour, minute, second } = localTime(instant, timeZone)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
}

const cases = [
  ['Asia/Shanghai', '2026-11-22T04:18:48Z'],
  ['Asia/Shanghai', '1901-01-01T00:00:00Z'],
  ['Asia/Shanghai', '1986-05-03T17:59:59Z'],
  ['Asia/Shanghai', '1986-05-03T18:00:00Z'],
  ['America/New_York', '2026-03-08T06:59:59Z'],
  ['America/New_York', '2026-03-08T07:00:00Z'],
  ['America/New_York', '2026-11-01T05:59:59Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['Asia/Kathmandu', '1969-12-31T23:59:59Z'],
] as const

describe('what a wall clock shows', () => {
  it.each(cases)('in %s at %s is what the calendar says', (timeZone, at) => {
    expect(told(new Date(at), timeZone)).toBe(shown(new Date(at), timeZone))
  })

  it.each(cases)('in %s at %s leads back to the instant, also around a change of clocks', (timeZone, at) => {
    const instant = new Date(at)
    const back = instantOf(localTime(instant, timeZone), timeZone)
    expect(told(back, timeZone)).toBe(told(instant, timeZone))
  })

  it('keeps milliseconds', () => {
    expect(localTime(new Date('2026-11-22T04:18:48.123Z'), 'Asia/Shanghai').ms).toBe(123)
  })
})
