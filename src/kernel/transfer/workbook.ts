import { AppError } from '#shared/app-error'
import type { ErrorCode, ErrorParams } from '#shared/error-codes'
import type { Records, SourceRecord } from './table.ts'

/** An opened workbook, with the sheet that is read. */
export type Workbook = { sheets: string[]; sheet: string; records(): Records }

/** What the reading process writes, one JSON text a line. */
export type WorkbookMessage =
  | { sheets: string[]; sheet: string }
  | { records: SourceRecord[] }
  | { refused: { status: number; code: ErrorCode; params: ErrorParams } }
  | { end: true }

/** The wanted sheet, or the first one. */
export function chooseSheet(sheets: readonly string[], wanted: string | undefined): string {
  const [first] = sheets
  if (first === undefined) throw new AppError(422, 'transfer.no_workbook')
  if (wanted === undefined || sheets.includes(wanted)) return wanted ?? first
  throw new AppError(400, 'transfer.sheet_unknown', { params: { sheet: wanted, sheets: sheets.slice(0, 20) } })
}
