import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

type Process = { pid: number; parent: number; own: number; ended: number; program: string }

const idleMs = 1_000

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** A process as Linux tells of it; undefined when it is gone. */
function readProcess(pid: number): Process | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const field = (at: number): number => Number(fields[at] ?? 0)
    const program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { pid, parent: field(1), own: field(11) + field(12), ended: field(13) + field(14), program }
  } catch {
    return undefined
  }
}

function allProcesses(): Process[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => readProcess(Number(entry)) ?? [])
}

/** Processor time of one process so far, in milliseconds. */
export function cpuOf(pid: number): number {
  return ((readProcess(pid)?.own ?? 0) / ticksPerSecond) * 1000
}

/** Processor time of a process and everything it started, ended ones too: PostgreSQL with its backends. */
export function cpuOfFamily(pid: number): number {
  const family = allProcesses().filter((each) => each.pid === pid || each.parent === pid)
  const ticks = family.reduce((sum, each) => sum + each.own + (each.pid === pid ? each.ended : 0), 0)
  return (ticks / ticksPerSecond) * 1000
}

/** Waits until what reads a processor clock has hardly worked for a while: the first look of a new house is over, and its notices are told. */
export async function untilIdle(clock: () => number | Promise<number>): Promise<void> {
  for (let before = await clock(); ; ) {
    await pause(idleMs)
    const now = await clock()
    if (now - before < idleMs / 10) return
    before = now
  }
}

export function childOf(pid: number, program: string): number {
  const child = allProcesses().find((each) => each.parent === pid && each.program.includes(program))
  if (!child) throw new Error(`Process ${pid} runs no ${program}`)
  return child.pid
}

/** Memory that a process holds, in MB. */
export function memoryOf(pid: number): number {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Math.round(Number(line?.[1] ?? 0) / 1024)
}
