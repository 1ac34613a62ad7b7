import { AppError } from '#shared/app-error'
import type { Content } from '../files/content.ts'
import { decodedText } from './decode-text.ts'
import { detectDelimiter, namedDelimiter } from './detect-delimiter.ts'
import { detectEncoding } from './detect-encoding.ts'
import { parseRecords } from './parse-records.ts'
import type { Encoding, Records, SourceRecord } from './table.ts'
import { tableLimits } from './table-limits.ts'

export type Csv = { encoding: Encoding; delimiter: string; records(): Records }

/** Opens a text file with one record a line; encoding and delimiter are found where they are not given. */
export async function openCsv(
  content: Content | string,
  wish: { encoding?: Encoding; delimiter?: string },
): Promise<Csv> {
  const encoding = wish.encoding ?? (await detectEncoding(content))
  const head = await firstText(content, encoding)
  const named = namedDelimiter(head)
  const delimiter = wish.delimiter ?? named?.delimiter ?? detectDelimiter(head.slice(named?.length ?? 0))
  return { encoding, delimiter, records: () => records(content, encoding, delimiter, named?.length ?? 0) }
}

async function firstText(content: Content | string, encoding: Encoding): Promise<string> {
  for await (const text of decodedText(content, encoding)) return text
  return ''
}

async function* records(
  content: Content | string,
  encoding: Encoding,
  delimiter: string,
  skip: number,
): AsyncGenerator<SourceRecord[]> {
  let rest = ''
  let line = 1
  let skipping = skip
  let due = 0
  for await (const text of decodedText(content, encoding)) {
    rest += text.slice(skipping)
    skipping = 0
    if (rest.length < due) continue
    const parsed = parseRecords(rest, delimiter, { partial: true })
    rest = rest.slice(parsed.consumed)
    line += parsed.records.length
    if (rest.length > tableLimits.recordCharacters) throw new AppError(422, 'transfer.quote_open', { params: { line } })
    // An open quotation mark has its text read again and again: at twice the length only, that costs little.
    due = rest.length * 2
    if (parsed.records.length > 0) yield parsed.records
  }
  const last = parseRecords(rest, delimiter, { partial: false })
  if (last.open) throw new AppError(422, 'transfer.quote_open', { params: { line: line + last.records.length - 1 } })
  if (last.records.length > 0) yield last.records
}
