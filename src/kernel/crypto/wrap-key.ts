import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto'
import { NotSealedHere } from './cipher.ts'
import { randomInto } from './random-pool.ts'

const algorithm = 'aes-256-gcm'
const nonceLength = 12
const headLength = 28

/** A key under another: nonce (12) | tag (16) | key. `meaning` says what it is the key of; it opens as nothing else. */
export function wrapKey(key: KeyObject, under: KeyObject, meaning: string): Buffer {
  const nonce = Buffer.allocUnsafe(nonceLength)
  randomInto(nonce, 0, nonceLength)
  const cipher = createCipheriv(algorithm, under, nonce)
  cipher.setAAD(Buffer.from(meaning))
  const wrapped = cipher.update(key.export())
  cipher.final()
  return Buffer.concat([nonce, cipher.getAuthTag(), wrapped])
}

export function unwrapKey(wrapped: Buffer, under: KeyObject, meaning: string): KeyObject {
  if (wrapped.length <= headLength) throw new NotSealedHere()
  const decipher = createDecipheriv(algorithm, under, wrapped.subarray(0, nonceLength))
  decipher.setAAD(Buffer.from(meaning))
  decipher.setAuthTag(wrapped.subarray(nonceLength, headLength))
  const key = decipher.update(wrapped.subarray(headLength))
  try {
    decipher.final()
    return createSecretKey(key)
  } catch {
    throw new NotSealedHere()
  } finally {
    key.fill(0)
  }
}

const keyLength = 32

export function randomKey(): KeyObject {
  const bytes = Buffer.alloc(keyLength)
  randomInto(bytes, 0, keyLength)
  const key = createSecretKey(bytes)
  bytes.fill(0)
  return key
}
