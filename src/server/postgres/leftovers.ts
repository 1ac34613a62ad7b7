import { spawnSync } from 'node:child_process'
import { readdirSync, readlinkSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isAlive } from '../pid-lock.js'
import { postmasterFile, readPostmasterFile } from './postmaster-file.ts'

const FAST_MS = 10_000
const IMMEDIATE_MS = 5_000

/**
 * Ends what a killed application or a killed main process of PostgreSQL left behind in this cluster. A stale
 * postmaster.pid whose number now belongs to somebody else would make PostgreSQL refuse, and so would the lock of its socket.
 */
export async function clearLeftovers(cluster: string, report: (line: string) => void): Promise<void> {
  const pid = readPostmasterFile(cluster)?.pid ?? 0
  if (pid && serves(pid, cluster)) {
    report(`PostgreSQL still runs from an earlier start (process ${pid}); stopping it.`)
    await endProcess(pid)
  }
  for (const orphan of processesIn(cluster)) await endProcess(orphan)
  if (!pid || !answersSignals(pid)) return
  const locks = readdirSync(cluster).filter((name) => /^\.s\.PGSQL\.\d+\.lock$/.test(name))
  for (const file of [postmasterFile(cluster), ...locks.map((name) => join(cluster, name))])
    await rm(file, { force: true })
}

function serves(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') return workingFolder(pid) === cluster
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout.includes(cluster)
}

/** All processes of a server stand in its cluster; only Linux lets us list them. */
function processesIn(cluster: string): number[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && workingFolder(pid) === cluster)
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

async function endProcess(pid: number): Promise<void> {
  if (await endsAfter(pid, 'SIGINT', FAST_MS)) return
  if (await endsAfter(pid, 'SIGQUIT', IMMEDIATE_MS)) return
  await endsAfter(pid, 'SIGKILL', IMMEDIATE_MS)
}

async function endsAfter(pid: number, signal: NodeJS.Signals, ms: number): Promise<boolean> {
  if (answersSignals(pid)) process.kill(pid, signal)
  for (const until = Date.now() + ms; isAlive(pid); await pause(20)) if (Date.now() > until) return false
  return true
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
