import { AppError } from '#shared/app-error'
import type { Content } from '../files/content.ts'
import { detectFormat } from './detect-format.ts'
import { openCsv } from './read-csv.ts'
import { openWorkbook } from './read-workbook.ts'
import { delimiters, type Encoding, encodings, type Table } from './table.ts'
import { findHeadings, tableRows } from './table-rows.ts'

export type OpenTableOptions = { fileName: string; encoding?: Encoding; delimiter?: string; sheet?: string }

/**
 * Opens a list that somebody brought, of any format, encoding and delimiter. Refuses with a code what holds no list,
 * is broken, or would cost the server too much.
 */
export async function openTable(content: Content | string, options: OpenTableOptions): Promise<Table> {
  checkWishes(options)
  const format = await detectFormat(content, options.fileName)
  if (format === 'csv') {
    const { encoding, delimiter, records } = await openCsv(content, options)
    const beginning = await findHeadings(records())
    return { format, encoding, delimiter, headings: beginning.headings, rows: () => tableRows(records(), beginning) }
  }
  const { sheets, sheet, records } = await openWorkbook(content, format, options.sheet)
  const beginning = await findHeadings(records(), sheet)
  return { format, sheets, sheet, headings: beginning.headings, rows: () => tableRows(records(), beginning) }
}

function checkWishes({ encoding, delimiter }: OpenTableOptions): void {
  if (encoding !== undefined && !encodings.includes(encoding)) {
    throw new AppError(400, 'transfer.encoding_unsupported', { params: { encoding, encodings } })
  }
  if (delimiter !== undefined && !delimiters.some((known) => known === delimiter)) {
    throw new AppError(400, 'transfer.delimiter_unsupported', { params: { delimiter } })
  }
}
