import { join } from 'node:path'
import { type Kernel, makeContext, type Rights, sql, startSession, systemActor } from '#kernel'
import type { Locale } from '#shared/label'
import type { Env } from '../../src/server/env.ts'
import { buildHouse } from '../../src/server/house.ts'
import { modules } from '../../src/server/modules.ts'
import { emptyTemplate, type Premises, premisesLike } from './empty-house.ts'
import { createTemplate, type Template } from './postgres.ts'

const root = join(import.meta.dirname, '../..')

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
  return openPagesOn(await premisesLike(await emptyTemplate()), tls)
}

async function openPagesOn({ url, dataDir, rights, clear }: Premises, tls?: Env['tls']): Promise<HouseWithPages> {
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
    url,
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
      await clear()
    },
  }
}

type People = {
  heads: Readonly<Record<Locale, SignedIn>>
  /** They see own files alone, and sealed values as masks. */
  clerks: Readonly<Record<Locale, SignedIn>>
}

export type LivedInHouse = HouseWithPages & People

/** A house whose company is set up, with a head and a clerk who read Chinese, and two who read English. */
export async function openLivedInHouse(locale: Locale = 'zh'): Promise<LivedInHouse> {
  const template = await livedInTemplate(locale)
  const { heads, clerks } = template.made
  const house = await openPagesOn(await premisesLike(template))
  // A slow machine takes longer over one file of tests than a proof lasts.
  await house.kernel.db.rows(sql`update session set proven_at = now() + interval '1 hour'`)
  return { ...house, heads, clerks }
}

/** It is set up once a run, at its own pages; each house is a copy. */
async function livedInTemplate(locale: Locale): Promise<Template<People & { rights: Rights }>> {
  const empty = await emptyTemplate()
  const { rights } = empty.made
  const moveIn = async ({ url, folder }: { url: string; folder: string }) => {
    const house = await openPagesOn({ url, dataDir: folder, rights, clear: async () => undefined })
    try {
      return { rights, ...(await setUp(house, locale)) }
    } finally {
      await house.close()
    }
  }
  return createTemplate(`lived_in_${locale}`, moveIn, empty)
}

async function setUp({ address, setupLink, kernel }: HouseWithPages, locale: Locale): Promise<People> {
  const response = await fetch(`${address}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: new URL(setupLink).searchParams.get('token'),
      company: companies[locale],
      name: '张伟',
      login: 'zhang',
      password,
      locale,
      demo: false,
    }),
  })
  if (!response.ok) throw new Error(`The house was not set up: ${await response.text()}`)
  // Who lives in it has long put the recovery sheets away.
  const at = new Date().toISOString()
  await kernel.keys.changeSecrets((now) => ({ ...now, sheetShownAt: at, sheetKeptAt: at }))
  const heads = { zh: await makePerson(kernel, 'head', 'zh'), en: await makePerson(kernel, 'head', 'en') }
  const clerks = { zh: await makePerson(kernel, 'clerk', 'zh'), en: await makePerson(kernel, 'clerk', 'en') }
  return { heads, clerks }
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
  return { id, login, cookie: token }
}
