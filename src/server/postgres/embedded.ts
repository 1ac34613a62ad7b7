import { existsSync, statSync } from 'node:fs'
import { mkdir, realpath, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { tryLock } from '../pid-lock.js'
import { asStartFailure, StartFailure } from '../start-failure.ts'
import { findBinaries } from './binaries.ts'
import { clusterUrl } from './cluster-url.ts'
import { createCluster, OWNER } from './create-cluster.ts'
import { clearLeftovers } from './leftovers.ts'
import { ensureDatabase } from './own-database.ts'
import { choosePlace, clusterName, linkCluster, type Place } from './placement.ts'
import { startOnAnyPort, startOnPort } from './port.ts'
import type { RunningDatabase } from './running-database.ts'
import { databaseSecret } from './secret.ts'
import { supervise } from './supervise.ts'

type Options = { dataDir: string; report: (line: string) => void; settings?: Record<string, string> }
type Locks = { release(): Promise<void> }[]

const LOG_LIMIT = 10_000_000

/** Starts the PostgreSQL that npm brought, in the data folder, and keeps it running. */
export async function startEmbedded(options: Options): Promise<RunningDatabase> {
  const locks: Locks = []
  const unlock = async () => {
    for (const lock of locks.splice(0)) await lock.release()
  }
  try {
    const running = await startLocked(options, locks)
    return { ...running, stop: () => running.stop().finally(unlock) }
  } catch (error) {
    await unlock()
    throw asStartFailure(error, options.dataDir)
  }
}

async function startLocked(options: Options, locks: Locks): Promise<RunningDatabase> {
  const { report, settings } = options
  await mkdir(options.dataDir, { recursive: true })
  // By its own path: the lock of the same cluster under another would be taken for another's.
  const dataDir = await realpath(options.dataDir)
  locks.push(await lockCluster(clusterName(dataDir), dataDir))
  if (existsSync(clusterName(dataDir))) await clearLeftovers(await realpath(clusterName(dataDir)), report)
  const place = await choosePlace({ dataDir, report, binaries: findBinaries() })
  if (place.cluster !== clusterName(dataDir)) locks.push(await lockCluster(place.cluster, dataDir))
  const password = await prepareCluster({ ...options, dataDir }, place)

  const log = join(dataDir, 'postgres.log')
  await turnLog(log)
  const { postmaster, port } = await startOnAnyPort({ place, log, settings }, join(dataDir, 'postgres.port'))
  const url = (database: string) => clusterUrl({ cluster: place.cluster, port, password }, database)
  const restart = async () => {
    await clearLeftovers(place.cluster, report)
    return await startOnPort({ place, port, log, settings })
  }
  const stop = supervise({ first: postmaster, restart, report })
  try {
    const version = await ensureDatabase(url, join(dataDir, 'postgres.secret'))
    return { url: url(OWNER), embedded: true, version, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function lockCluster(cluster: string, dataDir: string): Promise<Locks[number]> {
  const lock = await tryLock(`${cluster}.lock`)
  if (typeof lock !== 'number') return lock
  throw new StartFailure(
    `Another Dossier (process ${lock}) already uses the data folder ${dataDir}.`,
    'Stop that one first, or give this one its own DOSSIER_DATA and PORT.',
  )
}

async function prepareCluster({ dataDir, report, settings }: Options, place: Place): Promise<string> {
  const exists = existsSync(place.cluster)
  const password = await databaseSecret(join(dataDir, 'postgres.secret'), exists)
  if (!exists) {
    report(`Creating the database in ${place.cluster}.`)
    await createCluster({ place, password, sync: settings?.fsync !== 'off' })
  }
  await linkCluster(dataDir, place.cluster)
  return password
}

async function turnLog(log: string): Promise<void> {
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) await rename(log, `${log}.1`)
}
