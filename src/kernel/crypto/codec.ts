import type { Runner } from '../query/database.ts'

export type Level = 1 | 2 | 3

/** Where a sealed value stands. The cipher is bound to it: in another record, field or copy the value does not open. */
export type Place = {
  object: string
  record: string
  field: string
  /** Which of its copies: the record itself, its history, a kept answer ... */
  copy: string
}

/** Whose key a value is sealed with; the key of a level opens nothing of another. */
export type KeyOwner = { owner: string; level: Level }

/** Keys at hand, so that a loop over rows waits for nothing. */
export type Ring = {
  seal(text: string, place: Place, key: KeyOwner): Buffer
  /** Null = its key has been destroyed. Throws where the value was not sealed for this place. */
  open(bytes: Buffer, place: Place): string | null
}

/** A key of the index, by the number that stands beside each hash under it. */
export type IndexKey = {
  number: number
  /** 16 bytes under which equal values of one kind are found; `kind` keeps a tail from meeting a whole number. */
  hash(kind: string, text: string): Buffer
}

/**
 * The one way by which a sealed value enters or leaves the database: records, history, staging, idempotency answers, files.
 * First the keys, many at once; then seal and open.
 */
export type Codec = {
  /** Keys to seal with, made where there are none yet; they outlive the caller's transaction, also when that is undone. */
  sealing(keys: Iterable<KeyOwner>): Promise<Ring>
  /** The keys of these values. */
  opening(db: Runner, sealed: Iterable<Buffer | null | undefined>): Promise<Ring>
  /** The key under which hashes are written at this moment, see `underIndexKey`. */
  index(): IndexKey
  /** All hashes under which such a value may be stored while an index key changes. */
  hashes(kind: string, text: string): Buffer[]
}

/** What belongs to no record's file, such as answers of lists, is sealed for the house itself. */
export const houseOwner = '00000000-0000-0000-0000-000000000001'
