import { keyIdOf, NotSealedHere } from '../crypto/cipher.ts'
import { houseOwner, type KeyOwner, type Place, type Ring } from '../crypto/codec.ts'
import { coveredFields } from '../object/covered-fields.ts'
import type { ObjectType } from '../object/object-type.ts'

/** What a proof says of a row: in the recycle bin or not, who holds it, and the values that decide. */
export type Said = {
  id: string
  deleted: boolean
  /** acl_read, acl_write, acl_level and, where teams work on it, acl_work; null where another record's decide. */
  guard: readonly unknown[] | null
  values: Readonly<Record<string, unknown>>
}

export const proofKey: KeyOwner = { owner: houseOwner, level: 3 }

/** Binds what a row says to the row: an empty text, sealed for it. Whoever lacks the keys can write rows, and no such proof. */
export function prove(ring: Ring, type: ObjectType, said: Said): Buffer {
  return ring.seal('', placeOf(type, said), proofKey)
}

/** What looks like a proof at all, with a key to ask for. */
export function isProof(bytes: Buffer | null): bytes is Buffer {
  return bytes !== null && unlessForeign(() => keyIdOf(bytes) > 0)
}

/** Whether the application wrote what the row says; `ring` has the key of the proof. */
export function isProven(ring: Ring, type: ObjectType, said: Said, proof: Buffer | null): boolean {
  return isProof(proof) && unlessForeign(() => ring.open(proof, placeOf(type, said)) === '')
}

function unlessForeign(look: () => boolean): boolean {
  try {
    return look()
  } catch (error) {
    if (error instanceof NotSealedHere) return false
    throw error
  }
}

function placeOf(type: ObjectType, { id, deleted, guard, values }: Said): Place {
  // Empty values are left out: a field that a later release brings says nothing of rows from before it.
  const filled = coveredFields(type)
    .map(({ name }) => [name, values[name] ?? null] as const)
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return { object: type.name, record: id, field: 'row_proof', copy: JSON.stringify([deleted, guard, ordered(filled)]) }
}

/** JSON loses the order of its names in the database. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, part]) => [name, ordered(part)])
}
