import type { Runner } from '../query/database.ts'
import { locks } from '../query/locks.ts'
import { sql } from '../query/sql.ts'
import { type Checkpoint, makeCheckpoint, originOf } from './checkpoint.ts'
import { readBatch } from './seal-batch.ts'
import type { SigningKey } from './seal-key.ts'
import { endOfEpoch, type Seal, type SealFacts, type SealKind, sealHash, sealText } from './seal-row.ts'
import { insertSeal, lastSeal, readTree } from './seal-store.ts'
import { growingRoot, hashSize, treeRoot } from './seal-tree.ts'

/** An empty seal this often, so that a cut tail shows. */
const heartbeatMs = 60_000

/** Seals the trail behind its writers. One at a time: `openSealer` holds the lock for as long as its connection lives. */
export type Sealer = {
  /** Seals what has ended since the last time; `more` when there is more than one batch. */
  pass(): Promise<{ sealed: Seal | undefined; more: boolean }>
  /** The signed state of the tree; nothing before the first seal. */
  checkpoint(): string | undefined
}

export type SealerOptions = {
  key: SigningKey
  /** What earlier keys vouched for. */
  words?: string
  /** The last checkpoint of the second place. */
  known?: Checkpoint
  now?: () => number
}

/** Absent where another process seals this database already. */
export async function openSealer(
  db: Runner,
  { key, words = '', known, now = Date.now }: SealerOptions,
): Promise<Sealer | undefined> {
  const [held] = await db.rows<{ held: boolean }>(sql`select pg_try_advisory_lock(${locks.sealer}) as held`)
  if (!held?.held) return undefined
  let last = await lastSeal(db)
  let tree = await readTree(db)
  const [start] = await db.rows<{ hash: Buffer }>(sql`select hash from audit_seal where no = 1`)
  let origin = start && originOf(start.hash)

  type News = { kind: SealKind; note?: string; epoch: number; x0: number; x1: number }
  const add = async (news: News, batch: { leaves: Buffer[]; first: string | null; last: string | null } = none) => {
    const facts: SealFacts = {
      ...news,
      note: news.note ?? null,
      no: (last?.no ?? 0) + 1,
      n: batch.leaves.length,
      size: (last?.size ?? 0) + batch.leaves.length,
      root: treeRoot(batch.leaves),
      prev: last?.hash ?? Buffer.alloc(hashSize),
      first: batch.first,
      last: batch.last,
      at: new Date(now()).toISOString(),
      key: key.id,
    }
    const seal: Seal = { ...facts, hash: sealHash(facts), signature: key.sign(sealText(facts)) }
    tree = await insertSeal(db, seal, { tree, leaves: batch.leaves })
    origin ??= originOf(seal.hash)
    last = seal
    return seal
  }

  const lost = known && known.origin === origin && known.size > tree.size ? known : undefined
  if (last && last.key !== key.id) await add({ kind: 'key', note: words, epoch: last.epoch, x0: last.x1, x1: last.x1 })
  if (last && lost) {
    const note = `a checkpoint of ${lost.at} had ${lost.size} seals with the root ${lost.root.toString('base64')}`
    await add({ kind: 'restore', note, epoch: last.epoch, x0: last.x1, x1: last.x1 })
  }

  return {
    pass: async () => {
      const epoch = last?.epoch ?? 1
      const x0 = last?.x1 ?? 0
      const { ended, next } = await readEnd(db, epoch)
      const batch = await readBatch(db, { epoch, x0, x1: Math.max(x0, next === null ? ended : endOfEpoch) })
      const { x1, more } = batch
      if (batch.leaves.length) return { sealed: await add({ kind: 'rows', epoch, x0, x1 }, batch), more }
      if (next !== null) {
        const note = `transactions count anew after number ${x0}`
        return { sealed: await add({ kind: 'epoch', note, epoch: next, x0: 0, x1: 0 }), more: true }
      }
      const idle = !last || now() - Date.parse(last.at) >= heartbeatMs
      return { sealed: idle ? await add({ kind: 'idle', epoch, x0, x1 }) : undefined, more: false }
    },
    checkpoint: () =>
      last && origin
        ? makeCheckpoint(key, { origin, size: tree.size, root: growingRoot(tree), at: new Date(now()).toISOString() })
        : undefined,
  }
}

const none = { leaves: [], first: null, last: null }

/** Up to which transaction all have ended, and whether a later epoch has begun. */
async function readEnd(db: Runner, epoch: number): Promise<{ ended: number; next: number | null }> {
  const [row] = await db.rows<{ ended: number; next: number | null }>(
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as ended, (select min(epoch) from audit_event where epoch > ${epoch}) as next`,
    { steady: true },
  )
  return { ended: row?.ended ?? 0, next: row?.next ?? null }
}
