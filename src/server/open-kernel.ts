import { join } from 'node:path'
import { chinaRegions, kinds } from '#field-types'
import {
  applyDefinitions,
  buildRegistry,
  dropColumns,
  type Kernel,
  list,
  type Module,
  makeContext,
  name,
  openAuditWriter,
  openDatabase,
  openFeed,
  openFileStore,
  openKeys,
  openPresence,
  openPrincipals,
  openRemembered,
  openTitleCache,
  openTotals,
  type Rights,
  type Role,
  roles,
  rolesInForce,
  type Settings,
  sql,
  systemActor,
  trailKeysIn,
  withDefaultPurposes,
} from '#kernel'
import { completionOf } from '#objects'
import { usualWeek } from '#shared/working-days'

const usualSettings: Settings = {
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  threeOfficers: false,
  exportBound: 250,
  look: { name: null, accent: null, signInText: null, logo: null },
  calendar: { week: usualWeek, exceptions: [] },
  completion: completionOf({}),
}

export type KernelOptions = {
  url: string
  directUrl?: string
  dataDir: string
  /** Folder of the key file; by default beside the data. */
  keysDir?: string
  rights: Rights
  modules: readonly Module[]
  connections?: number
  /** How long a statement of records may take; absent: as long as long work needs. */
  statementMs?: number
  /** Absent: in the data folder. */
  checkpoints?: string
}

/** Opens what a process works with, or nothing. The application's role has no DDL and may only add to the trail. */
export async function openKernel(options: KernelOptions): Promise<Kernel> {
  const opened: Closing[] = []
  try {
    return await openParts(options, opened)
  } catch (error) {
    await Promise.all(opened.map((part) => part.end()))
    throw error
  }
}

type Closing = { end(): Promise<void> }

async function openParts(
  {
    url,
    directUrl,
    dataDir,
    keysDir = join(dataDir, 'keys'),
    rights,
    modules,
    connections = 16,
    statementMs,
    checkpoints = join(dataDir, 'checkpoints'),
  }: KernelOptions,
  opened: Closing[],
): Promise<Kernel> {
  const open = <T extends Closing>(part: T): T => {
    opened.push(part)
    return part
  }
  const role = rights.separateRoles ? roles.app : undefined
  const pooled = directUrl !== undefined
  const reader = rights.reader ? roles.reader : undefined
  const db = open(openDatabase(url, { max: connections, role, reader, name: 'dossier', pooled, statementMs }))
  const feed = open(await openFeed(db, directUrl ?? url))
  const keysDb = openDatabase(url, { max: 2, role, name: 'dossier keys', pooled, hasty: true })
  const noKeys = (error: unknown): Promise<never> => keysDb.end().then(() => Promise.reject(error))
  const keys = open(await openKeys(keysDb, keysDir).catch(noKeys))
  let loading: Promise<void> = Promise.resolve()
  let inForce: string | undefined
  const kernel: Kernel = {
    db,
    counters: open(openDatabase(url, { max: 2, role, name: 'dossier counters', pooled })),
    registry: buildRegistry(modules, kinds),
    modules,
    kinds,
    codec: keys.codec,
    keys,
    audit: open(openAuditWriter(openDatabase(url, { max: 1, role, name: 'dossier audit', pooled }))),
    trail: { keys: trailKeysIn(keysDir), checkpoints },
    principals: openPrincipals(),
    files: await openFileStore(join(dataDir, 'files')),
    regions: chinaRegions(),
    feed,
    presence: openPresence(db, feed),
    totals: openTotals(),
    titles: openTitleCache(),
    remembered: openRemembered(),
    readings: new Map(),
    roles: byCode(standardRoles(modules)),
    purposes: new Map(),
    reload: () => {
      // One after the other: an older reading must not replace a newer one.
      loading = loading
        .catch(() => {})
        .then(async () => {
          const state = await stateOfDefinitions(kernel)
          await reload(kernel)
          inForce = state
        })
      return loading
    },
    keepUp: async () => {
      await loading.catch(() => {})
      if ((await stateOfDefinitions(kernel)) !== inForce) await kernel.reload()
    },
    define: (registry, when) => applyDefinitions(directUrl ?? url, rights, { registry, when }),
    dropColumns: (columns) => dropColumns(directUrl ?? url, rights, columns),
    settings: usualSettings,
  }
  await kernel.reload()
  // Another server has changed a definition, or this one has.
  feed.subscribe(({ object }) => {
    kernel.totals.changed()
    kernel.titles.forget(object)
    kernel.remembered.forget(object)
    if (kernel.registry.objects.get(object)?.definition.configures) void reloadUntilRead(kernel)
  })
  return kernel
}

/** Roles that the product brings. */
function standardRoles(modules: readonly Module[]): readonly Role[] {
  return modules.flatMap(({ roles: brought = [] }) => brought)
}

const byCode = (all: readonly Role[]): ReadonlyMap<string, Role> => new Map(all.map((role) => [role.code, role]))

/** Differs where anything that configures the product does: each write gives its record another version. */
function stateOfDefinitions(kernel: Kernel): Promise<string> {
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'read definitions' })
  const tables = [...kernel.registry.objects.values()].filter(({ definition }) => definition.configures)
  const states = tables.map(
    ({ table }) => sql`(select concat_ws(' ', count(*), sum(version), max(updated_at)) from ${name(table)})`,
  )
  return ctx.reading(async (tx) => JSON.stringify(await tx.db.tuples(sql`select ${list(states)}`)))
}

/** What the company has defined at run time takes the same way as what the product brings. */
async function reload(kernel: Kernel): Promise<void> {
  const customise = kernel.modules.find((module) => module.customise)?.customise
  const readRoles = kernel.modules.find((module) => module.readRoles)?.readRoles
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'job', systemReason: 'read definitions' })
  const custom = await customise?.(ctx)
  // A changed role or setting defines no object anew.
  if (custom && custom.version !== kernel.registry.version)
    kernel.registry = buildRegistry(kernel.modules, kernel.kinds, custom)
  const readSettings = kernel.modules.find((module) => module.readSettings)?.readSettings
  kernel.settings = { ...usualSettings, ...(readSettings ? await readSettings(ctx) : {}) }
  const readPurposes = kernel.modules.find((module) => module.readPurposes)?.readPurposes
  const purposes = readPurposes ? await readPurposes(ctx) : []
  kernel.purposes = new Map(purposes.map((purpose) => [purpose.code, purpose]))
  const own = readRoles ? await readRoles(ctx) : []
  const standard = withDefaultPurposes(standardRoles(kernel.modules), purposes)
  kernel.roles = byCode(rolesInForce([...standard, ...own], kernel.settings))
}

const againAfterMs = 1_000
const closing = new WeakSet<Kernel>()

/** Until they could be read, those of before stay in force: a right that was taken away must not outlive a short trouble. */
async function reloadUntilRead(kernel: Kernel): Promise<void> {
  try {
    await kernel.reload()
  } catch (error) {
    if (closing.has(kernel)) return
    console.error('dossier: changed definitions could not be read yet', error)
    setTimeout(() => void reloadUntilRead(kernel), againAfterMs).unref()
  }
}

/** Closes every connection; what was acknowledged is in the database. */
export async function closeKernel(kernel: Kernel): Promise<void> {
  closing.add(kernel)
  kernel.presence.end()
  await kernel.feed.end()
  // A reading that a last event has begun comes to its end first.
  await kernel.reload().catch(() => {})
  await Promise.all([kernel.audit.end(), kernel.counters.end(), kernel.keys.end(), kernel.db.end()])
}
