import type { Locale } from '#shared/label'
import { type Money, minorDigits } from '#shared/money'
import { daysFromToday } from '#shared/relative-day'

const tags: Record<Locale, string> = { zh: 'zh-CN', en: 'en-GB' }
const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'Asia/Shanghai'

export type Formatter = ReturnType<typeof makeFormatter>

function makeFormatter(locale: Locale) {
  const tag = tags[locale]
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' })
  const monthDay = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const moment = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone })
  const thisYear = new Intl.DateTimeFormat(tag, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
  const named = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeZone })
  const month = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', timeZone })
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' })
  const dayOfMonth = new Intl.DateTimeFormat(tag, { day: 'numeric', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(tag, { maximumFractionDigits: 10 })
  const daysAway = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const year = new Date().getFullYear()
  const moneys = new Map<string, Intl.NumberFormat>()
  const moneyIn = (currency: string): Intl.NumberFormat => {
    const made = moneys.get(currency) ?? moneyFormat(tag, currency)
    moneys.set(currency, made)
    return made
  }
  return {
    locale,
    date: (iso: string) => day.format(new Date(`${iso}T00:00:00Z`)),
    monthDay: (iso: string) => monthDay.format(new Date(`2000-${iso}T00:00:00Z`)),
    dateTime: (iso: string) => moment.format(new Date(iso)),
    shortDateTime: (iso: string) => (new Date(iso).getFullYear() === year ? thisYear : moment).format(new Date(iso)),
    /** When something of late was: its time alone, if that was today. */
    timeOrDay: (iso: string) => (isToday(iso) ? time : thisYear).format(new Date(iso)),
    /** A day with its name, as a page's head has it. */
    dayInWords: (at: Date) => named.format(at),
    month: (at: Date) => month.format(at),
    weekday: (iso: string) => weekday.format(new Date(`${iso}T00:00:00Z`)),
    dayOfMonth: (iso: string) => dayOfMonth.format(new Date(`${iso}T00:00:00Z`)),
    /** A day that moves with the calendar, such as `today-7`. */
    relativeDay: (text: string) => daysAway.format(daysFromToday(text) ?? 0, 'day'),
    relative: (iso: string) => relative(tag, (new Date(iso).getTime() - Date.now()) / 60_000),
    number: (value: number) => number.format(value),
    percent: (value: number) => `${number.format(value)}%`,
    money: ({ amount, currency }: Money) => moneyIn(currency).format(amount / 10 ** minorDigits(currency)),
  }
}

function isToday(iso: string): boolean {
  return new Date(iso).toDateString() === new Date().toDateString()
}

function moneyFormat(tag: string, currency: string): Intl.NumberFormat {
  const digits = minorDigits(currency)
  return new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

const steps: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, minutes: number])[] = [
  ['year', 525_600],
  ['month', 43_800],
  ['day', 1440],
  ['hour', 60],
  ['minute', 1],
]

function relative(tag: string, minutes: number): string {
  const words = new Intl.RelativeTimeFormat(tag, { numeric: 'auto', style: 'short' })
  const step = steps.find(([, size]) => Math.abs(minutes) >= size)
  return step ? words.format(Math.trunc(minutes / step[1]), step[0]) : words.format(0, 'minute')
}

const made: Partial<Record<Locale, Formatter>> = {}

export function formatterOf(locale: Locale): Formatter {
  made[locale] ??= makeFormatter(locale)
  return made[locale]
}
