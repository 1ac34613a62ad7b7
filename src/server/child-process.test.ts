import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { type ChildProcess, keepRunning } from './child-process.ts'

const said: string[] = []
let child: ChildProcess
const start = (): void => {
  const file = join(import.meta.dirname, '../../test/support/beating-child.ts')
  child = keepRunning({ name: 'the child', file, env: process.env, silentMs: 2_000 }, (line) => said.push(line))
}
afterEach(() => child.stop())

it('starts a child again that was killed, and one that stands still', async () => {
  start()
  for (const [signal, line] of [
    ['SIGKILL', 'the child ended (SIGKILL) and is started again'],
    ['SIGSTOP', 'the child does not move and is ended'],
  ] as const) {
    const pid = child.pid() ?? 0
    process.kill(pid, signal)
    await expect.poll(() => said, { timeout: 15_000 }).toContain(line)
    await expect.poll(() => child.pid(), { timeout: 5_000 }).not.toBe(undefined)
    await expect.poll(() => child.pid(), { timeout: 5_000 }).not.toBe(pid)
  }
})
