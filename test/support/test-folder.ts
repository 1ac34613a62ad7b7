import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, realpath, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../../src/server/pid-lock.js'
import { clearLeftovers } from '../../src/server/postgres/leftovers.ts'
import { unmountIn } from './small-disk.ts'

const PREFIX = 'dossier-test-'

/** A disk in memory, where the system has one. */
const MEMORY = '/dev/shm'
/** More than a run ever holds, so that the rest of the computer is left its memory. */
const ROOM = 4_000_000_000

/** A new folder for this process that the database's user may enter too. */
export async function testFolder(root = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(await realpath(root), `${PREFIX}${process.pid}-`))
  await chmod(folder, 0o755)
  return folder
}

/** One in memory if there is room: a database has more than a thousand files, and to make them takes a disk longer than most tests. */
export async function quickFolder(): Promise<string> {
  const { bavail, bsize } = existsSync(MEMORY) ? await statfs(MEMORY) : { bavail: 0, bsize: 0 }
  return testFolder(bavail * bsize > ROOM ? MEMORY : undefined)
}

/** Ends and removes what killed test runs left: servers and their folders. */
export async function clearKilledRuns(): Promise<void> {
  for (const root of [tmpdir(), MEMORY]) if (existsSync(root)) await clearIn(await realpath(root))
}

async function clearIn(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0])
    if (!name.startsWith(PREFIX) || !owner || isAlive(owner)) continue
    const cluster = join(root, name, 'postgres')
    if (existsSync(cluster)) await clearLeftovers(await realpath(cluster), () => undefined)
    unmountIn(join(root, name))
    await rm(join(root, name), { recursive: true, force: true })
  }
}
