import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDatabase } from '../server/postgres/index.ts'

/** A database that lives as long as the work: no settings, no data of a real one are touched. */
export async function withTemporaryDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dossier-schema-'))
  // Started by root, the database runs as another user, who must get in here.
  await chmod(dataDir, 0o755)
  const database = await startDatabase({ dataDir, report: () => {}, settings: { fsync: 'off' } })
  try {
    return await work(database.url)
  } finally {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
