import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, dirname, join, resolve, sep } from 'node:path'

const checkout = resolve(import.meta.dirname, '../..')
const started = new Set<ChildProcess>()

export type Start = {
  /** Everything printed so far. */
  output(): string
  /** Waits until a line says this, and answers with what the pattern caught. */
  says(pattern: RegExp, patienceMs?: number): Promise<string>
  /** Ctrl-C in its terminal; answers when the command has ended. */
  interrupt(): Promise<void>
}

/** A copy of this checkout as a stranger would clone it; with what npm installs already in place, unless `bare`. */
export function cloneTo(folder: string, { bare }: { bare: boolean }): void {
  const files = execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: checkout, encoding: 'utf8' })
  for (const file of files.split('\0').filter((one) => one && existsSync(join(checkout, one)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(checkout, file), join(folder, file))
  }
  if (!bare) symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'))
}

/** `npm start` in a terminal of its own, with an environment that holds nothing else. */
export function npmStart(folder: string, settings: Record<string, string>): Start {
  const PATH = (process.env.PATH ?? '').split(delimiter).filter((one) => !one.endsWith(`${sep}node_modules${sep}.bin`))
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { PATH: PATH.join(delimiter), ...settings },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.add(child)
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  const signal = (name: NodeJS.Signals): void => {
    if (child.pid && child.exitCode === null) process.kill(-child.pid, name)
  }
  return {
    output: () => printed,
    says: async (pattern, patienceMs = 60_000) => {
      const late = AbortSignal.timeout(patienceMs)
      for (;;) {
        const found = pattern.exec(printed)
        if (found) return found[1] ?? found[0]
        if (child.exitCode !== null) throw new Error(`npm start ended early:\n${printed}`)
        await once(child.stdout, 'data', { signal: late }).catch(() => {
          throw new Error(`npm start did not say ${pattern} in ${patienceMs} ms:\n${printed}`)
        })
      }
    },
    interrupt: async () => {
      const ended = once(child, 'exit')
      signal('SIGINT')
      await ended
      started.delete(child)
    },
  }
}

/** Ends what a failed test left running. */
export function endStarts(): void {
  for (const { pid } of started) if (pid) process.kill(-pid, 'SIGKILL')
  started.clear()
}

/** Command lines of all processes that name this folder. */
export function processesIn(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        return ''
      }
    })
    .filter((line) => line.includes(folder))
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return address && typeof address === 'object' ? address.port : 0
}
