import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { type Seal, sealColumns } from './seal-row.ts'
import { type GrowingTree, grow, joinHashes, splitHashes } from './seal-tree.ts'

/** How often the tree's peaks are kept, so that a start reads few seals. */
const peaksEach = 256

export async function lastSeal(db: Runner): Promise<Seal | undefined> {
  const [seal] = await db.rows<Seal>(sql`select ${sealColumns} from audit_seal order by no desc limit 1`)
  return seal
}

/** The tree of all seals, from the last kept peaks on. */
export async function readTree(db: Runner): Promise<GrowingTree> {
  const [kept] = await db.rows<{ no: number; peaks: Buffer }>(
    sql`select no, peaks from audit_seal where peaks is not null order by no desc limit 1`,
  )
  const tree: GrowingTree = { size: kept?.no ?? 0, peaks: splitHashes(kept?.peaks ?? Buffer.alloc(0)) }
  const rows = await db.rows<{ hash: Buffer }>(sql`select hash from audit_seal where no > ${tree.size} order by no`)
  for (const { hash } of rows) grow(tree, hash)
  return tree
}

/** Adds a seal to the table and to the tree; its number is taken once only. */
export async function insertSeal(
  db: Runner,
  seal: Seal,
  { tree, leaves }: { tree: GrowingTree; leaves: readonly Buffer[] },
): Promise<GrowingTree> {
  const grown = { size: tree.size, peaks: [...tree.peaks] }
  grow(grown, seal.hash)
  const peaks = seal.no % peaksEach === 0 ? joinHashes(grown.peaks) : null
  await db.rows(sql`
    insert into audit_seal (${sealColumns}, leaves, peaks) values (${seal.no}, ${seal.epoch}, ${seal.kind}, ${seal.x0}, ${seal.x1}, ${seal.n},
      ${seal.size}, ${seal.root}, ${seal.prev}, ${seal.first}::timestamptz, ${seal.last}::timestamptz, ${seal.at}::timestamptz, ${seal.key}, ${seal.note},
      ${seal.hash}, ${seal.signature}, ${joinHashes(leaves)}, ${peaks})`)
  return grown
}
