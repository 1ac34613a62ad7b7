import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { LabelTask } from './label-pages.ts'

const program = fileURLToPath(new URL('./draw-process.ts', import.meta.url))
const heap = '--max-old-space-size=1024'
const longestMs = 60_000

let last: Promise<unknown> = Promise.resolve()

/** The labels as a PDF. One sheet is drawn after the other: each takes memory. */
export function drawLabels(task: LabelTask): Promise<Buffer> {
  const drawn = last.catch(() => {}).then(() => drawWhole(task))
  last = drawn
  return drawn
}

/** A picture may turn out to be none, or to burst the process: the labels then do without it. */
async function drawWhole({ logo, ...task }: LabelTask): Promise<Buffer> {
  if (!logo) return draw(task)
  return draw({ ...task, logo }).catch(() => draw(task))
}

/** In a process that may read files, and do nothing else. */
async function draw(task: LabelTask): Promise<Buffer> {
  const child = spawn(process.execPath, [heap, '--permission', '--allow-fs-read=*', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {},
    timeout: longestMs,
    killSignal: 'SIGKILL',
  })
  // Not as an argument: those are shown to every user of the computer.
  child.stdin.on('error', () => {}).end(JSON.stringify(task))
  const [content, [code]] = await Promise.all([buffer(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`Labels could not be drawn: the process ended with ${code ?? 'a signal'}`)
  return content
}
