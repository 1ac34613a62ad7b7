import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import {
  findImport,
  insertImport,
  makeContext,
  migrate,
  openDatabase,
  readSettings,
  runJob,
  startJob,
  storeFile,
  systemActor,
  unfinishedJobs,
} from '#kernel'
import { testFolder } from '#test/test-folder'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'
import { startEmbedded } from '../../src/server/postgres/embedded.ts'
import { openSetup } from '../../src/server/sign-in/setup.ts'

const many = process.env.LONG ? 10_000 : 200
const jobs = modules.flatMap((module) => module.jobs ?? [])
const number = (at: number): string => `139${String(70_000_000 + at * 7).padStart(8, '0')}`
const secret = (at: number): string => `金丝雀${at}的机密`

/** All that lies in the data folder, the database's tables, log and output among it. */
async function everyFile(folder: string): Promise<Buffer[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(found.filter((each) => each.isFile()).map((each) => readFile(join(each.parentPath, each.name))))
}

/** Which of the texts stand in the bytes. They begin alike, so one pass for each beginning finds them all. */
function standingIn(bytes: Buffer, texts: readonly string[]): string[] {
  const head = (text: Buffer): string => text.subarray(0, 6).toString('hex')
  const found: string[] = []
  for (const [beginning, alike] of Map.groupBy(
    texts.map((text) => Buffer.from(text)),
    head,
  )) {
    const first = Buffer.from(beginning, 'hex')
    for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
      found.push(...alike.filter((text) => bytes.subarray(at, at + text.length).equals(text)).map(String))
  }
  return found
}

it(`${many} values of levels 2 and 3 that came by API, import and file stand nowhere in the data folder`, async () => {
  const dataDir = join(await testFolder(), 'data')
  await mkdir(dataDir)
  const database = await startEmbedded({ dataDir, report: () => {} })
  const login = openDatabase(database.url, { max: 1, name: 'test' })
  const rights = await migrate(login, join(import.meta.dirname, '../../db/migrations'))
  await login.end()
  const kernel = await openKernel({ url: database.url, dataDir, rights, modules, connections: 4 })
  const setup = await openSetup(kernel)
  const account = { company: '鸟店', name: '张伟', login: 'zhang', password: 'a long password', locale: 'zh' } as const
  const { user } = await setup.run(account)
  const ctx = makeContext({ kernel, actor: { ...systemActor, id: user }, channel: 'cli', systemReason: 'test' })
  const customers = ctx.recordsNamed('customer')
  const quarter = many / 4
  for (let at = 0; at < quarter; at++) {
    const { id } = await customers.create(
      { name: `客户${at}`, phone: number(at), secretRemarks: secret(at) },
      { idempotencyKey: `canary ${at}` },
    )
    await customers.update(id, { phone: number(at + quarter), secretRemarks: secret(at + quarter) }, { version: 1 })
  }
  const rows = Array.from(
    { length: quarter },
    (_, at) => `名单${at},${number(at + quarter * 2)}x${secret(at + quarter * 2)}`,
  )
  const stored = await storeFile(
    ctx,
    Readable.from([Buffer.from(`客户名称,电话\n${rows.join('\n')}\n`)]),
    `${secret(0)}.csv`,
  )
  const settings = await readSettings(ctx, ctx.type('customer'), stored, {})
  const list = await ctx.transaction(async (tx) => {
    const facts = { file: stored.id, fileName: `${secret(0)}.csv`, settings, state: 'queued' } as const
    const id = await insertImport(tx, tx.type('customer'), facts)
    await startJob(tx, 'import', { import: id })
    return id
  })
  for (const id of await unfinishedJobs(ctx)) await runJob(kernel, jobs, id)
  expect(await findImport(ctx, list)).toMatchObject({ state: 'done', counts: { incomplete: quarter } })
  for (let at = quarter * 3; at < many; at++)
    await storeFile(ctx, Readable.from([Buffer.from(`${secret(at)} ${number(at)}`)]), `${secret(at)}.txt`)
  await closeKernel(kernel)
  await database.stop()

  const files = await everyFile(dataDir)
  const bytes = Buffer.concat(files)
  expect(bytes.includes('客户1')).toBe(true)
  const forms = Array.from({ length: many }, (_, at) => [number(at), secret(at)])
    .flat()
    .flatMap((text) => [text, Buffer.from(text).toString('hex'), Buffer.from(text).toString('base64')])
  expect(standingIn(bytes, forms)).toEqual([])
  expect(standingIn(Buffer.from(`${number(1)} and ${secret(many - 1)}`), forms)).toEqual([number(1), secret(many - 1)])
  await rm(join(dataDir, '..'), { recursive: true, force: true })
}, 120_000)
