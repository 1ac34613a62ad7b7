import { type ParsingOption, parse as parseEnglish } from 'chrono-node/en'
import { hans } from 'chrono-node/zh'
import dayjs, { type Dayjs } from 'dayjs'
import { addWorkingDays, type WorkingCalendar } from '#shared/working-days'

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const weekday = /^(下下|下|这|本)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/
const later = /^(两|半|[一二三四五六七八九十]|\d{1,3})个?(周|星期|礼拜|月|年)(?:以|之)?后/
const working = /^(?:([两一二三四五六七八九十]|\d{1,3})个工作日(?:以|之)?后|下(?:一)?个工作日)$/
const workingEnglish =
  /^(?:(?:in )?(\d{1,3}|a|one) (?:working|business) days?(?: later| from now)?|next (?:working|business) day)$/i
const end = /^(本|这个|下个?)?(月|年)底/
const nextMonth = /^下个?月(?!底|\d)/
const weeksAhead: Record<string, number> = { 下下: 2, 下: 1 }

/**
 * The moment that words such as 下周三, 两周后, "in 3 days" or "next Friday 3 pm" mean; without a time it is a day, at noon.
 * Undefined: they mean none. What lies open means the one to come: 周三 on a Thursday is next week's. Working days are counted
 * where the calendar of the company is known.
 */
export function momentInWords(text: string, now: Date, calendar?: WorkingCalendar): Dayjs | undefined {
  const words = text.trim()
  const counted = workingDays(words)
  if (counted !== undefined) return calendar && workingDayLater(calendar, dayjs(now), counted)
  const open: ParsingOption = { forwardDate: true }
  const [found] = [...hans.parse(words, now, open), ...parseEnglish(words, now, open)]
  const day = chineseDay(words, dayjs(now)) ?? (found && dayjs(found.date()))
  if (!day) return undefined
  const time = found?.start.isCertain('hour') && dayjs(found.date())
  return time ? day.hour(time.hour()).minute(time.minute()).startOf('minute') : day.hour(12).startOf('hour')
}

/** How many working days words such as 3个工作日后 or "in 3 working days" go ahead. */
function workingDays(words: string): number | undefined {
  const found = working.exec(words) ?? workingEnglish.exec(words)
  if (!found) return undefined
  const [, count = '1'] = found
  return /^(a|one)$/i.test(count) ? 1 : countIn(count)
}

function workingDayLater(calendar: WorkingCalendar, today: Dayjs, count: number): Dayjs | undefined {
  const day = addWorkingDays(calendar, today.format('YYYY-MM-DD'), count)
  return day ? dayjs(day).hour(12).startOf('hour') : undefined
}

/** What the library reads otherwise than China does, whose week begins on Monday, or not at all. */
function chineseDay(words: string, today: Dayjs): Dayjs | undefined {
  return dayOfWeek(words, today) ?? dayLater(words, today) ?? dayAtEnd(words, today)
}

function dayOfWeek(words: string, today: Dayjs): Dayjs | undefined {
  const [, prefix, name] = weekday.exec(words) ?? []
  if (!name) return undefined
  const wanted = '日天'.includes(name) ? 7 : numerals.indexOf(name)
  const away = wanted - (today.day() || 7)
  if (!prefix) return today.add(away < 0 ? away + 7 : away, 'day')
  return today.add(away + 7 * (weeksAhead[prefix] ?? 0), 'day')
}

function dayLater(words: string, today: Dayjs): Dayjs | undefined {
  if (nextMonth.test(words)) return today.add(1, 'month').startOf('month')
  const [, count, unit] = later.exec(words) ?? []
  if (!count) return undefined
  const units = { 月: 'month', 年: 'year' } as const
  if (count === '半') return unit === '年' ? today.add(6, 'month') : unit === '月' ? today.add(15, 'day') : undefined
  const many = countIn(count)
  return today.add(many, unit === '月' || unit === '年' ? units[unit] : 'week')
}

function countIn(text: string): number {
  if (text === '两') return 2
  return numerals.includes(text) ? numerals.indexOf(text) : Number(text)
}

function dayAtEnd(words: string, today: Dayjs): Dayjs | undefined {
  const [, which = '', unit] = end.exec(words) ?? []
  if (!unit) return undefined
  const period = unit === '月' ? 'month' : 'year'
  return today.add(which.startsWith('下') ? 1 : 0, period).endOf(period)
}
