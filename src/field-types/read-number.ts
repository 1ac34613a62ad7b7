import type { Field } from '../kernel/object/field.ts'
import type { Parsed } from '../kernel/object/kind.ts'
import { readWord } from './clean-text.ts'
import { readDecimal, toNumber, toScale } from './decimal-text.ts'
import { numberOption } from './option.ts'
import { problem } from './parsed.ts'

/** Reads a number within the field's `integer`, `decimals`, `min` and `max`; `strip` removes the kind's own signs. */
export function readNumber(input: unknown, field: Field, strip: (text: string) => string): Parsed<number> {
  if (typeof input === 'number')
    return Number.isFinite(input) ? withinOptions(input, field) : problem('field.number_invalid')
  if (typeof input === 'boolean') return problem('field.number_invalid')
  return readWord(input, (text) => {
    const number = numberOf(strip(text))
    return number === undefined ? problem('field.number_invalid') : withinOptions(number, field)
  })
}

function numberOf(text: string): number | undefined {
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d{1,3}$/i.test(text)) {
    const scientific = Number(text)
    return Number.isFinite(scientific) ? scientific : undefined
  }
  const decimal = readDecimal(text)
  return decimal && toNumber(decimal)
}

function withinOptions(number: number, field: Field): Parsed<number> {
  const decimals = numberOption(field, 'decimals')
  if (field.options.integer === true && !Number.isSafeInteger(number)) return problem('field.number_integer')
  const min = numberOption(field, 'min')
  const max = numberOption(field, 'max')
  if (min !== undefined && number < min) return problem('field.number_small', { min })
  if (max !== undefined && number > max) return problem('field.number_large', { max })
  return { value: (decimals === undefined ? number : rounded(number, decimals)) + 0 }
}

function rounded(number: number, decimals: number): number {
  const decimal = readDecimal(String(number))
  return decimal ? toNumber({ digits: toScale(decimal, decimals), scale: decimals }) : number
}
