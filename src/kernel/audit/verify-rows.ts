import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { type BatchRow, readRowsInOrder } from './ordered-rows.ts'
import type { Findings } from './seal-report.ts'
import { type Seal, sealColumns } from './seal-row.ts'
import { splitHashes, treeRoot } from './seal-tree.ts'
import type { Chain } from './verify-chain.ts'

const sealsPerPage = 500

type SealWithLeaves = Seal & { leaves: Buffer }

/** `removedBefore`: rows older than this may be gone, as the trail itself says. */
export type RowCheck = { chain: Chain; removedBefore: string | null }

export type RowCounts = { rows: number; removed: number }

/** Reads every row of the range again, in the order of the seals, and holds it against the batch that it belongs to. */
export async function verifyRows(
  db: Runner,
  { chain: { start, end, last }, removedBefore }: RowCheck,
  findings: Findings,
): Promise<RowCounts> {
  const counts: RowCounts = { rows: 0, removed: 0 }
  if (!start || !end) return counts
  const whole = end.no === last?.no
  const from = start.no === 1 ? undefined : { epoch: start.epoch, xid: start.x0 }
  const rows = readRowsInOrder(db, from, whole ? undefined : { epoch: end.epoch, xid: end.x1 })
  let row = await rows.next()
  for await (const seal of readSeals(db, start.no, end.no)) {
    const found: BatchRow[] = []
    while (!row.done && before(row.value, seal)) {
      findings.add({ code: 'row.unplaced', epoch: row.value.epoch, seal: seal.no, row: row.value.id })
      row = await rows.next()
    }
    while (!row.done && row.value.epoch === seal.epoch && row.value.xid < seal.x1) {
      found.push(row.value)
      row = await rows.next()
    }
    counts.rows += found.length
    counts.removed += checkBatch(seal, found, { removedBefore, findings })
  }
  await rows.return(undefined)
  return counts
}

function before(row: BatchRow, { epoch, x0 }: Seal): boolean {
  return row.epoch < epoch || (row.epoch === epoch && row.xid < x0)
}

async function* readSeals(db: Runner, first: number, last: number): AsyncGenerator<SealWithLeaves> {
  for (let no = first; no <= last; ) {
    const seals = await db.rows<SealWithLeaves>(
      sql`select ${sealColumns}, leaves from audit_seal where no between ${no} and ${last} order by no limit ${sealsPerPage}`,
    )
    yield* seals
    const end = seals.at(-1)
    if (!end) return
    no = end.no + 1
  }
}

/** How many rows of the batch retention has removed. */
function checkBatch(
  seal: SealWithLeaves,
  rows: readonly BatchRow[],
  { removedBefore, findings }: { removedBefore: string | null; findings: Findings },
): number {
  if (treeRoot(rows.map(({ leaf }) => leaf)).equals(seal.root)) {
    if (rows.length !== seal.n) findings.add({ code: 'seal.count', epoch: seal.epoch, seal: seal.no })
    return 0
  }
  const place = { epoch: seal.epoch, seal: seal.no }
  const leaves = splitHashes(seal.leaves)
  // Without the hashes of its rows the batch is known to be wrong, and no more.
  if (!treeRoot(leaves).equals(seal.root)) {
    findings.add({ code: 'rows.differ', ...place })
    return 0
  }
  const sealed = new Map(leaves.map((leaf, index) => [leaf.toString('latin1'), index]))
  const strange = rows.filter(({ leaf }) => !sealed.delete(leaf.toString('latin1')))
  const removable = removedBefore !== null && seal.first !== null && seal.first < removedBefore
  const gone = [...sealed.values()]
  strange.forEach(({ id }, at) => {
    findings.add({ code: at < gone.length && !removable ? 'row.changed' : 'row.added', ...place, row: id })
  })
  if (removable && !strange.length) return gone.length
  for (const index of gone.slice(strange.length))
    findings.add({ code: 'row.missing', ...place, detail: { index: index + 1, of: seal.n } })
  if (!strange.length && !gone.length) findings.add({ code: 'rows.differ', ...place })
  return 0
}
