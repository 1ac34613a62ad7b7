/** A decimal number as its digits: `1234.50` -> digits 123450, scale 2. Exact where a float is not. */
export type Decimal = { digits: bigint; scale: number }

const magnitudes: Record<string, number> = {
  千: 3,
  万: 4,
  萬: 4,
  w: 4,
  k: 3,
  百万: 6,
  m: 6,
  千万: 7,
  亿: 8,
  億: 8,
  万亿: 12,
}
const plain = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?$|^\.\d+$/
const withMagnitude = /^(.*?)\s*(百万|千万|万亿|[千万萬亿億]|[kwm])$/i

/** Reads `-1,234.5`, `(1,234.5)`, `1.2万`, `0.5亿`; undefined for anything else, `1,2.3` and `1.234,5` among them. */
export function readDecimal(text: string): Decimal | undefined {
  const bracketed = /^\((.*)\)$/.exec(text)
  const signed = /^([+\-−–])\s*(.*)$/.exec(bracketed?.[1] ?? text)
  const negative = Boolean(bracketed) !== (signed !== null && signed[1] !== '+')
  if (bracketed && signed) return undefined
  const unsigned = signed?.[2] ?? bracketed?.[1] ?? text
  const scaled = withMagnitude.exec(unsigned)
  const number = (scaled?.[1] ?? unsigned).replaceAll(' ', '')
  if (!plain.test(number)) return undefined
  const shift = magnitudes[scaled?.[2]?.toLowerCase() ?? ''] ?? 0
  const [whole = '', fraction = ''] = number.replaceAll(',', '').split('.')
  const padded = fraction.padEnd(shift, '0')
  const digits = BigInt(`${whole}${padded}` || '0')
  return { digits: negative ? -digits : digits, scale: padded.length - shift }
}

/** The number in units of `10^-scale`, rounded half away from zero as invoices do. */
export function toScale({ digits, scale }: Decimal, target: number): bigint {
  if (scale <= target) return digits * 10n ** BigInt(target - scale)
  const divisor = 10n ** BigInt(scale - target)
  const half = digits < 0n ? -divisor / 2n : divisor / 2n
  return (digits + half) / divisor
}

/** The nearest float: through the decimal text, so that 0.1 stays 0.1. */
export function toNumber({ digits, scale }: Decimal): number {
  if (scale === 0) return Number(digits)
  const sign = digits < 0n ? '-' : ''
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  return Number(`${sign}${text.slice(0, -scale)}.${text.slice(-scale)}`)
}
