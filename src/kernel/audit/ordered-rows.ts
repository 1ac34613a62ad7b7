import type { Runner } from '../query/database.ts'
import { sql } from '../query/sql.ts'
import { asText, xidOf } from './seal-batch.ts'
import { type LeafValues, leafOf, leafOrder, leafSelect, leafValue } from './seal-leaf.ts'

const pageSize = 5_000

export type BatchRow = { id: string; epoch: number; xid: number; leaf: Buffer }

export type Edge = { epoch: number; xid: number }

/** All rows in the order of the seals, hashed; the next page is on its way while one is worked on. */
export async function* readRowsInOrder(db: Runner, from?: Edge, to?: Edge): AsyncGenerator<BatchRow, void, undefined> {
  let next = from
    ? readPage(db, sql`(epoch, xid) >= (${from.epoch}, ${String(from.xid)}::xid8)`, to)
    : readPage(db, sql`true`, to)
  for (;;) {
    const page = await next
    const last = page.at(-1)
    const behind =
      last && sql`(epoch, xid, id) > (${epochOf(last)}, ${String(xidOf(last))}::xid8, ${idOf(last)}::bigint)`
    const more = behind && page.length === pageSize
    next = more ? readPage(db, behind, to) : Promise.resolve([])
    // Whoever stops reading does not wait for a page that fails.
    next.catch(() => {})
    for (const values of page)
      yield { id: idOf(values), epoch: epochOf(values), xid: xidOf(values), leaf: leafOf(values) }
    if (!more) return
  }
}

async function readPage(db: Runner, start: ReturnType<typeof sql>, to: Edge | undefined): Promise<LeafValues[]> {
  const end = to ? sql`(epoch, xid) < (${to.epoch}, ${String(to.xid)}::xid8)` : sql`true`
  return asText(
    await db.tuples(
      sql`select ${leafSelect} from audit_event where ${start} and ${end} order by ${leafOrder} limit ${pageSize}`,
    ),
  )
}

function idOf(values: LeafValues): string {
  return leafValue(values, 'id') ?? ''
}

function epochOf(values: LeafValues): number {
  return Number(leafValue(values, 'epoch'))
}
