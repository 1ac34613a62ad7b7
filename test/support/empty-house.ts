import { cp, mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Kernel, migrate, openDatabase, type Rights } from '#kernel'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'
import { createDatabase, createTemplate, type Template } from './postgres.ts'

const migrations = join(import.meta.dirname, '../../db/migrations')

/** A database and a data folder of one's own, which nobody has opened yet. */
export type Premises = { url: string; dataDir: string; rights: Rights; clear(): Promise<void> }

export type EmptyHouse = { kernel: Kernel; url: string; dataDir: string; rights: Rights; close(): Promise<void> }

/** A migrated database of its own that nobody has set up yet. */
export async function openEmptyHouse(): Promise<EmptyHouse> {
  return openOn(await premisesLike(await emptyTemplate()))
}

/** Migrated, and nothing more. */
export function emptyTemplate(): Promise<Template<{ rights: Rights }>> {
  return createTemplate('house', async ({ url }) => {
    const db = openDatabase(url, { max: 1, name: 'template' })
    const rights = await migrate(db, migrations)
    await db.end()
    return { rights }
  })
}

export async function premisesLike({ database, folder, made }: Template<{ rights: Rights }>): Promise<Premises> {
  const { url, drop } = await createDatabase(database)
  const dataDir = await mkdtemp(join(dirname(folder), 'house-'))
  await cp(folder, dataDir, { recursive: true })
  const clear = async (): Promise<void> => {
    await drop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { url, dataDir, rights: made.rights, clear }
}

export async function openOn({ clear, ...place }: Premises): Promise<EmptyHouse> {
  const kernel = await openKernel({ ...place, modules })
  const close = async (): Promise<void> => {
    await closeKernel(kernel)
    await clear()
  }
  return { ...place, kernel, close }
}
