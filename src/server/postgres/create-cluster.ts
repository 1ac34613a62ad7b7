import { spawn } from 'node:child_process'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { program } from './binaries.ts'
import type { Place } from './placement.ts'
import { failureFrom } from './server-output.ts'

/** The login that owns the embedded cluster, and the database in it. */
export const OWNER = 'dossier'

const LOCALE = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-ctype=C.UTF-8']
const FLAGS = [`--username=${OWNER}`, '--encoding=UTF8', '--auth=scram-sha-256', '--data-checksums']

type NewCluster = {
  place: Place
  password: string
  /** False where a power cut may cost the cluster, as in tests. */
  sync: boolean
  /** The locale flags; PostgreSQL before 17 has no locale of its own. */
  locale?: string[]
}

/** Makes the cluster beside its place and moves it there when it is whole, so that a killed start leaves nothing half. */
export async function createCluster({ place, password, sync, locale = LOCALE }: NewCluster): Promise<void> {
  const making = `${place.cluster}.making`
  const passwordFile = `${place.cluster}.password`
  try {
    await rm(making, { recursive: true, force: true })
    await mkdir(making, { mode: 0o700 })
    await writeFile(passwordFile, password, { mode: 0o600 })
    for (const path of [making, passwordFile]) if (place.user) await chown(path, place.user.uid, place.user.gid)
    await initdb(place, ['-D', making, `--pwfile=${passwordFile}`, ...locale, ...(sync ? [] : ['--no-sync'])])
    await rename(making, place.cluster)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function initdb(place: Place, args: string[]): Promise<void> {
  const child = spawn(program(place.binaries, 'initdb'), [...FLAGS, ...args], {
    cwd: dirname(place.cluster),
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    uid: place.user?.uid,
    gid: place.user?.gid,
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw failureFrom(output, place.cluster, 'The database could not be created')
}
