import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Connection,
  ensureSigningKey,
  openDatabase,
  openSealer,
  parseCheckpoints,
  readSigningKey,
  readWords,
  roles,
  type Sealer,
  type TrailReport,
  verifyTrail,
} from '#kernel'
import type { House } from './house.ts'

/** A sealer inside the test, with a key of its own or those of a folder, working as the sealer's role. */
export type SealedTrail = {
  sealer: Sealer
  connection: Connection
  keys: string
  publicKey: string
  /** Seals until every row that there is has its seal. */
  sealAll(): Promise<void>
  /** With this trail's key, and with the checkpoints that are handed in. */
  verify(checkpoints?: readonly string[]): Promise<TrailReport>
  close(): Promise<void>
}

export async function openSealedTrail(
  house: House,
  { keys: given, now }: { keys?: string; now?: () => number } = {},
): Promise<SealedTrail> {
  const keys = given ?? (await mkdtemp(join(tmpdir(), 'dossier-keys-')))
  const { publicKey } = await ensureSigningKey(keys)
  const role = house.rights.separateRoles ? roles.sealer : undefined
  const db = openDatabase(house.url, { max: 1, role, name: 'test sealer' })
  const connection = await db.connect()
  const sealer = await openSealer(connection, { key: await readSigningKey(keys), words: await readWords(keys), now })
  if (!sealer) throw new Error('Another sealer works on this database')
  const reader = openDatabase(house.url, { max: 1, name: 'test verify' })
  const verify = (checkpoints: readonly string[] = []): Promise<TrailReport> =>
    verifyTrail(reader, { keys: [publicKey], checkpoints: checkpoints.flatMap(parseCheckpoints), accepted: [] })
  return {
    sealer,
    connection,
    keys,
    publicKey: publicKey.pem,
    sealAll: async () => {
      // Transactions of other test files hold the line until they end.
      for (;;) {
        await sealer.pass()
        const { unsealed } = await verify()
        if (!unsealed) return
      }
    },
    verify,
    close: async () => {
      connection.release(true)
      await Promise.all([db.end(), reader.end()])
      if (!given) await rm(keys, { recursive: true, force: true })
    },
  }
}
