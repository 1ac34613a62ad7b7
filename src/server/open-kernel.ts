import { join } from 'node:path'
import { chinaRegions, kinds } from '#field-types'
import {
  buildRegistry,
  type Kernel,
  type Module,
  openAuditWriter,
  openDatabase,
  openFeed,
  openFileStore,
  openPrincipals,
  plainCodec,
  type Rights,
  roles,
} from '#kernel'
import { reachOf } from '#objects'

export type KernelOptions = {
  url: string
  directUrl?: string
  dataDir: string
  rights: Rights
  modules: readonly Module[]
  connections?: number
}

/** Opens what a process works with. The application's role has no DDL and may only add to the trail. */
export async function openKernel({
  url,
  directUrl,
  dataDir,
  rights,
  modules,
  connections = 16,
}: KernelOptions): Promise<Kernel> {
  const role = rights.separateRoles ? roles.app : undefined
  const db = openDatabase(url, { max: connections, role, name: 'dossier' })
  return {
    db,
    counters: openDatabase(url, { max: 2, role, name: 'dossier counters' }),
    registry: buildRegistry(modules, kinds),
    kinds,
    codec: plainCodec,
    audit: openAuditWriter(openDatabase(url, { max: 1, role, name: 'dossier audit' })),
    principals: openPrincipals(),
    files: await openFileStore(join(dataDir, 'files')),
    regions: chinaRegions(),
    feed: await openFeed(db, directUrl ?? url),
    reachOf,
    settings: { timeZone: 'Asia/Shanghai', currency: 'CNY' },
  }
}

/** Closes every connection; what was acknowledged is in the database. */
export async function closeKernel(kernel: Kernel): Promise<void> {
  await kernel.feed.end()
  await Promise.all([kernel.audit.end(), kernel.counters.end(), kernel.db.end()])
}
