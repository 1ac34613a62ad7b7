import { LunarDay } from 'tyme4ts'
import type { Parsed, ParseEnv } from '../../kernel/object/kind.ts'
import { problem } from '../parsed.ts'
import { readCalendar } from '../read-calendar.ts'
import { daysInMonth, isoDate, localDate } from '../zone.ts'
import { arabicDate } from './arabic-date.ts'

const lunarMark = /^(?:农历|农曆|阴历|陰曆|旧历|lunar|l)\s*[:：]?\s*|\s*[(（]?(?:农历|阴历|lunar)[)）]?$/i
const solarMark = /^(?:公历|阳历|新历|solar)\s*[:：]?\s*|\s*[(（](?:公历|阳历)[)）]$/i
const lunarForm = /^(?:(\d{4})(?:年|[-/.])\s*|--)?(闰|閏|leap\s*)?(\d{1,2})(?:月|[-/.])(\d{1,2})(?:日|号)?$/i
const monthDayForm = /^(?:--)?(\d{1,2})(?:月|[-/.])\s*(\d{1,2})(?:日|号)?$/

/** Reads a solar or lunar day of birth, in digits or in Chinese numerals (正月初一, 腊月三十, 闰四月十二). */
export function readBirthday(text: string, env: ParseEnv): Parsed<string> {
  const isLunar = lunarMark.test(text)
  const bare = text.replace(lunarMark, '').replace(solarMark, '').trim()
  const named = arabicDate(bare)
  if (isLunar || named.lunar) return readLunar(named.text)
  const partial = monthDayForm.exec(named.text)
  if (partial) return readMonthDay(Number(partial[1]), Number(partial[2]))
  const read = readCalendar(named.text)
  if ('code' in read) return problem(read.code)
  const value = isoDate(read.day.year, read.day.month, read.day.day)
  if (value > localDate(env.now, env.timeZone)) return problem('field.birthday_future')
  return read.day.year < 1850 ? problem('field.birthday_old') : { value }
}

/** A leap year is assumed: 29 February is a birthday. */
function readMonthDay(month: number, day: number): Parsed<string> {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(2000, month)) return problem('field.date_impossible')
  return { value: `-${isoDate(0, month, day).slice(4)}` }
}

function readLunar(text: string): Parsed<string> {
  const match = lunarForm.exec(text)
  if (!match) return problem('field.date_invalid')
  const [, year, leap, month, day] = match
  if (!isLunarDay(year, Number(month) * (leap ? -1 : 1), Number(day))) return problem('field.lunar_impossible')
  const monthDay = `${leap ? '闰' : ''}${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return { value: `L${year ?? '-'}-${monthDay}` }
}

/** Months have 29 or 30 days and a year has at most one leap month: with a year, the calendar decides. */
function isLunarDay(year: string | undefined, month: number, day: number): boolean {
  if (year === undefined) return Math.abs(month) >= 1 && Math.abs(month) <= 12 && day >= 1 && day <= 30
  if (Number(year) < 1850 || Number(year) > 2200) return false
  try {
    LunarDay.fromYmd(Number(year), month, day)
    return true
  } catch {
    return false
  }
}
