import { SolarDay } from 'tyme4ts'
import { isoDate } from '../zone.ts'
import { daysAfter, solarKeys } from './solar-keys.ts'

/**
 * The days of the year that are celebrated within some days from a date on, each with how many days there are to it.
 * 29 February is celebrated on the 28th where there is none, and lunar day 30 on the 29th where the month is short. Whoever was
 * born in a leap month celebrates in the month of its number, and nobody does again in a leap month.
 */
export function celebratedWithin(date: string, days: number): Map<string, number> {
  const celebrated = new Map<string, number>()
  for (let ahead = 0; ahead <= days; ahead++) {
    const day = daysAfter(date, ahead)
    for (const key of [...solarKeys(day), ...lunarKeys(day)]) if (!celebrated.has(key)) celebrated.set(key, ahead)
  }
  return celebrated
}

function lunarKeys(date: string): string[] {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const lunar = SolarDay.fromYmd(year, month, day).getLunarDay()
  const lunarMonth = lunar.getLunarMonth()
  if (lunarMonth.isLeap()) return []
  const keyOf = (of: number): string => `L${isoDate(0, lunar.getMonth(), of).slice(5)}`
  const isLastOfShort = lunar.getDay() === 29 && lunarMonth.getDayCount() === 29
  return [keyOf(lunar.getDay()), ...(isLastOfShort ? [keyOf(30)] : [])]
}
