import Papa from 'papaparse'
import type { SourceRecord } from './table.ts'

/** `consumed`: where the next piece of text has to begin; `open`: the text ends inside quotation marks. */
export type ParsedRecords = { records: SourceRecord[]; consumed: number; open: boolean }

/** Cuts text into records. With `partial` the last one may go on in the next piece and is left out. */
export function parseRecords(
  text: string,
  delimiter: string,
  { partial, limit = 0 }: { partial: boolean; limit?: number },
): ParsedRecords {
  const parser = new Papa.Parser({ delimiter, newline: '\n', preview: limit })
  const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(text, 0, partial)
  const records: SourceRecord[] = data.map((cells) => ({ cells }))
  for (const error of errors) {
    const record = records[error.row ?? -1]
    if (record && error.code === 'InvalidQuotes') record.troubles = [{ column: null, code: 'transfer.row_quotes' }]
  }
  return { records, consumed: meta.cursor, open: errors.some((error) => error.code === 'MissingQuotes') }
}
