import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import type { DocumentDefinition } from 'pdfmake'
import { type LabelTask, labelPages } from './label-pages.ts'

const program = fileURLToPath(new URL('./draw-process.ts', import.meta.url))
const heap = '--max-old-space-size=1024'
const longestMs = 60_000

let last: Promise<unknown> = Promise.resolve()

/** The labels as a PDF. */
export function drawLabels(task: LabelTask): Promise<Buffer> {
  return inTurn(() => drawWhole(task))
}

/** Pages as a PDF. */
export function drawPages(pages: DocumentDefinition): Promise<Buffer> {
  return inTurn(() => draw(pages))
}

/** One after the other: each takes memory. */
function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
  const drawn = last.catch(() => {}).then(work)
  last = drawn
  return drawn
}

/** A picture may turn out to be none, or to burst the process: the labels then do without it. */
async function drawWhole({ logo, ...task }: LabelTask): Promise<Buffer> {
  const plain = labelPages(task)
  if (!logo) return draw(plain)
  return draw(labelPages({ ...task, logo })).catch(() => draw(plain))
}

/** In a process that may read files, and do nothing else. */
async function draw(pages: DocumentDefinition): Promise<Buffer> {
  const child = spawn(process.execPath, [heap, '--permission', '--allow-fs-read=*', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {},
    timeout: longestMs,
    killSignal: 'SIGKILL',
  })
  // Not as an argument: those are shown to every user of the computer.
  child.stdin.on('error', () => {}).end(JSON.stringify(pages))
  const [content, [code]] = await Promise.all([buffer(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`Pages could not be drawn: the process ended with ${code ?? 'a signal'}`)
  return content
}
