import { type PublicKey, publicKeyOfBytes, type SigningKey } from './seal-key.ts'

/**
 * A signing key's word that another signs after it: a line that stands beside the keys, and in the trail in the seal with
 * which the other begins.
 */
export function vouchFor(key: SigningKey, next: PublicKey, at: Date): string {
  const facts = [key.id, next.raw.toString('base64'), at.toISOString()]
  return [...facts, key.sign(textOf(facts)).toString('base64')].join(' ')
}

const word = /^([0-9a-f]{16}) ([A-Za-z0-9+/]{43}=) (\S+) ([A-Za-z0-9+/]{86}==)$/gm

/** These keys and whom they vouch for in such lines, the eldest first, themselves or through one that they vouch for. */
export function withSuccessors(keys: readonly PublicKey[], words: string): PublicKey[] {
  const trusted = new Map(keys.map((key) => [key.id, key]))
  for (const [, by = '', raw = '', at = '', signature = ''] of words.matchAll(word)) {
    if (!trusted.get(by)?.verifies(textOf([by, raw, at]), Buffer.from(signature, 'base64'))) continue
    const next = publicKeyOfBytes(Buffer.from(raw, 'base64'))
    trusted.set(next.id, next)
  }
  return [...trusted.values()]
}

function textOf(facts: readonly string[]): string {
  return `dossier-trail-key-v1\n${facts.join('\n')}\n`
}
