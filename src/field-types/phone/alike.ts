/** A whole number, as somebody types it who is done: a mobile, a landline with its area code, or one of another country. */
export function alikePhone(typed: string): string | undefined {
  const compact = typed.normalize('NFKC').replace(/[\s()\-–—.]/g, '')
  return /^(?:(?:\+?86)?1[3-9]\d{9}|(?:\+?86|0)[1-9]\d{8,10}|\+\d{8,15})$/.test(compact) ? typed.trim() : undefined
}
