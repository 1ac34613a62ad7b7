import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kernel, type Sql, sql } from '#kernel'
import { endOtherWork, openBenchHouse, systemContext } from './bench-house.ts'
import { childOf, cpuOf, cpuOfFamily, untilIdle } from './cpu-time.ts'
import { send } from './load.ts'
import { type Operation, operationsOf } from './operations.ts'
import { makeReaders, type Readers } from './readers.ts'
import { callOf, startProduct } from './run-bench.ts'
import { takeSamples } from './samples.ts'

/**
 * How long it takes until all files are noted by a new rule and their owners are asked; what the readers' requests took meanwhile
 * and before, in milliseconds; processor seconds of the worker and of PostgreSQL.
 */
export type Recomputed = {
  rows: number
  marked: number
  seconds: number
  rowsPerSecond: number
  reads: number
  p50: number
  p95: number
  quietP95: number
  worker: number
  postgres: number
}

const lookMs = 100
const readersAtOnce = 4
/** Somebody looks at what came before they ask for more. */
const thinkMs = 200
const quietLooks = 30

/** Puts a rule in force that no file meets, while people read lists and files. */
export async function runCompleteness(options: { rows: number; say(line: string): void }): Promise<Recomputed> {
  const house = await openBenchHouse(options.rows)
  const stops = [house.close]
  try {
    const readers = await makeReaders(house.kernel)
    const samples = await takeSamples(house.kernel, Math.min(1_000, Math.floor(options.rows / 2)))
    const reads = operationsOf(samples).filter(({ request }) => request(0).method === 'GET')
    const product = await startProduct(house)
    stops.push(product.stop)
    const worker = childOf(product.pid, 'worker.ts')
    options.say('the first look of a new house')
    // What looks every few minutes may begin meanwhile.
    await untilIdle(async () => {
      await endOtherWork(house.kernel)
      return cpuOf(worker) + cpuOfFamily(house.postgres)
    })
    const read = (isOver: (done: number) => boolean) => readWhile(product.address, { reads, readers, isOver })

    options.say(`${options.rows} customers: lists and files, nothing else`)
    const quiet = await read((done) => done >= quietLooks)

    options.say('a rule that no file meets')
    const before = { at: performance.now(), worker: cpuOf(worker), postgres: cpuOfFamily(house.postgres) }
    const headers = { cookie: readers.head.cookie, 'content-type': 'application/json' }
    const body = JSON.stringify({ object: 'customer', field: 'website', rule: 'needs', parts: [{ need: 'required' }] })
    await send(new Agent(), product.address, { method: 'POST', path: '/api/field-rules', headers, body })
    let seconds = 0
    const whole = untilMarked(house.kernel).then(() => {
      seconds = (performance.now() - before.at) / 1_000
    })
    const times = await read(() => seconds > 0)
    await whole
    return {
      rows: options.rows,
      marked: await count(house.kernel, sql`from customer where 'website' = any(incomplete)`),
      seconds,
      rowsPerSecond: options.rows / seconds,
      reads: times.length,
      p50: at(times, 0.5),
      p95: at(times, 0.95),
      quietP95: at(quiet, 0.95),
      worker: (cpuOf(worker) - before.worker) / 1_000,
      postgres: (cpuOfFamily(house.postgres) - before.postgres) / 1_000,
    }
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

type Reading = { reads: readonly Operation[]; readers: Readers; isOver(done: number): boolean }

/** Each reader does one thing after the other; milliseconds of each, in order. */
async function readWhile(address: string, { reads, readers, isOver }: Reading): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: readersAtOnce })
  const times: number[] = []
  let next = 0
  const look = async (): Promise<void> => {
    while (!isOver(times.length)) {
      const n = next++
      const operation = reads[n % reads.length]
      if (!operation) return
      const asked = performance.now()
      await send(agent, address, callOf(operation, readers[operation.reader].cookie, n))
      times.push(performance.now() - asked)
      await pause(thinkMs)
    }
  }
  try {
    await Promise.all(Array.from({ length: readersAtOnce }, look))
  } finally {
    agent.destroy()
  }
  return times.sort((one, other) => one - other)
}

async function untilMarked(kernel: Kernel): Promise<void> {
  for (;;) {
    await endOtherWork(kernel)
    if (!(await count(kernel, sql`from job where kind = 'mark_incomplete' and state in ('queued', 'running')`))) return
    await pause(lookMs)
  }
}

async function count(kernel: Kernel, from: Sql): Promise<number> {
  const rows = await systemContext(kernel).transaction((tx) =>
    tx.db.rows<{ count: number }>(sql`select count(*)::integer as count ${from}`),
  )
  return rows[0]?.count ?? 0
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}
