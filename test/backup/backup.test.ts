import { spawnSync } from 'node:child_process'
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { zstdDecompressSync } from 'node:zlib'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  destroyKeys,
  everything,
  type Kernel,
  makeContext,
  migrate,
  openDatabase,
  openFile,
  type Rights,
  readPublicKeys,
  readSealStatus,
  sealLags,
  storeFile,
  systemActor,
} from '#kernel'
import { testFolder } from '#test/test-folder'
import { makeBackup } from '../../src/server/backup/make-backup.ts'
import { restoreBackup } from '../../src/server/backup/restore-backup.ts'
import { modules } from '../../src/server/modules.ts'
import { closeKernel, openKernel } from '../../src/server/open-kernel.ts'
import { startEmbedded } from '../../src/server/postgres/embedded.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'
import { startSealer } from '../../src/server/sealer-process.ts'

const migrations = join(import.meta.dirname, '../../db/migrations')
const canary = '13912345678'
const note = '金丝雀的机密备注'
const quiet = (_line: string): void => {}

let folder: string
let dataDir: string
let keysDir: string
let identity: string
let kernel: Kernel
let url: string
let rights: Rights
let stop: () => Promise<void>
const ctxOf = (of: Kernel) =>
  makeContext({ kernel: of, actor: { ...systemActor, keys: [everything] }, channel: 'cli', systemReason: 'test' })

type Opened = { kernel: Kernel; url: string; rights: Rights; stop(): Promise<void> }

async function open(dir: string, keys = dir === dataDir ? keysDir : undefined): Promise<Opened> {
  const database = await startEmbedded({ dataDir: dir, report: quiet })
  const login = openDatabase(database.url, { max: 1, name: 'test' })
  const rights = await migrate(login, migrations)
  await login.end()
  const opened = await openKernel({
    url: database.url,
    dataDir: dir,
    keysDir: keys,
    rights,
    modules,
    connections: 4,
  })
  return {
    kernel: opened,
    url: database.url,
    rights,
    stop: async () => {
      await closeKernel(opened)
      await database.stop()
    },
  }
}

beforeAll(async () => {
  folder = await testFolder()
  dataDir = join(folder, 'data')
  keysDir = join(folder, 'keys')
  identity = await generateX25519Identity()
  ;({ kernel, url, rights, stop } = await open(dataDir))
}, 60_000)
afterAll(async () => {
  await stop()
  await rm(folder, { recursive: true, force: true })
})

async function backUp(report = quiet): Promise<string> {
  const recipients = [await identityToRecipient(identity)]
  return (await makeBackup({ dataDir, to: join(folder, 'backups'), recipients, report })).file
}

const bringBack = (file: string, name: string, keysTo = join(folder, name, 'keys')) =>
  restoreBackup({ file, to: join(folder, name), identities: [identity], keysDir, keysTo, migrations, report: quiet })

/** Lets the process of the sealer come to all that is written, and stops it. */
async function sealAll({ kernel: of, url: at, rights: given }: Omit<Opened, 'stop'>): Promise<void> {
  const { keys, checkpoints } = of.trail
  const sealer = await startSealer({ url: at, rights: given, places: { keys, checkpoints } }, quiet)
  await expect.poll(() => sealLags(of.db), { timeout: 20_000 }).toMatchObject({ waiting: false })
  await sealer.stop()
}

it('a backup made under load comes back whole, with all that was acknowledged before its end, and what was destroyed since stays so', async () => {
  const customers = ctxOf(kernel).recordsNamed('customer')
  const doomed = (await customers.create({ name: '要离开的客户', phone: canary })).id
  const stored = await storeFile(ctxOf(kernel), Readable.from([Buffer.from(note)]), '备注.txt')
  await sealAll({ kernel, url, rights })
  const acknowledged: string[] = []
  let writing = true
  const writer = (async () => {
    for (let at = 0; writing; at++) {
      const { id } = await customers.create({ name: `客户${at}`, phone: canary, secretRemarks: note })
      acknowledged.push(id)
    }
  })()
  await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(3)
  let before: string[] = []
  const file = await backUp((line) => {
    if (line.startsWith('the tables are copied')) before = [...acknowledged]
  })
  writing = false
  await writer
  expect(before.length).toBeGreaterThan(3)
  await destroyKeys(ctxOf(kernel), ctxOf(kernel).type('customer'), doomed, { reason: 'test' })

  await bringBack(file, 'restored')
  const restored = await open(join(folder, 'restored'))
  const there = ctxOf(restored.kernel).recordsNamed('customer')
  for (const id of before) expect(await there.get(id)).toMatchObject({ id })
  expect(await there.get(doomed)).toMatchObject({ phone: null, destroyed: true })
  const { items } = await there.list({ where: { phone: canary }, limit: 200 })
  expect(items.length).toBeGreaterThan(0)
  for (const { id } of items) expect(await there.get(id)).toMatchObject({ secretRemarks: note })
  expect(await text((await openFile(ctxOf(restored.kernel), stored.id)).content)).toBe(note)
  await there.create({ name: '恢复以后的客户', phone: canary })
  await restored.stop()
}, 120_000)

it('its trail is proven and goes on with the key that it had, also where the keys lie elsewhere', async () => {
  const there = join(folder, 'restored')
  await rm(join(there, 'keys'), { recursive: true })
  const restored = await open(there, keysDir)
  const before = await readSealStatus(restored.kernel.db, Date.now())
  await sealAll(restored)
  expect(await readPublicKeys(restored.kernel.trail.keys)).toHaveLength(1)
  await restored.stop()
  const verify = spawnSync(process.execPath, ['src/cli/verify-audit.ts', '--json'], {
    env: { ...process.env, DOSSIER_DATA: there, DOSSIER_KEYS: keysDir, DATABASE_URL: '' },
    encoding: 'utf8',
  })
  const report = JSON.parse(verify.stdout)
  expect(report).toMatchObject({ good: true, findings: [] })
  expect(report.seals).toBeGreaterThan(before.seals)
}, 120_000)

let kept: string

it('comes back without a copy of the keys where the settings name their folder, and overwrites none', async () => {
  kept = await backUp()
  await bringBack(kept, 'with-own', keysDir)
  expect(existsSync(join(folder, 'with-own', 'keys'))).toBe(false)
  const other = join(folder, 'other-keys')
  await mkdir(other)
  await writeFile(join(other, 'dossier.key'), 'another house', { mode: 0o600 })
  await expect(bringBack(kept, 'with-other', other)).rejects.toThrow('is damaged')
  expect(await readFile(join(other, 'dossier.key'), 'utf8')).toBe('another house')
}, 120_000)

it('holds no plain value and no byte of a key, also for who can open it', async () => {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const sealed = await readFile(kept)
  const opened = zstdDecompressSync(await decrypter.decrypt(sealed))
  const secrets = [...kernel.keys.secrets().masters, ...kernel.keys.secrets().index]
  const needles = [
    ...[canary, note].flatMap((value) => [Buffer.from(value), Buffer.from(Buffer.from(value).toString('hex'))]),
    ...secrets.flatMap((secret) => [
      secret,
      Buffer.from(secret.toString('base64')),
      Buffer.from(secret.toString('hex')),
    ]),
  ]
  expect(opened.includes('客户1')).toBe(true)
  for (const needle of needles) for (const bytes of [sealed, opened]) expect(bytes.includes(needle)).toBe(false)
}, 60_000)

/** A value as it could stand somewhere: as it is, and written out. */
const formsOf = (value: string): string[] => [
  value,
  ...(['hex', 'base64'] as const).map((form) => Buffer.from(value).toString(form)),
]

/** The lines of all tables that hold a text. */
async function linesWith(client: Client, value: string): Promise<number> {
  const { rows } = await client.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname <> 'information_schema'`,
  )
  const counts = rows.map(({ table }) => `(select count(*) from ${table} as line where strpos(line::text, $1) > 0)`)
  const { rows: found } = await client.query<{ lines: string }>(`select ${counts.join(' + ')} as lines`, [value])
  return Number(found[0]?.lines)
}

/** Hashes of a number under whatever a thief of the database might take for the key of the index. */
function guessedHashes(number: string, known: readonly Buffer[]): string[] {
  const guesses = ['', '\0'.repeat(32), 'dossier', ...known].map((guess) => Buffer.from(guess))
  const keys = guesses.flatMap((guess) => [
    guess,
    createHash('sha256').update(guess).digest(),
    Buffer.from(hkdfSync('sha256', guess, '', 'dossier blind index phone', 32)),
  ])
  const bare = ['sha256', 'md5'].map((name) => createHash(name).update(number).digest())
  const named = createHash('sha256').update(`phone\0${number}`).digest()
  return [...keys.map((key) => createHmac('sha256', key).update(number).digest()), ...bare, named].map((hash) =>
    hash.subarray(0, 16).toString('hex'),
  )
}

it('brought back without the key file gives away no value, not one that is tried against its index, and is not opened', async () => {
  const stolen = join(folder, 'with-own')
  const database = await startEmbedded({ dataDir: stolen, report: quiet })
  await withClient(database.url, async (client) => {
    expect(await linesWith(client, '客户1')).toBeGreaterThan(0)
    for (const form of [canary, note].flatMap(formsOf)) expect(await linesWith(client, form), form).toBe(0)
    const { rows } = await client.query<{ hash: string }>(`select encode(hash, 'hex') as hash from lookup`)
    const stored = new Set(rows.map(({ hash }) => hash))
    const { rows: told } = await client.query<{ bytes: Buffer }>(`
      select keyed_check as bytes from index_key union all select wrapped from level_key
      union all select convert_to(house::text, 'UTF8') from master_key union all select decode(fingerprint, 'hex') from master_key`)
    const known = told.map(({ bytes }) => bytes)
    const number = `+86${canary}`
    expect(kernel.codec.hashes('phone', number).some((hash) => stored.has(hash.toString('hex')))).toBe(true)
    for (const text of [number, canary, canary.slice(-4)])
      expect(guessedHashes(text, known).filter((hash) => stored.has(hash))).toEqual([])
  })
  const env = { ...process.env, DATABASE_URL: database.url, DOSSIER_DATA: stolen, DOSSIER_KEYS: '', PORT: '0' }
  const start = spawnSync(process.execPath, ['src/server/main.ts'], { env, encoding: 'utf8' })
  await database.stop()
  expect(start.status).toBe(1)
  expect(start.stderr).toMatch(/^dossier: The database is sealed, and its key file .* is not there\. Put back the copy/)
  expect(existsSync(join(stolen, 'keys', 'dossier.key'))).toBe(false)
  const names = (await readdir(stolen, { recursive: true, withFileTypes: true })).filter((each) => each.isFile())
  const bytes = Buffer.concat(await Promise.all(names.map(({ parentPath, name }) => readFile(join(parentPath, name)))))
  expect(bytes.includes('客户1')).toBe(true)
  for (const form of [canary, note].flatMap(formsOf)) expect(bytes.includes(form), form).toBe(false)
}, 60_000)

it('is refused when one byte is another, when it is cut off, and to another identity, and leaves nothing behind', async () => {
  const whole = await readFile(kept)
  const spoilt = join(folder, 'spoilt.tar.zst.age')
  for (const at of [0, 200, Math.floor(whole.length / 2), whole.length - 1]) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(spoilt, bytes)
    await expect(bringBack(spoilt, 'never')).rejects.toThrow('cannot be opened')
  }
  await writeFile(spoilt, whole.subarray(0, whole.length - 70_000))
  await expect(bringBack(spoilt, 'never')).rejects.toThrow('cannot be opened')
  const other = await generateX25519Identity()
  await expect(
    restoreBackup({
      file: kept,
      to: join(folder, 'never'),
      identities: [other],
      keysDir,
      keysTo: keysDir,
      migrations,
      report: quiet,
    }),
  ).rejects.toThrow('cannot be opened')
  expect(await readdir(folder)).not.toContain('never')
  await mkdir(join(folder, 'taken'))
  await cp(kept, join(folder, 'taken', 'file'))
  await expect(bringBack(kept, 'taken')).rejects.toThrow('is not empty')
}, 60_000)
