import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kernel, migrate, openDatabase, type Rights } from '#kernel'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'
import { createDatabase, createTemplate } from './postgres.ts'

const migrations = join(import.meta.dirname, '../../db/migrations')

export type EmptyHouse = { kernel: Kernel; url: string; dataDir: string; rights: Rights; close(): Promise<void> }

/** A migrated database of its own that nobody has set up yet. */
export async function openEmptyHouse(): Promise<EmptyHouse> {
  const template = await createTemplate('house', async (url) => {
    const db = openDatabase(url, { max: 1, name: 'template' })
    await migrate(db, migrations)
    await db.end()
  })
  const database = await createDatabase(template)
  const dataDir = await mkdtemp(join(tmpdir(), 'dossier-house-'))
  const login = openDatabase(database.url, { max: 1, name: 'template' })
  const rights = await migrate(login, migrations)
  await login.end()
  const kernel = await openKernel({ url: database.url, dataDir, rights, modules })
  return {
    kernel,
    url: database.url,
    dataDir,
    rights,
    close: async () => {
      await closeKernel(kernel)
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
