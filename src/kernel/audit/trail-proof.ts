import type { Runner } from '../query/database.ts'
import { type Sql, sql } from '../query/sql.ts'
import type { Checkpoint } from './checkpoint.ts'
import { asText } from './seal-batch.ts'
import { type LeafValues, leafColumns, leafOf, leafSelect, leafValue } from './seal-leaf.ts'
import { type Seal, sealColumns, sealText } from './seal-row.ts'
import { inclusionPaths, splitHashes } from './seal-tree.ts'

type Path = { index: number; size: number; path: string[] }

/** Rows of the trail with all that a stranger needs to check them: no database, one key that he got elsewhere. */
export type TrailProof = {
  format: 'dossier-trail-proof-v1'
  /** Each row as text by column, with the seal that covers it and its place in the batch. */
  rows: { seal: number; row: Record<string, string | null>; place: Path }[]
  /** Each seal as it was signed, with its place in the tree of the checkpoint. */
  seals: { no: number; text: string; signature: string; place: Path | null }[]
  checkpoint: string | null
  /** What the keys of the seals vouched for: whoever has the first one can check those of the later ones. */
  words: string
  /** Rows of the question that the sealer has not come to yet. */
  unsealed: number
}

export const mostProven = 10_000

/** Proves the rows that a condition finds. `checkpoint`: the last one of the second place. */
export async function proveRows(db: Runner, condition: Sql, checkpoint: Checkpoint | undefined): Promise<TrailProof> {
  const rows = asText(
    await db.tuples(
      sql`select ${leafSelect} from audit_event where ${condition} order by audit_event.at desc, audit_event.id desc limit ${mostProven}`,
    ),
  )
  const covered: TrailProof['rows'] = []
  const seals: Seal[] = []
  let waiting = [...rows]
  while (waiting[0]) {
    const seal = await sealOf(db, waiting[0])
    if (!seal) {
      waiting = waiting.slice(1)
      continue
    }
    const [inside, others] = part(waiting, seal)
    covered.push(...placesIn(seal, inside))
    seals.push(seal)
    waiting = others
  }
  const size = checkpoint?.size ?? 0
  const places = await placesOfSeals(db, seals, size)
  return {
    format: 'dossier-trail-proof-v1',
    rows: covered,
    seals: seals.map((seal, at) => ({
      no: seal.no,
      text: sealText(seal),
      signature: seal.signature.toString('base64'),
      place: places[at] ?? null,
    })),
    checkpoint: checkpoint?.note ?? null,
    words: await readSealedWords(db),
    unsealed: rows.length - covered.length,
  }
}

async function readSealedWords(db: Runner): Promise<string> {
  const rows = await db.rows<{ note: string }>(sql`select note from audit_seal where kind = 'key' order by no`)
  return rows.map(({ note }) => note).join('\n')
}

type SealWithLeaves = Seal & { leaves: Buffer }

async function sealOf(db: Runner, values: LeafValues): Promise<SealWithLeaves | undefined> {
  const xid = Number(leafValue(values, 'xid'))
  const [seal] = await db.rows<SealWithLeaves>(sql`
    select ${sealColumns}, leaves from audit_seal where epoch = ${Number(leafValue(values, 'epoch'))} and x1 > ${xid} and x0 <= ${xid} and n > 0 order by x1 limit 1`)
  return seal
}

function part(rows: readonly LeafValues[], { epoch, x0, x1 }: Seal): [LeafValues[], LeafValues[]] {
  const inside = (values: LeafValues): boolean => {
    const xid = Number(leafValue(values, 'xid'))
    return Number(leafValue(values, 'epoch')) === epoch && xid >= x0 && xid < x1
  }
  return [rows.filter(inside), rows.filter((values) => !inside(values))]
}

/** A row that is not among those that were sealed has no proof, and is left out. */
function placesIn(seal: SealWithLeaves, rows: readonly LeafValues[]): TrailProof['rows'] {
  const leaves = splitHashes(seal.leaves)
  const indexOf = new Map(leaves.map((leaf, index) => [leaf.toString('latin1'), index]))
  const found = rows.flatMap((values) => {
    const index = indexOf.get(leafOf(values).toString('latin1'))
    return index === undefined ? [] : [{ values, index }]
  })
  const paths = inclusionPaths(
    leaves,
    found.map(({ index }) => index),
  )
  return found.map(({ values, index }, at) => ({
    seal: seal.no,
    row: Object.fromEntries(leafColumns.map((column, position) => [column, values[position] ?? null])),
    place: { index, size: leaves.length, path: asBase64(paths[at]) },
  }))
}

async function placesOfSeals(db: Runner, seals: readonly Seal[], size: number): Promise<(Path | null)[]> {
  if (!seals.some(({ no }) => no <= size)) return []
  const rows = await db.rows<{ hash: Buffer }>(sql`select hash from audit_seal where no <= ${size} order by no`)
  const paths = inclusionPaths(
    rows.map(({ hash }) => hash),
    seals.map(({ no }) => no - 1),
  )
  return seals.map(({ no }, at) => (no <= size ? { index: no - 1, size, path: asBase64(paths[at]) } : null))
}

function asBase64(path: readonly Buffer[] = []): string[] {
  return path.map((hash) => hash.toString('base64'))
}
