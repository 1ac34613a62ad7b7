import { sql } from '../query/sql.ts'
import { leafHash } from './seal-tree.ts'

/** `rows`: a batch; `idle`: nothing happened; `epoch`: transactions count anew; `restore`: the database is an older one; `key`: another key signs from here on. */
export type SealKind = 'rows' | 'idle' | 'epoch' | 'restore' | 'key'

/** What a seal says: rows of the transactions from `x0` up to `x1`, `n` of them, `size` with all before. */
export type SealFacts = {
  no: number
  epoch: number
  kind: SealKind
  x0: number
  x1: number
  n: number
  size: number
  root: Buffer
  /** Hash of the seal before. */
  prev: Buffer
  /** Times of its earliest and latest row. */
  first: string | null
  last: string | null
  at: string
  /** Which key signed. */
  key: string
  note: string | null
}

export type Seal = SealFacts & { hash: Buffer; signature: Buffer }

/** An epoch that has ended takes in all that was left of it. */
export const endOfEpoch = Number.MAX_SAFE_INTEGER

/** The text that is hashed and signed; each fact on a line of its own. */
export function sealText(seal: SealFacts): string {
  return [
    'dossier-seal-v1',
    seal.no,
    seal.epoch,
    seal.kind,
    seal.x0,
    seal.x1,
    seal.n,
    seal.size,
    seal.root.toString('base64'),
    seal.prev.toString('base64'),
    seal.first ?? '',
    seal.last ?? '',
    seal.at,
    seal.key,
    JSON.stringify(seal.note),
    '',
  ].join('\n')
}

/** A leaf of the tree of seals. */
export function sealHash(seal: SealFacts): Buffer {
  return leafHash(sealText(seal))
}

export const sealColumns = sql.raw(
  'no, epoch, kind, x0, x1, n, size, root, prev, first, last, at, key, note, hash, signature',
)
