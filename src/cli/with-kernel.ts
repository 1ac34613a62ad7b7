import { join } from 'node:path'
import { type Kernel, migrate, openDatabase, type Rights } from '#kernel'
import { readEnv } from '../server/env.ts'
import { modules } from '../server/modules.ts'
import { closeKernel, openKernel } from '../server/open-kernel.ts'
import { startDatabase } from '../server/postgres/index.ts'

const migrations = join(import.meta.dirname, '../../db/migrations')

/** Runs a command on the database of `npm start`: your own, or the embedded one, started for the while. */
export async function withKernel<T>(
  work: (kernel: Kernel, database: { url: string; rights: Rights }) => Promise<T>,
): Promise<T> {
  const env = readEnv()
  const say = (line: string): void => console.log(`dossier: ${line}`)
  const database = await startDatabase({ dataDir: env.dataDir, url: env.databaseUrl, report: say })
  try {
    const login = openDatabase(database.url, { max: 1, name: 'dossier command' })
    const rights = await migrate(login, migrations, say)
    await login.end()
    const kernel = await openKernel({
      url: database.url,
      directUrl: env.databaseDirectUrl,
      dataDir: env.dataDir,
      rights,
      modules,
    })
    try {
      return await work(kernel, { url: database.url, rights })
    } finally {
      await closeKernel(kernel)
    }
  } finally {
    await database.stop()
  }
}
