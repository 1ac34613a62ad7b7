import { createCipheriv, createDecipheriv, type KeyObject } from 'node:crypto'
import { randomInto } from './random-pool.ts'

/*
 * version (1) | algorithm (1) | id of the data key (8) | nonce (12) | tag (16) | ciphertext
 * The first byte stands in no UTF-8 text, so that a plain value is never taken for a sealed one.
 */
const version = 0xf9
const aes256Gcm = 1
const algorithm = 'aes-256-gcm'
/** Where the id of the key stands in a sealed value. */
export const keyIdAt = 2
const nonceAt = 10
const tagAt = 22
const textAt = 38

/** A value that is not what was sealed for its place: bent, moved, cut, or of a version that nobody here wrote. */
export class NotSealedHere extends Error {
  constructor() {
    super('A sealed value does not belong where it stands')
  }
}

export function isSealed(bytes: Buffer): boolean {
  return bytes[0] === version
}

/** The id of the key that a value was sealed with. */
export function keyIdOf(bytes: Buffer): number {
  if (bytes.length < textAt || bytes[0] !== version || bytes[1] !== aes256Gcm) throw new NotSealedHere()
  // Ids are given one by one: none comes near the end of what a number holds exactly.
  return bytes.readUInt32BE(keyIdAt) * 0x1_0000_0000 + bytes.readUInt32BE(keyIdAt + 4)
}

export type SealingKey = { id: number; key: KeyObject }

/** Seals a text with a key, bound to a description of its place. */
export function sealText(text: string, { id, key }: SealingKey, place: string): Buffer {
  const size = Buffer.byteLength(text)
  const bytes = Buffer.allocUnsafe(textAt + size)
  bytes[0] = version
  bytes[1] = aes256Gcm
  bytes.writeUInt32BE(Math.floor(id / 0x1_0000_0000), keyIdAt)
  bytes.writeUInt32BE(id % 0x1_0000_0000, keyIdAt + 4)
  randomInto(bytes, nonceAt, tagAt - nonceAt)
  const cipher = createCipheriv(algorithm, key, bytes.subarray(nonceAt, tagAt))
  cipher.setAAD(Buffer.from(place))
  cipher.update(text, 'utf8').copy(bytes, textAt)
  cipher.final()
  cipher.getAuthTag().copy(bytes, tagAt)
  return bytes
}

export function openText(bytes: Buffer, key: KeyObject, place: string): string {
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(nonceAt, tagAt))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(tagAt, textAt))
  try {
    const text = decipher.update(bytes.subarray(textAt), undefined, 'utf8')
    return text + decipher.final('utf8')
  } catch {
    throw new NotSealedHere()
  }
}
