import { hash as digest } from 'node:crypto'

/** Where a sealed value stands; the cipher will be bound to it. */
export type Place = { object: string; record: string; field: string; level: 1 | 2 | 3 }

/**
 * The one way by which a sealed value enters or leaves the database: records, history, staging, idempotency answers, files.
 * Until keys exist the codec is the identity on UTF-8 bytes, and hashes carry no key.
 */
export type Codec = {
  seal(text: string, place: Place): Buffer
  open(bytes: Buffer, place: Place): string
  /** 16 bytes under which equal values of one kind are found; `kind` keeps a tail from meeting a whole number. */
  hash(kind: string, text: string): Buffer
}

export const plainCodec: Codec = {
  seal: (text) => Buffer.from(text, 'utf8'),
  open: (bytes) => bytes.toString('utf8'),
  hash: (kind, text) => digest('sha256', `${kind}\0${text}`, 'buffer').subarray(0, 16),
}
