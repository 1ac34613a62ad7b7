import { type ChildProcess, spawn } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, readlink, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyTemplate } from '#test/empty-house'
import { createDatabase, type TestDatabase } from '#test/postgres'
import { testFolder } from '#test/test-folder'
import { dataMeaning } from '../../src/kernel/crypto/data-keys.ts'
import { levelMeaning } from '../../src/kernel/crypto/level-keys.ts'
import { masterOf } from '../../src/kernel/crypto/master-key.ts'
import { unwrapKey } from '../../src/kernel/crypto/wrap-key.ts'
import { withClient } from '../../src/server/postgres/with-client.ts'

const checkout = resolve(import.meta.dirname, '../..')
const password = 'ink-stone-and-brush'

let database: TestDatabase
let folder: string
let server: ChildProcess
let address: string
/** All that the server, its worker and its sealer print. */
let printed = ''
/** All that was answered. */
const answers: string[] = []
beforeAll(async () => {
  database = await createDatabase((await emptyTemplate()).database)
  folder = await testFolder()
  await mkdir(join(folder, 'heap'))
  server = spawn(process.execPath, [join(checkout, 'bin/run'), join(checkout, 'src/server/main.ts')], {
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      NODE_OPTIONS: `--heapsnapshot-signal=SIGUSR2 --diagnostic-dir=${join(folder, 'heap')}`,
      DATABASE_URL: database.url,
      DOSSIER_DATA: join(folder, 'data'),
      DOSSIER_ADMIN_LOGIN: 'zhang',
      DOSSIER_ADMIN_PASSWORD: password,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (part) => {
        printed += part
        const found = /ready at (\S+)/.exec(printed)?.[1]
        if (found) resolve(found)
      })
    server.once('exit', () => reject(new Error(printed)))
  })
  address = await ready
  await work()
}, 60_000)
afterAll(async () => {
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

/** Signs in, seals, opens, searches, shows, exchanges keys, and asks for what is refused and for what makes no sense. */
async function work(): Promise<void> {
  let cookie = ''
  const call = async (method: string, path: string, body?: unknown): Promise<{ [name: string]: unknown }> => {
    const headers = { cookie, 'content-type': 'application/json' }
    const response = await fetch(`${address}/api${path}`, {
      method,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    cookie ||= response.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const text = await response.text()
    answers.push(text)
    return text ? JSON.parse(text) : {}
  }
  await call('POST', '/sessions', { login: 'zhang', password })
  const { id } = await call('POST', '/customers', { name: '钥匙店', phone: '13987654321', secretRemarks: '机密' })
  for (const path of [`/customers/${id}`, '/customers', `/customers/${id}/history`, '/keys', '/health', '/nothing'])
    await call('GET', path)
  await call('GET', `/customers?where=${encodeURIComponent('{"phone":"13987654321"}')}`)
  await call('GET', `/customers?where=${encodeURIComponent('{"phone":{"')}`)
  await call('POST', '/customers', '{"name": 1, "phone"')
  await call('POST', '/customers', { name: '', phone: 'x' })
  await call('POST', '/key-rotations', {})
}

type Needle = { what: string; secret: Buffer }

/** Every key that the house has, opened as its processes open them. */
async function everyKey(): Promise<Needle[]> {
  const keys = join(folder, 'data/keys')
  const file = JSON.parse(await readFile(join(keys, 'dossier.key'), 'utf8'))
  const [masterSecret = '', ...more] = file.masters as string[]
  expect(more).toEqual([])
  const master = masterOf(Buffer.from(masterSecret, 'base64'))
  const signing = createPrivateKey(await readFile(join(keys, 'trail/trail-signing.key'), 'utf8'))
  const found: Needle[] = [
    { what: 'master key', secret: Buffer.from(masterSecret, 'base64') },
    { what: 'index key', secret: Buffer.from(file.index[0], 'base64') },
    { what: 'signing key', secret: signing.export({ type: 'pkcs8', format: 'der' }).subarray(-32) },
  ]
  await withClient(database.url, async (client) => {
    const { rows: levels } = await client.query('select id, level, year, wrapped from level_key')
    const levelKeys = new Map(
      await Promise.all(
        levels.map(async ({ id, level, year, wrapped }) => {
          return [id, await master.unwrap(wrapped, levelMeaning(file.house, level, year))] as const
        }),
      ),
    )
    for (const key of levelKeys.values()) found.push({ what: 'level key', secret: key.export() })
    const { rows: made } = await client.query('select owner, level, level_key, wrapped from data_key')
    for (const { owner, level, level_key, wrapped } of made) {
      const under = levelKeys.get(level_key)
      if (!under) throw new Error('A data key lies under no level key')
      found.push({
        what: 'data key',
        secret: unwrapKey(wrapped, under, dataMeaning(file.house, owner, level)).export(),
      })
    }
  })
  return found
}

/** Which of the keys stand in the bytes: as they are, or written out. */
function standingIn(bytes: Buffer, keys: readonly Needle[]): string[] {
  return keys.flatMap(({ what, secret }) => {
    const hex = secret.toString('hex')
    const written = [hex, hex.toUpperCase(), secret.toString('base64').replace(/=+$/, ''), secret.toString('base64url')]
    return [secret, ...written.map((text) => Buffer.from(text))].some((form) => bytes.includes(form)) ? [what] : []
  })
}

/** The server, its worker and its sealer. */
async function processes(): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const parents = await Promise.all(
    all.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      return { pid: Number(pid), parent: Number(stat.slice(stat.lastIndexOf(')')).split(' ')[2]) }
    }),
  )
  return [server.pid ?? 0, ...parents.filter(({ parent }) => parent === server.pid).map(({ pid }) => pid)]
}

async function everyRow(client: Client): Promise<string> {
  await client.query(`set app.keys = '{1}'; set app.clearance = '3'`)
  const { rows } = await client.query<{ table: string }>(
    `select format('%I.%I', schemaname, tablename) as table from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const texts = rows.map(({ table }) => `(select string_agg(line::text, e'\\n') from ${table} as line)`)
  const { rows: read } = await client.query<{ text: string }>(
    `select array_to_string(array[${texts.join(', ')}], e'\\n') as text`,
  )
  return read[0]?.text ?? ''
}

/** What PostgreSQL has logged, where it runs on this computer and its log can be read. */
async function databaseLog(client: Client): Promise<Buffer> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const path = await readlink(`/proc/${rows[0]?.pid}/fd/2`).catch(() => '')
  return await readFile(path).catch(() => Buffer.alloc(0))
}

describe('of the keys of a server that runs', () => {
  let keys: Needle[]
  beforeAll(async () => {
    keys = await everyKey()
  })

  it('all are looked for', async () => {
    const count = (what: string): number => keys.filter((key) => key.what === what).length
    expect(['master key', 'index key', 'signing key'].map(count)).toEqual([1, 1, 1])
    expect(count('level key')).toBeGreaterThanOrEqual(3)
    expect(count('data key')).toBeGreaterThanOrEqual(2)
    const file = await readFile(join(folder, 'data/keys/dossier.key'))
    expect(standingIn(file, keys)).toEqual(['master key', 'index key'])
  })

  it('none stands in the environment or the command line of any of its processes, nor any password of the settings in those of its children', async () => {
    const [own, ...children] = await processes()
    expect(children).toHaveLength(2)
    for (const pid of [own, ...children])
      for (const name of ['environ', 'cmdline'])
        expect(standingIn(await readFile(`/proc/${pid}/${name}`), keys), name).toEqual([])
    expect((await readFile(`/proc/${own}/environ`)).includes(password)).toBe(true)
    for (const pid of children) expect((await readFile(`/proc/${pid}/environ`)).includes(password)).toBe(false)
  })

  it('none is written down by the system when a process breaks: there is no core file', async () => {
    for (const pid of await processes())
      expect(await readFile(`/proc/${pid}/limits`, 'utf8')).toMatch(/^Max core file size +0 +0 /m)
  })

  it('none stands in what is printed, logged, answered or stored', async () => {
    expect(answers.length).toBeGreaterThan(10)
    expect(answers.join()).toContain('13987654321')
    expect(standingIn(Buffer.from(answers.join('\n')), keys)).toEqual([])
    expect(standingIn(Buffer.from(printed), keys)).toEqual([])
    await withClient(database.url, async (client) => {
      const rows = await everyRow(client)
      expect(rows).toContain('钥匙店')
      expect(standingIn(Buffer.from(rows), keys)).toEqual([])
      expect(standingIn(await databaseLog(client), keys)).toEqual([])
    })
    const data = join(folder, 'data')
    for (const each of await readdir(data, { recursive: true, withFileTypes: true })) {
      const path = join(each.parentPath, each.name)
      if (each.isFile() && !path.startsWith(join(data, 'keys')))
        expect(standingIn(await readFile(path), keys), path).toEqual([])
    }
  })

  it.runIf(process.env.LONG)('none stands in a snapshot of its heap', async () => {
    const heap = join(folder, 'heap')
    server.kill('SIGUSR2')
    await expect.poll(() => readdir(heap)).toHaveLength(1)
    // It answers again when the snapshot is written.
    await fetch(`${address}/api/health`)
    const [name = ''] = await readdir(heap)
    const snapshot = await readFile(join(heap, name))
    expect(snapshot.includes(join(folder, 'data'))).toBe(true)
    expect(standingIn(snapshot, keys)).toEqual([])
  })
})
