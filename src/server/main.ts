import { join } from 'node:path'
import { migrate, openDatabase } from '#kernel'
import { readEnv } from './env.ts'
import { buildHouse } from './house.ts'
import { modules } from './modules.ts'
import { startDatabase } from './postgres/index.ts'
import { StartFailure } from './start-failure.ts'

const root = join(import.meta.dirname, '../..')
const say = (line: string): void => console.log(`dossier: ${line}`)

async function start(): Promise<void> {
  const env = readEnv()
  const database = await startDatabase({ dataDir: env.dataDir, url: env.databaseUrl, report: say })
  const stops: (() => Promise<void>)[] = [() => database.stop()]
  const stopAll = async (): Promise<void> => {
    for (const stop of stops.reverse()) await stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      say('stopping')
      stopAll().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
  try {
    const login = openDatabase(database.url, { max: 1, name: 'dossier migrations' })
    const rights = await migrate(login, join(root, 'db/migrations'), say)
    await login.end()
    const house = await buildHouse({ env, url: database.url, rights, modules, webFolder: join(root, 'dist/web'), say })
    stops.push(house.close)
    await house.listen()
  } catch (error) {
    await stopAll()
    throw error
  }
}

start().catch((error: unknown) => {
  if (error instanceof StartFailure) console.error(`dossier: ${error.message}`)
  else console.error('dossier: could not start.', error)
  process.exit(1)
})
