import { AppError } from '#shared/app-error'
import type { Content } from '../files/content.ts'
import type { SourceRecord, TableFormat } from './table.ts'
import type { Workbook, WorkbookMessage } from './workbook.ts'
import { startWorkbookProcess } from './workbook-child.ts'

/**
 * Opens a workbook in a process of its own, with its own memory, a time limit, no network and nothing to write to.
 * The first reading of its records goes on in that process, each later one starts another.
 */
export async function openWorkbook(content: Content | string, format: TableFormat, wanted?: string): Promise<Workbook> {
  const opening = messages(content, format, wanted)
  const { value: first } = await opening.next()
  if (!first || !('sheets' in first)) throw new AppError(422, 'transfer.workbook_broken')
  const { sheets, sheet } = first
  let started: AsyncGenerator<WorkbookMessage> | undefined = opening
  return {
    sheets,
    sheet,
    records() {
      const stream = started ?? messages(content, format, sheet)
      started = undefined
      return recordsOf(stream)
    },
  }
}

async function* recordsOf(stream: AsyncGenerator<WorkbookMessage>): AsyncGenerator<SourceRecord[]> {
  for await (const message of stream) if ('records' in message) yield message.records
}

async function* messages(
  content: Content | string,
  format: TableFormat,
  sheet?: string,
): AsyncGenerator<WorkbookMessage, undefined> {
  const child = startWorkbookProcess({ content, format, sheet })
  let rest = ''
  let ended = false
  try {
    for (let text = await child.next(); text !== undefined; text = await child.next()) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const message: WorkbookMessage = JSON.parse(line)
        if ('refused' in message) {
          throw new AppError(message.refused.status, message.refused.code, { params: message.refused.params })
        }
        ended = 'end' in message
        yield message
      }
    }
    if (!ended) throw await child.reasonOfEnd()
  } finally {
    await child.stop()
  }
}
