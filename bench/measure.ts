import { setTimeout as pause } from 'node:timers/promises'
import { cpuOf, cpuOfFamily } from './cpu-time.ts'
import { type Answered, type Call, load } from './load.ts'

export type Server = { address: string; pid: number }

/** A load with what it cost: milliseconds of processor time per request. */
export type Measured = Answered & { connections: number; node: number; postgres: number }

const warmUpSeconds = 0.5
const settleMs = 200

/** Loads a server that is warm, and reads from the system what its process and PostgreSQL spent. */
export async function measure(
  server: Server,
  postgres: number,
  options: { connections: number; seconds: number; call(n: number): Call },
): Promise<Measured> {
  await load(server.address, { ...options, seconds: Math.min(warmUpSeconds, options.seconds) })
  await pause(settleMs)
  const before = { node: cpuOf(server.pid), postgres: cpuOfFamily(postgres) }
  const answered = await load(server.address, options)
  // Backends and the feed finish what the last requests set off.
  await pause(settleMs)
  const per = (spent: number): number => spent / answered.requests
  return {
    ...answered,
    connections: options.connections,
    node: per(cpuOf(server.pid) - before.node),
    postgres: per(cpuOfFamily(postgres) - before.postgres),
  }
}
