import { chown, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureSigningKey, type Rights, type TrailPlaces } from '#kernel'
import { type ChildProcess, keepRunning, surroundings } from './child-process.ts'
import { byPort } from './postgres/cluster-url.ts'
import { canReach } from './postgres/run-user.ts'
import { findSealerUser, type SealerUser } from './sealer-user.ts'

/** What the server hands to the process that seals the trail, as JSON. */
export type SealerSettings = {
  url: string
  rights: Rights
  places: TrailPlaces
  command?: string
  /** Where older versions kept the key. */
  formerKeys?: string
}

const patienceMs = 40_000

/** The sealer beside the server: a process of its own, and where root started a system user of its own. */
export async function startSealer(
  settings: SealerSettings,
  say: (line: string) => void,
  silentMs = patienceMs,
): Promise<ChildProcess> {
  const { places } = settings
  const { secret } = await ensureSigningKey(places.keys, settings.formerKeys)
  await mkdir(places.checkpoints, { recursive: true, mode: 0o755 })
  const file = join(import.meta.dirname, 'sealer.ts')
  const user = findSealerUser()
  const own = user && reaches(user, [file, process.execPath, places.keys, places.checkpoints]) ? user : undefined
  const owner = own ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  await chown(secret, owner.uid, owner.gid)
  await chown(places.checkpoints, owner.uid, owner.gid)
  // Another user enters neither the folder of the database nor, so, its socket.
  const handed = own ? { ...settings, url: byPort(settings.url) } : settings
  const env = { ...surroundings(), HOME: '/', DOSSIER_SEALER: JSON.stringify(handed) }
  return keepRunning({ name: 'the sealer of the trail', file, env, user: own, silentMs }, say)
}

function reaches(user: SealerUser, paths: readonly string[]): boolean {
  return paths.every((path) => canReach({ ...user, name: '' }, path))
}
