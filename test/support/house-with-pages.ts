import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kernel, makeContext, migrate, openDatabase, sql, startSession, systemActor } from '#kernel'
import type { Locale } from '#shared/label'
import type { Env } from '../../src/server/env.ts'
import { buildHouse } from '../../src/server/house.ts'
import { modules } from '../../src/server/modules.ts'
import { createDatabase, createTemplate } from './postgres.ts'

const root = join(import.meta.dirname, '../..')
const migrations = join(root, 'db/migrations')

export type SignedIn = { id: string; login: string; cookie: string }

/** The whole product on a port of its own: pages, API, jobs in their own process, a database that nobody else uses. */
export type HouseWithPages = {
  kernel: Kernel
  address: string
  dataDir: string
  /** What the start prints while nobody has set the company up. */
  setupLink: string
  close(): Promise<void>
}

export const password = 'ink-stone-and-brush'

/** A house that waits for its set-up; `tls`: it speaks https. */
export async function openHouseWithPages({ tls }: Pick<Env, 'tls'> = {}): Promise<HouseWithPages> {
  const template = await createTemplate('house', async (url) => {
    const db = openDatabase(url, { max: 1, name: 'template' })
    await migrate(db, migrations)
    await db.end()
  })
  const database = await createDatabase(template)
  const dataDir = await mkdtemp(join(tmpdir(), 'dossier-pages-'))
  const login = openDatabase(database.url, { max: 1, name: 'template' })
  const rights = await migrate(login, migrations)
  await login.end()
  const said: string[] = []
  const house = await buildHouse({
    env: {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      keysDir: join(dataDir, 'keys'),
      checkpoints: join(dataDir, 'checkpoints'),
      tls,
    },
    url: database.url,
    rights,
    modules,
    webFolder: join(root, 'dist/web'),
    say: (line) => said.push(line),
  })
  const address = await house.listen()
  return {
    kernel: house.kernel,
    address,
    dataDir,
    setupLink: /http\S+\/setup\?token=\S+/.exec(said.join('\n'))?.[0] ?? '',
    close: async () => {
      await house.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export type LivedInHouse = HouseWithPages & {
  heads: Readonly<Record<Locale, SignedIn>>
  /** They see own files alone, and sealed values as masks. */
  clerks: Readonly<Record<Locale, SignedIn>>
}

/** A house whose company is set up, with a head and a clerk who read Chinese, and two who read English. */
export async function openLivedInHouse(locale: Locale = 'zh'): Promise<LivedInHouse> {
  const house = await openHouseWithPages()
  const response = await fetch(`${house.address}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: new URL(house.setupLink).searchParams.get('token'),
      company: companies[locale],
      name: '张伟',
      login: 'zhang',
      password,
      locale,
      demo: false,
    }),
  })
  if (!response.ok) throw new Error(`The house was not set up: ${await response.text()}`)
  const { kernel } = house
  // Who lives in it has long put the recovery sheets away.
  const at = new Date().toISOString()
  await kernel.keys.changeSecrets((now) => ({ ...now, sheetShownAt: at, sheetKeptAt: at }))
  const heads = { zh: await makePerson(kernel, 'head', 'zh'), en: await makePerson(kernel, 'head', 'en') }
  const clerks = { zh: await makePerson(kernel, 'clerk', 'zh'), en: await makePerson(kernel, 'clerk', 'en') }
  return { ...house, heads, clerks }
}

const companies = { zh: '明远办公设备有限公司', en: 'Mingyuan Office Equipment' }
const names = { head: { zh: '周敏', en: 'Emma Clarke' }, clerk: { zh: '许晴', en: 'Oliver Grant' } } as const

async function makePerson(kernel: Kernel, role: 'head' | 'clerk', language: Locale): Promise<SignedIn> {
  const ctx = makeContext({ kernel, actor: systemActor, channel: 'cli', systemReason: 'test' })
  const login = `${role}-${language}`
  const { id } = await ctx.recordsNamed('user').create({ name: names[role][language], login, role, language })
  // Who lives in it has long been shown around.
  await kernel.db.rows(sql`insert into own_setting (person, tour) values (${id}::uuid, 'over')`)
  const { token } = await startSession(kernel.db, id, { ip: null, agent: 'test' })
  // A slow machine takes longer over one file of tests than a proof lasts.
  await kernel.db.rows(sql`update session set proven_at = now() + interval '1 hour' where user_id = ${id}`)
  return { id, login, cookie: token }
}
