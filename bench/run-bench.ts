import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openBenchHouse } from './bench-house.ts'
import { startProgram } from './child-program.ts'
import { memoryOf } from './cpu-time.ts'
import { type Imported, importRun } from './import-run.ts'
import type { Call } from './load.ts'
import { type Measured, measure, type Server } from './measure.ts'
import { type Operation, operationsOf } from './operations.ts'
import { makeReaders, type Readers } from './readers.ts'
import { takeSamples } from './samples.ts'
import { type Statements, statementsOf } from './statements.ts'

export type Figures = { name: string; aim?: number; plan: string; product: Measured; bare?: Measured }

export type BenchResult = {
  rows: number
  figures: Figures[]
  imported: Imported
  memory: { start: number; end: number }
}

export type BenchSettings = {
  rows: number
  seconds: number
  connections: readonly number[]
  importRows: number
  /** Different statements that the bare handler runs by turns, of each operation. */
  statements: number
  /** Node's own flags for the server, such as `--cpu-prof`. */
  flags?: string[]
  /** Only operations whose name holds this. */
  only?: string
  say(line: string): void
}

const depth = 50_000

/** All figures at one size of the list, product and bare handler side by side on one PostgreSQL. */
export async function runBench(settings: BenchSettings): Promise<BenchResult> {
  const house = await openBenchHouse(settings.rows)
  const stops = [house.close]
  try {
    const readers = await makeReaders(house.kernel)
    const samples = await takeSamples(house.kernel, Math.min(depth, Math.floor(settings.rows / 2)))
    const statements: Statements[] = []
    for (const operation of operationsOf(samples))
      statements.push(await statementsOf(house.kernel, readers, { operation, samples: settings.statements }))
    const bare = await startBare(house, statements)
    stops.push(bare.stop)
    const product = await startProduct(house, settings.flags)
    stops.push(product.stop)
    const start = memoryOf(product.pid)
    const figures: Figures[] = []
    for (const [index, operation] of operationsOf(samples).entries()) {
      if (!operation.name.includes(settings.only ?? '')) continue
      settings.say(`${settings.rows} customers: ${operation.name}`)
      const sides = { operation, index, product, bare, readers, postgres: house.postgres }
      const plan = statements[index]?.plan ?? ''
      figures.push(...(await compare(settings, sides)).map((each) => ({ ...each, plan })))
    }
    settings.say(`${settings.rows} customers: import`)
    const { postgres } = house
    const imported = await importRun(product, {
      postgres,
      cookie: readers.head.cookie,
      rows: settings.importRows,
    })
    return { rows: settings.rows, figures, imported, memory: { start, end: memoryOf(product.pid) } }
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

export async function startProduct({ url, dataDir }: { url: string; dataDir: string }, flags: string[] = []) {
  const env = {
    DATABASE_URL: url,
    DOSSIER_DATA: join(dataDir, '../files'),
    DOSSIER_KEYS: join(dataDir, 'keys'),
    PORT: '0',
    DOSSIER_URL: '',
    DOSSIER_TLS: 'off',
    DOSSIER_TLS_CERT: '',
    DOSSIER_TLS_KEY: '',
  }
  return startProgram(join(import.meta.dirname, '../src/server/main.ts'), env, flags)
}

async function startBare({ url, dataDir }: { url: string; dataDir: string }, statements: readonly Statements[]) {
  const file = join(dataDir, '../statements.json')
  const content = { url, statements: statements.map(({ all }) => all) }
  await writeFile(file, JSON.stringify(content), { mode: 0o600 })
  return startProgram(join(import.meta.dirname, 'bare-handler.ts'), { BENCH_STATEMENTS: file })
}

type Sides = {
  operation: Operation
  index: number
  product: Server
  bare: Server
  readers: Readers
  postgres: number
}

async function compare(settings: BenchSettings, sides: Sides): Promise<Omit<Figures, 'plan'>[]> {
  const { operation, index, product, bare, readers, postgres } = sides
  const { seconds } = settings
  const { cookie } = readers[operation.reader]
  // One after the other: what the bare handler updates, the product would find changed by somebody else.
  const own: Measured[] = []
  for (const connections of settings.connections)
    own.push(await measure(product, postgres, { connections, seconds, call: (n) => callOf(operation, cookie, n) }))
  const figures: Omit<Figures, 'plan'>[] = []
  for (const each of own) {
    const { connections } = each
    const call = (n: number): Call => ({ method: 'GET', path: `/${index}/${n}`, headers: {} })
    const other = operation.statement && (await measure(bare, postgres, { connections, seconds, call }))
    figures.push({ name: operation.name, aim: operation.aim, product: each, bare: other })
  }
  return figures
}

export function callOf(operation: Operation, cookie: string, n: number): Call {
  const { method, path, body, version } = operation.request(n)
  if (!body) return { method, path, headers: { cookie } }
  const text = JSON.stringify(body)
  const headers = {
    cookie,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...(version ? { 'if-match': String(version) } : {}),
  }
  return { method, path, headers, body: text }
}
