import {
  actorOf,
  type Context,
  type Kernel,
  makeContext,
  personByLogin,
  type Rights,
  standingOfPerson,
  systemActor,
} from '#kernel'
import { user } from '#objects'
import { readEnv } from '../server/env.ts'
import { openSetup } from '../server/sign-in/setup.ts'
import { StartFailure } from '../server/start-failure.ts'
import { say, withKernel } from './with-kernel.ts'

/** What a seed works with: the same database as `npm start`, seen by the company's head. */
export type SeedHouse = { kernel: Kernel; head: Context; url: string; rights: Rights; say(line: string): void }

export type FirstHead = { login?: string; password?: string; company?: string }

/** Opens the database of `npm start` for one seed, and closes it however that ends. */
export function withSeedHouse(first: FirstHead, seed: (house: SeedHouse) => Promise<void>): Promise<void> {
  return withKernel({
    stopping: 'stopping; the same command goes on from here',
    work: async (kernel, database) => {
      await setUp(kernel, { ...readEnv().admin, ...first })
      await seed({ kernel, head: await headOf(kernel), ...database, say })
    },
  })
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
