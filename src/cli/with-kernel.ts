import { join } from 'node:path'
import { type Database, type Kernel, KeyProblem, migrate, openDatabase, type Rights } from '#kernel'
import { type Env, readEnv } from '../server/env.ts'
import { modules } from '../server/modules.ts'
import { closeKernel, openKernel } from '../server/open-kernel.ts'
import { startDatabase } from '../server/postgres/index.ts'
import { StartFailure } from '../server/start-failure.ts'

const migrations = join(import.meta.dirname, '../../db/migrations')
const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

type Command<T> = {
  env?: Env
  /** What to say when somebody stops the command before its end. */
  stopping?: string
  /** Done to the migrated database before its keys are opened. */
  before?(database: Database, env: Env): Promise<void>
  work(kernel: Kernel, database: { url: string; rights: Rights }): Promise<T>
}

// A refusal with its fix is told as one sentence, from wherever in the command it comes.
process.once('uncaughtException', (error) => {
  const told = error instanceof StartFailure || error instanceof KeyProblem
  console.error(told ? `dossier: ${error.message}` : error)
  process.exit(1)
})

export const say = (line: string): void => console.log(`dossier: ${line}`)

/** Runs a command on the database of `npm start`: your own, or the embedded one, started for the while. */
export async function withKernel<T>({ env = readEnv(), stopping = 'stopping', before, work }: Command<T>): Promise<T> {
  const database = await startDatabase({ dataDir: env.dataDir, url: env.databaseUrl, report: say })
  let stopped: Promise<void> | undefined
  for (const [signal, code] of signals)
    process.once(signal, () => {
      say(stopping)
      stopped = database.stop().finally(() => process.exit(code))
    })
  let kernel: Kernel | undefined
  try {
    const login = openDatabase(database.url, { max: 1, name: 'dossier command' })
    const rights = await migrate(login, migrations, say)
    await before?.(login, env)
    await login.end()
    const { url } = database
    const { dataDir, keysDir, databaseDirectUrl: directUrl } = env
    kernel = await openKernel({ url, directUrl, dataDir, keysDir, rights, modules })
    return await work(kernel, { url, rights })
  } catch (error) {
    // Work fails when its database is stopped on request, and that is no news.
    await stopped
    throw error
  } finally {
    if (kernel) await closeKernel(kernel)
    await database.stop()
  }
}
