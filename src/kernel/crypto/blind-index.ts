import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'

const length = 16
export const indexAlgorithm = 'HMAC-SHA256'

/** Hashes that nobody can try numbers against who lacks the key; each kind has a key of its own. */
export type BlindIndex = { hash(kind: string, text: string): Buffer }

export function blindIndex(secret: Buffer): BlindIndex {
  const keys = new Map<string, KeyObject>()
  const keyOf = (kind: string): KeyObject => {
    const known = keys.get(kind)
    if (known) return known
    const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `dossier blind index ${kind}`, 32)))
    keys.set(kind, key)
    return key
  }
  return { hash: (kind, text) => createHmac('sha256', keyOf(kind)).update(text).digest().subarray(0, length) }
}

/** How values were found before there were keys. */
export function keylessHash(kind: string, text: string): Buffer {
  return createHash('sha256').update(`${kind}\0${text}`).digest().subarray(0, length)
}
