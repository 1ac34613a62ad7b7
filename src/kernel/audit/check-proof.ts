import { parseCheckpoints, signedBy } from './checkpoint.ts'
import type { PublicKey } from './seal-key.ts'
import { leafOf, leafValuesOf } from './seal-leaf.ts'
import { leafHash, rootOfPath } from './seal-tree.ts'
import { withSuccessors } from './succession.ts'
import type { TrailProof } from './trail-proof.ts'

export type ProofReport = { good: boolean; rows: number; witnessed: number; wrong: string[] }

/** Checks a proof with nothing but keys: each row lies in its seal, each seal is signed, and stands in the checkpoint. */
export function checkProof(proof: TrailProof, given: readonly PublicKey[]): ProofReport {
  if (proof.format !== 'dossier-trail-proof-v1')
    return { good: false, rows: 0, witnessed: 0, wrong: ['unknown format'] }
  // A file from before keys could be exchanged has no words.
  const keys = withSuccessors(given, proof.words ?? '')
  const wrong: string[] = []
  const [checkpoint] = parseCheckpoints(proof.checkpoint ?? '')
  if (checkpoint && !signedBy(checkpoint, keys)) wrong.push('the checkpoint is not signed by this key')
  const witnessed = new Set<number>()
  const roots = new Map<number, { root: Buffer; count: number }>()
  for (const { no, text, signature, place } of proof.seals) {
    const facts = text.split('\n')
    if (facts[0] !== 'dossier-seal-v1' || facts[1] !== String(no)) wrong.push(`seal ${no}: its text is of another one`)
    const signed = Buffer.from(signature, 'base64')
    if (!keys.some((key) => key.id === facts[13] && key.verifies(text, signed)))
      wrong.push(`seal ${no}: not signed by this key`)
    roots.set(no, { count: Number(facts[6]), root: Buffer.from(facts[8] ?? '', 'base64') })
    if (!checkpoint || !place) continue
    const root = place.size === checkpoint.size ? rootOfPath(leafHash(text), opened(place)) : undefined
    if (root?.equals(checkpoint.root)) witnessed.add(no)
    else wrong.push(`seal ${no}: does not stand in the checkpoint`)
  }
  for (const { seal, row, place } of proof.rows) {
    const sealed = roots.get(seal)
    const root = place.size === sealed?.count ? rootOfPath(leafOf(leafValuesOf(row)), opened(place)) : undefined
    if (!sealed || !root?.equals(sealed.root)) wrong.push(`row ${row.id}: not the one that was sealed`)
  }
  const count = proof.rows.filter(({ seal }) => witnessed.has(seal)).length
  return { good: wrong.length === 0 && proof.rows.length > 0, rows: proof.rows.length, witnessed: count, wrong }
}

function opened({ index, size, path }: { index: number; size: number; path: readonly string[] }) {
  return { index, size, path: path.map((hash) => Buffer.from(hash, 'base64')) }
}
