import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { type LeafValues, leafOf, leafOrder, leafSelect, leafValue } from './seal-leaf.ts'

const pageSize = 5_000
/** A first start may find millions of rows; a seal of more would be long to prove. */
const largestBatch = 20_000

export type Batch = { x1: number; leaves: Buffer[]; first: string | null; last: string | null; more: boolean }

type Place = { epoch: number; xid: number; id: string }

const lowestId = '-9223372036854775808'

/**
 * The rows of the transactions from `x0` up to `x1`, in their order. All of these have ended, so that no row can be added
 * to them any more. Where they are too many the window ends earlier, between two transactions.
 */
export async function readBatch(
  db: Runner,
  { epoch, x0, x1 }: { epoch: number; x0: number; x1: number },
): Promise<Batch> {
  const rows: { xid: number; leaf: Buffer; at: string }[] = []
  for (let place: Place = { epoch, xid: x0, id: lowestId }; ; ) {
    const page = await readLeaves(db, place, x1)
    for (const values of page)
      rows.push({ xid: xidOf(values), leaf: leafOf(values), at: leafValue(values, 'at') ?? '' })
    const last = page.at(-1)
    if (page.length < pageSize || !last) return batchOf(rows, x1, false)
    const end = rows.findIndex(({ xid }) => xid === xidOf(last))
    if (rows.length >= largestBatch && end > 0) return batchOf(rows.slice(0, end), xidOf(last), true)
    place = { epoch, xid: xidOf(last), id: leafValue(last, 'id') ?? lowestId }
  }
}

function batchOf(rows: readonly { leaf: Buffer; at: string }[], x1: number, more: boolean): Batch {
  const times = rows.map(({ at }) => at).sort()
  return {
    x1,
    more,
    leaves: rows.map(({ leaf }) => leaf),
    first: momentOf(times[0]),
    last: momentOf(times.at(-1)),
  }
}

function momentOf(text: string | undefined): string | null {
  return text === undefined ? null : new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString()
}

export function xidOf(values: LeafValues): number {
  return Number(leafValue(values, 'xid'))
}

/** A page of rows of one epoch behind a place, as they are hashed. */
async function readLeaves(db: Runner, { epoch, xid, id }: Place, x1: number): Promise<LeafValues[]> {
  const rows = await db.tuples(
    sql`select ${leafSelect} from audit_event
      where epoch = ${epoch} and xid < ${String(x1)}::xid8 and (xid, id) > (${String(xid)}::xid8, ${id}::bigint)
      order by ${leafOrder} limit ${pageSize}`,
    { steady: true },
  )
  return asText(rows)
}

/** Every column was selected as text; the compiler cannot see that. */
export function asText(rows: readonly unknown[][]): LeafValues[] {
  return rows as unknown as LeafValues[]
}
