import { Agent } from 'node:http'
import { parseArgs } from 'node:util'
import { openBenchHouse } from './bench-house.ts'
import { memoryOf } from './cpu-time.ts'
import { send } from './load.ts'
import { operationsOf } from './operations.ts'
import { makeReaders } from './readers.ts'
import { callOf, startProduct } from './run-bench.ts'
import { takeSamples } from './samples.ts'

const help = `npm run soak -- [--rows N] [--minutes M] [--rate R]
Everything that people do, in turn, R requests a second for M minutes; prints the memory of the server as it goes.
Ends with 1 when a request fails or when the server holds 300 MB or more at the end.`

export type SoakSettings = { rows: number; minutes: number; rate: number; say(line: string): void }
export type Soaked = { requests: number; slowest: number; memory: number[] }

export const largestMemory = 300
const mostAtOnce = 16
const depth = 50_000

/** Memory of the server process in MB: at the start, at each tenth of the run, and at the end. Any refusal ends it. */
export async function soak({ rows, minutes, rate, say }: SoakSettings): Promise<Soaked> {
  const house = await openBenchHouse(rows)
  const agent = new Agent({ keepAlive: true, maxSockets: mostAtOnce })
  const stops = [house.close, async () => agent.destroy()]
  try {
    const readers = await makeReaders(house.kernel)
    const operations = operationsOf(await takeSamples(house.kernel, Math.min(depth, Math.floor(rows / 2))))
    const product = await startProduct(house)
    stops.push(product.stop)
    const soaked: Soaked = { requests: 0, slowest: 0, memory: [memoryOf(product.pid)] }
    const began = performance.now()
    const length = minutes * 60_000
    const whole = Math.ceil((length / 1000) * rate)
    const tenth = Math.max(1, Math.floor(whole / 10))
    const due = (n: number): number => began + (n / rate) * 1000
    let next = 0
    const work = async (): Promise<void> => {
      for (let n = next++; n < whole; n = next++) {
        const operation = operations[n % operations.length]
        if (!operation) return
        await until(due(n))
        const asked = performance.now()
        const { cookie } = readers[operation.reader]
        await send(agent, product.address, callOf(operation, cookie, Math.floor(n / operations.length)))
        soaked.requests += 1
        soaked.slowest = Math.max(soaked.slowest, performance.now() - asked)
        if (soaked.requests % tenth !== 0) continue
        soaked.memory.push(memoryOf(product.pid))
        say(
          `${Math.round((performance.now() - began) / 60_000)} min: ${soaked.requests} requests, ${soaked.memory.at(-1)} MB`,
        )
      }
    }
    await Promise.all(Array.from({ length: mostAtOnce }, work))
    return soaked
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

async function until(moment: number): Promise<void> {
  const wait = moment - performance.now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '100000' },
      minutes: { type: 'string', default: '60' },
      rate: { type: 'string', default: '100' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) console.log(help)
  else {
    const settings = { rows: Number(values.rows), minutes: Number(values.minutes), rate: Number(values.rate) }
    const { requests, slowest, memory } = await soak({ ...settings, say: console.log })
    console.log(
      `${requests} requests, slowest ${Math.round(slowest)} ms; memory of the server in MB: ${memory.join(' ')}`,
    )
    if ((memory.at(-1) ?? 0) >= largestMemory) process.exitCode = 1
  }
}
