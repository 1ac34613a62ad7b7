const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    calendar: 'iso8601',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  formatters.set(timeZone, made)
  return made
}

export type LocalTime = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
}

/** What a clock on the wall of the zone shows at an instant. */
export function localTime(instant: Date, timeZone: string): LocalTime {
  const shown = new Date(instant.getTime() + offsetAt(instant.getTime(), timeZone))
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
    ms: instant.getUTCMilliseconds(),
  }
}

const dayMs = 86_400_000
const mostDays = 20_000
const dayOffsets = new Map<string, Map<number, number>>()

/** Asking the calendar costs more than all else in reading a date; clocks change at most once a day, so its two ends tell. */
function offsetAt(instant: number, timeZone: string): number {
  const day = Math.floor(instant / dayMs)
  const [from, to] = [offsetOfDay(day, timeZone), offsetOfDay(day + 1, timeZone)]
  return from === to ? from : readOffset(instant, timeZone)
}

function offsetOfDay(day: number, timeZone: string): number {
  const days = dayOffsets.get(timeZone) ?? new Map<number, number>()
  dayOffsets.set(timeZone, days)
  const known = days.get(day)
  if (known !== undefined) return known
  if (days.size >= mostDays) days.clear()
  const offset = readOffset(day * dayMs, timeZone)
  days.set(day, offset)
  return offset
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function readOffset(instant: number, timeZone: string): number {
  const parts = new Map(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(instant / 1000) * 1000
}

function utcOf(time: LocalTime): number {
  return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second, time.ms)
}

/** The instant at which the zone's clocks show this time. */
export function instantOf(time: LocalTime, timeZone: string): Date {
  const wanted = utcOf(time)
  const near = wanted - offsetAt(wanted, timeZone)
  return new Date(wanted - offsetAt(near, timeZone))
}

export function localDate(instant: Date, timeZone: string): string {
  const { year, month, day } = localTime(instant, timeZone)
  return isoDate(year, month, day)
}

export function isoDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
