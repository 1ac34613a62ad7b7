import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { AppError } from '#shared/app-error'
import type { SourceRecord } from './table.ts'
import type { Workbook, WorkbookMessage } from './workbook.ts'
import type { WorkbookTask } from './workbook-child.ts'
import { openZip } from './zip-package.ts'

// Runs as a process of its own, started by workbook-child.ts: what a file does to it happens to nobody else.

const BATCH = 256

const task: WorkbookTask = JSON.parse(await text(process.stdin))
const { content, format, sheet } = task

/** Each format loads its own reader, as the start of this process is most of the work for a small file. */
async function open(): Promise<Workbook> {
  if (format === 'xls') return (await import('./read-xls.ts')).openXls(content, sheet)
  const zip = await openZip(content)
  if (format === 'ods') return (await import('./read-ods.ts')).openOds(zip, sheet)
  return (await import('./read-xlsx.ts')).openXlsx(zip, sheet)
}

/** Waits when the reader is slow, which keeps memory level. */
async function send(message: WorkbookMessage): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, 'drain')
}

async function sendAll(records: readonly SourceRecord[]): Promise<void> {
  for (let at = 0; at < records.length; at += BATCH) await send({ records: records.slice(at, at + BATCH) })
}

try {
  const workbook = await open()
  await send({ sheets: workbook.sheets, sheet: workbook.sheet })
  for await (const records of workbook.records()) await sendAll(records)
  await send({ end: true })
} catch (error) {
  if (!(error instanceof AppError)) throw error
  await send({ refused: { status: error.status, code: error.code, params: error.params } })
}
