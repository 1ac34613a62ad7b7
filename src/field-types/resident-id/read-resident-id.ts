import type { Parsed, ParseEnv } from '../../kernel/object/kind.ts'
import { problem } from '../parsed.ts'
import { daysInMonth, isoDate, localDate } from '../zone.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
/** Provinces of GB/T 2260, Taiwan, Hong Kong, Macao and the cards of their residents. */
const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9[1-2])/

/** Check character by GB 11643 (ISO 7064 MOD 11-2). */
function residentIdCheck(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return '10X98765432'[sum % 11] ?? ''
}

/** Reads 18 characters, and the 15 of cards before 1999, which lack the century and the check character. */
export function readResidentId(text: string, env: ParseEnv): Parsed<string> {
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return problem('field.number_damaged')
  const compact = text
    .replace(/[\s'‘’-]/g, '')
    .toUpperCase()
    .replace('×', 'X')
  const old = /^(\d{6})(\d{9})$/.exec(compact)
  const first17 = old ? `${old[1]}19${old[2]}` : compact.slice(0, 17)
  const value = old ? first17 + residentIdCheck(first17) : compact
  if (!/^\d{17}[\dX]$/.test(value)) return problem('field.resident_id_length', { length: compact.length })
  if (!provinces.test(value)) return problem('field.resident_id_region')
  if (!isBirthDate(value.slice(6, 14), env)) return problem('field.resident_id_birth')
  if (residentIdCheck(first17) !== value[17]) {
    return problem(/^\d{15}000$/.test(value) ? 'field.number_damaged' : 'field.resident_id_check')
  }
  return { value }
}

function isBirthDate(text: string, env: ParseEnv): boolean {
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))]
  if (year < 1850 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return false
  return isoDate(year, month, day) <= localDate(env.now, env.timeZone)
}
