/** An amount in the currency's minor unit (fen, cents), so that no arithmetic rounds. */
export type Money = { amount: number; currency: string }

const withoutMinorUnit = new Set(['JPY', 'KRW', 'VND', 'CLP', 'ISK'])

/** Decimal places of a currency (ISO 4217): 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  return withoutMinorUnit.has(currency) ? 0 : 2
}

/** 1234567 fen -> "12345.67". */
export function moneyToDecimal({ amount, currency }: Money): string {
  const digits = minorDigits(currency)
  if (digits === 0) return String(amount)
  const sign = amount < 0 ? '-' : ''
  const units = String(Math.abs(amount)).padStart(digits + 1, '0')
  return `${sign}${units.slice(0, -digits)}.${units.slice(-digits)}`
}
