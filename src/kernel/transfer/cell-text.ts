const DAY = 86_400_000
const LAST_SERIAL = 2_958_465
const SIGNIFICANT = 15

/** How a number is shown, as far as it changes its meaning. */
export type NumberShape = 'plain' | 'date' | 'percent' | { digits: number }

/** `damaged`: the number has more digits than a spreadsheet keeps, so its last ones are lost. */
export type CellText = { text: string; damaged?: boolean }

/** A number as people see it in the sheet: without the noise of binary fractions, never as a power of ten. */
export function numberText(value: number, shape: NumberShape = 'plain', is1904 = false): CellText {
  if (shape === 'date') return { text: dateText(value, is1904) ?? decimal(value) }
  if (shape === 'percent') return { text: `${decimal(value * 100)}%` }
  if (Math.abs(value) >= 10 ** SIGNIFICANT) return { text: wholeDigits(value), damaged: true }
  const text = decimal(value)
  return { text: typeof shape === 'object' && /^\d+$/.test(text) ? text.padStart(shape.digits, '0') : text }
}

/** Day serial -> `2026-03-16`, `2026-03-16T14:30:00`, or `14:30:00` where there is no day. */
export function dateText(serial: number, is1904: boolean): string | undefined {
  const days = is1904 ? serial + 1_462 : serial
  if (!(days >= 0 && days < LAST_SERIAL + 1)) return undefined
  // Excel counts a 29 February 1900 that never was.
  const real = days < 60 && days >= 1 ? days + 1 : days
  const iso = new Date(Math.round((real * DAY) / 1_000) * 1_000 + Date.UTC(1899, 11, 30)).toISOString()
  return serial < 1 && !is1904 ? iso.slice(11, 19) : shortIso(iso)
}

/** ISO text without a midnight that nobody entered, and without a zone that a sheet does not have. */
export function shortIso(iso: string): string {
  return iso.replace(/(\.\d+)?Z?$/, '').replace(/T00:00(:00)?$/, '')
}

function decimal(value: number): string {
  const rounded = Number(value.toPrecision(SIGNIFICANT))
  const text = String(rounded)
  if (text.includes('e-'))
    return rounded.toFixed(Math.min(100, SIGNIFICANT + Number(text.split('e-')[1]))).replace(/\.?0+$/, '')
  return text.includes('e') ? wholeDigits(rounded) : text
}

function wholeDigits(value: number): string {
  return Number.isFinite(value) ? BigInt(Math.trunc(value)).toString() : String(value)
}
