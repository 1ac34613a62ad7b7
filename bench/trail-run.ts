import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import {
  auditRow,
  type Context,
  type Kernel,
  makeContext,
  migrate,
  openDatabase,
  parsePublicKey,
  publicPem,
  readCheckpoints,
  sealLags,
  systemActor,
  verifyTrail,
} from '#kernel'
import { modules } from '../src/server/modules.ts'
import { closeKernel, openKernel } from '../src/server/open-kernel.ts'
import { startDatabase } from '../src/server/postgres/index.ts'
import { startSealer } from '../src/server/sealer-process.ts'

export type TrailRunSettings = { seconds: number; rate: number; say(line: string): void }

export type TrailFigures = {
  rate: number
  seconds: number
  written: number
  /** Told at once that the trail cannot take them: the rate was too high for the machine. */
  refused: number
  lost: number
  perSecond: number
  /** Milliseconds from the wish to the durable line. */
  p50: number
  p99: number
  /** Milliseconds from a line to the seal over it. */
  lagP50: number
  lagP99: number
  lagMost: number
  verifiedPerSecond: number
  verifiedPerCpuSecond: number
  good: boolean
}

const migrations = join(import.meta.dirname, '../db/migrations')
const tickMs = 10
const silent = (): void => {}

/** Writes lines at a steady rate with the sealer at work, and then proves that all of them are there. */
export async function runTrail({ seconds, rate, say }: TrailRunSettings): Promise<TrailFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), 'dossier-trail-'))
  // Started by root, the database and the sealer run as others, who must get in here.
  await chmod(dataDir, 0o755)
  const database = await startDatabase({ dataDir, report: silent })
  try {
    const login = openDatabase(database.url, { max: 1, name: 'dossier bench' })
    const rights = await migrate(login, migrations, silent)
    const kernel = await openKernel({ url: database.url, dataDir, rights, modules })
    const sealer = await startSealer({ url: database.url, rights, places: kernel.trail }, say)
    say(`writing ${rate} lines a second for ${seconds} s`)
    const { times, written, refused } = await write(kernel, { seconds, rate })
    say('waiting for the last seal')
    const ctx = contextOf(kernel)
    const lags = await settled(kernel)
    await sealer.stop()
    const keys = [parsePublicKey((await publicPem(ctx)) ?? '')]
    const checkpoints = await readCheckpoints(kernel.trail.checkpoints)
    const before = process.cpuUsage()
    const reader = openDatabase(database.url, { max: 2, name: 'dossier bench', inOrder: true })
    const report = await verifyTrail(reader, { keys, checkpoints, accepted: [] })
    const cpu = process.cpuUsage(before)
    await reader.end()
    await closeKernel(kernel)
    await login.end()
    return {
      rate,
      seconds,
      written,
      refused,
      lost: Math.max(0, written - report.rows),
      perSecond: Math.round(written / seconds),
      p50: at(times, 0.5),
      p99: at(times, 0.99),
      lagP50: at(lags, 0.5),
      lagP99: at(lags, 0.99),
      lagMost: at(lags, 1),
      verifiedPerSecond: report.speed,
      verifiedPerCpuSecond: Math.round((report.rows * 1e6) / (cpu.user + cpu.system)),
      good: report.good,
    }
  } finally {
    await database.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

function contextOf(kernel: Kernel): Context {
  return makeContext({ kernel, actor: { ...systemActor, id: randomUUID() }, channel: 'api', ip: '192.168.1.20' })
}

/** As many lines each tick as the rate asks for, whether the last ones are done or not: a queue shows as time. */
async function write(kernel: Kernel, { seconds, rate }: { seconds: number; rate: number }) {
  const people = Array.from({ length: 50 }, () => contextOf(kernel))
  const list = Array.from({ length: 50 }, () => randomUUID())
  const times: number[] = []
  const open = new Set<Promise<void>>()
  const began = performance.now()
  let wished = 0
  let refused = 0
  for (let now = began; now - began < seconds * 1000; now = performance.now()) {
    for (const until = ((now - began) * rate) / 1000; wished < until; wished++) {
      const ctx = people[wished % people.length] ?? contextOf(kernel)
      const record = list[wished % list.length]
      const facts =
        wished % 10
          ? ({ action: 'read', object: 'customer', record, owner: record } as const)
          : ({ action: 'list', object: 'customer', records: list, detail: { total: 50 } } as const)
      const wish = performance.now()
      const line = kernel.audit.write(auditRow(ctx, facts)).then(
        () => {
          times.push(performance.now() - wish)
          open.delete(line)
        },
        () => {
          refused++
          open.delete(line)
        },
      )
      open.add(line)
    }
    await delay(tickMs)
  }
  await Promise.all(open)
  return { times, written: times.length, refused }
}

/** The lag of each seal, once no line is without one. */
async function settled(kernel: Kernel): Promise<number[]> {
  for (;;) {
    const { waiting, lags } = await sealLags(kernel.db)
    if (!waiting) return lags
    await delay(200)
  }
}

function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
}
