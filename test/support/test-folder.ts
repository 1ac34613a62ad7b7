import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAlive } from '../../src/server/pid-lock.js'
import { clearLeftovers } from '../../src/server/postgres/leftovers.ts'
import { unmountIn } from './small-disk.ts'

const PREFIX = 'dossier-test-'

/** A new folder for this process that the database's user may enter too. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), `${PREFIX}${process.pid}-`))
  await chmod(folder, 0o755)
  return folder
}

/** Ends and removes what killed test runs left: servers and their folders. */
export async function clearKilledRuns(): Promise<void> {
  const root = await realpath(tmpdir())
  for (const name of await readdir(root)) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0])
    if (!name.startsWith(PREFIX) || !owner || isAlive(owner)) continue
    const cluster = join(root, name, 'postgres')
    if (existsSync(cluster)) await clearLeftovers(await realpath(cluster), () => undefined)
    unmountIn(join(root, name))
    await rm(join(root, name), { recursive: true, force: true })
  }
}
