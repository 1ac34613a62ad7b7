import { type Database, openDatabase } from '#kernel'
import { type Env, readEnv } from '../server/env.ts'
import { startDatabase } from '../server/postgres/index.ts'
import { runningUrl } from '../server/postgres/running-url.ts'

/**
 * Runs a command that only looks, on the database of `npm start`, whether the server works meanwhile or not.
 * Nothing is migrated.
 */
export async function withDatabase<T>(name: string, work: (db: Database, env: Env) => Promise<T>): Promise<T> {
  const env = readEnv()
  const running = env.databaseUrl ?? (await runningUrl(env.dataDir))
  const own = running ? undefined : await startDatabase({ dataDir: env.dataDir, report: (line) => console.error(line) })
  const db = openDatabase(running ?? own?.url ?? '', { max: 2, name, inOrder: true })
  try {
    return await work(db, env)
  } finally {
    await db.end()
    await own?.stop()
  }
}
