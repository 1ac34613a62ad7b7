import { join } from 'node:path'
import { KeyProblem, migrate, openDatabase } from '#kernel'
import { readEnv } from './env.ts'
import { buildHouse } from './house.ts'
import { modules } from './modules.ts'
import { startDatabase } from './postgres/index.ts'
import { asStartFailure, StartFailure } from './start-failure.ts'

const root = join(import.meta.dirname, '../..')
const say = (line: string): void => console.log(`dossier: ${line}`)

async function start(): Promise<void> {
  const env = readEnv()
  const stops: (() => Promise<void>)[] = []
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.splice(0).reverse()) await stop()
  }
  const opening = startDatabase({ dataDir: env.dataDir, url: env.databaseUrl, report: say })
  const asked = askedToStop(() => opening.then(stopAll, stopAll))
  const database = await opening
  stops.push(() => database.stop())
  if (asked.already) return
  try {
    const login = openDatabase(database.url, { max: 1, name: 'dossier migrations' })
    const rights = await migrate(login, join(root, 'db/migrations'), say)
    await login.end()
    const house = await buildHouse({ env, url: database.url, rights, modules, webFolder: join(root, 'dist/web'), say })
    stops.push(house.close)
    await house.listen()
  } catch (error) {
    await stopAll()
    throw asStartFailure(error, env.dataDir)
  }
}

/** Ctrl-C stops everything that was started, also in the middle of a start. */
function askedToStop(stopAll: () => Promise<void>): { already: boolean } {
  const asked = { already: false }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      asked.already = true
      say('stopping')
      stopAll().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
  return asked
}

start().catch((error: unknown) => {
  if (error instanceof StartFailure || error instanceof KeyProblem) console.error(`dossier: ${error.message}`)
  else console.error('dossier: could not start.', error)
  process.exit(1)
})
