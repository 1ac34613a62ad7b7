import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { AppError } from '#shared/app-error'
import type { Content } from '../files/content.ts'
import { tableLimits } from './table-limits.ts'

export type WorkbookChild = {
  /** The next piece of its output, undefined at the end. Only the waiting counts as its time. */
  next(): Promise<string | undefined>
  /** Why it stopped before it was done. */
  reasonOfEnd(): Promise<AppError>
  stop(): Promise<void>
}

/** What to read: the file with the key of its content, and of the workbook which sheet. */
export type WorkbookTask = { content: Content | string; format: string; sheet?: string }

const PROGRAM = fileURLToPath(new URL('./workbook-process.ts', import.meta.url))
const HEAP = `--max-old-space-size=${tableLimits.workbookHeapMebibytes}`
const COMPLAINT_KEPT = 4_000

/** Starts the reading process: it may read files, and do nothing else. */
export function startWorkbookProcess(task: WorkbookTask, seconds: number = tableLimits.workbookSeconds): WorkbookChild {
  const child = spawn(process.execPath, [HEAP, '--permission', '--allow-fs-read=*', PROGRAM], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: {},
  })
  // Not as an argument: those are shown to every user of the computer.
  child.stdin.on('error', () => {}).end(JSON.stringify(task))
  const ended = once(child, 'exit').catch(() => undefined)
  const closed = once(child, 'close').catch(() => undefined)
  const output: AsyncIterator<string, undefined> = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]()
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_KEPT)
  })
  let left = seconds * 1_000
  let late = false
  return {
    async next() {
      const start = performance.now()
      const limit = setTimeout(
        () => {
          late = true
          child.kill('SIGKILL')
        },
        Math.max(left, 1),
      )
      const { value } = await output.next().finally(() => clearTimeout(limit))
      left -= performance.now() - start
      return value
    },
    async reasonOfEnd() {
      await closed
      return refusal(complaint, late)
    },
    async stop() {
      child.kill('SIGKILL')
      child.stdout.destroy()
      await ended
    },
  }
}

function refusal(complaint: string, isLate: boolean): AppError {
  if (isLate) return new AppError(422, 'transfer.workbook_slow', { params: { seconds: tableLimits.workbookSeconds } })
  const code = /out of memory/i.test(complaint) ? 'transfer.workbook_complex' : 'transfer.workbook_broken'
  return new AppError(422, code, { cause: new Error(complaint) })
}
