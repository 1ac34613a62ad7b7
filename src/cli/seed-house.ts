import { join } from 'node:path'
import {
  actorOf,
  type Context,
  type Kernel,
  makeContext,
  migrate,
  openDatabase,
  personByLogin,
  type Rights,
  standingOfPerson,
  systemActor,
} from '#kernel'
import { user } from '#objects'
import type { Env } from '../server/env.ts'
import { modules } from '../server/modules.ts'
import { closeKernel, openKernel } from '../server/open-kernel.ts'
import { startDatabase } from '../server/postgres/index.ts'
import { openSetup } from '../server/sign-in/setup.ts'
import { StartFailure } from '../server/start-failure.ts'

const migrations = join(import.meta.dirname, '../../db/migrations')

/** What a seed works with: the same database as `npm start`, seen by the company's head. */
export type SeedHouse = { kernel: Kernel; head: Context; url: string; rights: Rights; say(line: string): void }

export type FirstHead = { login?: string; password?: string; company?: string }

const say = (line: string): void => console.log(`dossier: ${line}`)

/** Opens the database of these settings for one piece of work, and closes it however that ends. */
export async function withSeedHouse(
  { env, ...first }: { env: Env } & FirstHead,
  work: (house: SeedHouse) => Promise<void>,
): Promise<void> {
  const database = await startDatabase({ dataDir: env.dataDir, url: env.databaseUrl, report: say })
  let stopped: Promise<void> | undefined
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => {
      say('stopping; the same command goes on from here')
      stopped = database.stop().finally(() => process.exit(code))
    })
  let kernel: Kernel | undefined
  try {
    const login = openDatabase(database.url, { max: 1, name: 'dossier migrations' })
    const rights = await migrate(login, migrations, say)
    await login.end()
    const { url } = database
    kernel = await openKernel({ url, directUrl: env.databaseDirectUrl, dataDir: env.dataDir, rights, modules })
    await setUp(kernel, { ...env.admin, ...first })
    await work({ kernel, head: await headOf(kernel), url, rights, say })
  } catch (error) {
    // Work fails when its database is stopped on request, and that is no news.
    await stopped
    throw error
  } finally {
    if (kernel) await closeKernel(kernel)
    await database.stop()
  }
}

async function setUp(kernel: Kernel, { login, password, company = '明远办公设备有限公司' }: FirstHead): Promise<void> {
  const setup = await openSetup(kernel)
  if (!(await setup.isNeeded())) return
  if (!login || !password)
    throw new StartFailure(
      'No company is set up yet.',
      'Run npm start and open the link that it prints, or make it here: add --login NAME --password WORD.',
    )
  await setup.run({ company, login, password, name: login, locale: 'zh' })
  say(`made ${company} with its head ${login}`)
}

async function headOf(kernel: Kernel): Promise<Context> {
  const system = makeContext({ kernel, actor: systemActor, channel: 'seed', systemReason: 'seed: find the head' })
  const { items } = await system
    .records(user)
    .list({ where: { role: 'head', active: true }, sort: 'createdAt', limit: 1, uncounted: true })
  const person = await personByLogin(kernel.db, kernel.registry, String(items[0]?.values.login ?? ''))
  if (!person) throw new StartFailure('The company has no head who is enabled.', 'Enable one in the list of users.')
  return makeContext({
    kernel,
    actor: actorOf(person, await standingOfPerson(kernel, person), { session: null }),
    channel: 'seed',
  })
}
