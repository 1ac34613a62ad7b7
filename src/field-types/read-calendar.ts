import type { ErrorCode } from '#shared/error-codes'
import { daysInMonth } from './zone.ts'

type Day = { year: number; month: number; day: number }
type Clock = { hour: number; minute: number; second: number; ms: number }
/** A day with, where the text says so, a time of day and an offset from UTC in minutes. */
export type Calendar = { day: Day; clock?: Clock; offset?: number }
export type ReadCalendar = Calendar | { code: ErrorCode }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const timeForm =
  /^(上午|下午|晚上|中午|凌晨|早上|am|pm)?\s*(\d{1,2})(?::|时|點|点)(?:(\d{1,2})(?:分|:|$|(?=\s))(?:(\d{1,2})(?:[.,](\d{1,6}))?秒?)?)?\s*(am|pm)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i
const excelForm = /^\d{5}(\.\d+)?$/
const excelEpoch = Date.UTC(1899, 11, 30)

/** Reads a date as spreadsheets, people and programmes write it; the order of numbers is year-month-day. */
export function readCalendar(text: string): ReadCalendar {
  if (excelForm.test(text)) return readSerial(Number(text))
  const [dayText, timeText] = splitTime(text)
  const day = readDay(dayText)
  if ('code' in day) return day
  if (day.year < 1000 || day.month < 1 || day.month > 12 || day.day < 1 || day.day > daysInMonth(day.year, day.month)) {
    return { code: 'field.date_impossible' }
  }
  if (!timeText) return { day }
  const time = readTime(timeText)
  return time ? { day, ...time } : { code: 'field.time_invalid' }
}

function splitTime(text: string): [string, string] {
  const withoutWeekday = text
    .replace(/\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?\s*/, ' ')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '')
  const split =
    /^(.*?\d{4}年?|.*?[日号]|.*?\d)(?:T|\s+|,\s*|(?<=[日号])\s*)((?:上午|下午|晚上|中午|凌晨|早上|am|pm)?\s*\d{1,2}(?::|时|點|点).*)$/i.exec(
      withoutWeekday.trim(),
    )
  return split ? [split[1]?.trim() ?? '', split[2]?.trim() ?? ''] : [withoutWeekday.trim(), '']
}

/** Excel counts days from 1899-12-30; below 20,000 (1954) a bare number is more likely something else. */
function readSerial(serial: number): ReadCalendar {
  if (serial < 20_000 || serial >= 80_000) return { code: 'field.date_invalid' }
  const instant = new Date(excelEpoch + Math.round(serial * 86_400) * 1000)
  const day = { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, day: instant.getUTCDate() }
  if (Number.isInteger(serial)) return { day }
  return {
    day,
    clock: { hour: instant.getUTCHours(), minute: instant.getUTCMinutes(), second: instant.getUTCSeconds(), ms: 0 },
  }
}

function readDay(text: string): Day | { code: ErrorCode } {
  const ymd = /^(\d{4})\s*(?:年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?|([-/.])\s*(\d{1,2})\s*\4\s*(\d{1,2}))$/.exec(
    text,
  )
  if (ymd) return dayOf(ymd[1], ymd[2] ?? ymd[5], ymd[3] ?? ymd[6])
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return dayOf(compact[1], compact[2], compact[3])
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${monthWord}[\\s,-]+(\\d{4})$`, 'i').exec(text)
  if (dayFirst) return dayOf(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1])
  const monthFirst = new RegExp(`^${monthWord}[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(\\d{4})$`, 'i').exec(text)
  if (monthFirst) return dayOf(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2])
  const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text)
  if (yearLast) return readYearLast(Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4]))
  if (/^\d{1,2}([-/.])\d{1,2}\1\d{1,2}$/.test(text)) return { code: 'field.date_ambiguous' }
  if (/^\d{4}\s*(年|[-/.])\s*(\d{1,2}\s*月?)?$/.test(text)) return { code: 'field.date_incomplete' }
  return { code: 'field.date_invalid' }
}

/** 13/2/2021 can only be the 13th of February, 2/13/2021 too; 3/2/2021 can be either, so nobody guesses. */
function readYearLast(first: number, second: number, year: number): Day | { code: ErrorCode } {
  if (first > 12 && second > 12) return { code: 'field.date_impossible' }
  if (first > 12) return { year, month: second, day: first }
  if (second > 12 || first === second) return { year, month: first, day: second }
  return { code: 'field.date_ambiguous' }
}

function dayOf(year: string | undefined, month: string | number | undefined, day: string | undefined): Day {
  return { year: Number(year), month: Number(month), day: Number(day) }
}

function monthNumber(word: string | undefined): number {
  return months.indexOf(word?.toLowerCase() ?? '') + 1
}

function readTime(text: string): { clock: Clock; offset?: number } | undefined {
  const match = timeForm.exec(text)
  if (!match) return undefined
  const [, half, hourText, minute = '0', second = '0', fraction = '0', suffix, zone] = match
  const hour = hourOf(Number(hourText), (half ?? suffix ?? '').toLowerCase())
  const clock = {
    hour,
    minute: Number(minute),
    second: Number(second),
    ms: Number(fraction.padEnd(3, '0').slice(0, 3)),
  }
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return undefined
  return zone ? { clock, offset: offsetOf(zone) } : { clock }
}

function hourOf(hour: number, half: string): number {
  if (half === '下午' || half === '晚上' || half === 'pm') return hour < 12 ? hour + 12 : hour
  if (half === '中午') return hour < 11 ? hour + 12 : hour
  return hour === 12 && half !== '' ? 0 : hour
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)
  if (!match) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  return match[1] === '-' ? -minutes : minutes
}
