import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export type ChildProgram = { pid: number; address: string; stop(): Promise<void> }

/** Runs one of our programs as a process of its own, until it says where it listens. */
export async function startProgram(file: string, env: Record<string, string>, flags: string[] = []) {
  const child = spawn(process.execPath, [...flags, file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const end = (): void => void child.kill('SIGTERM')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  const address = await addressOf(child, file)
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { pid: child.pid ?? 0, address, stop } satisfies ChildProgram
}

async function addressOf({ stdout }: ChildProcess, file: string): Promise<string> {
  if (!stdout) throw new Error(`${file} has no output`)
  // The output goes on being read, or the program would stop at a full pipe.
  const lines = createInterface(stdout)
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      const ready = /ready at http:\/\/[^:/]+:(\d+)/.exec(line)
      if (ready) resolve(`http://127.0.0.1:${ready[1]}`)
    })
    lines.once('close', () => reject(new Error(`${file} ended before it was ready`)))
  })
}
