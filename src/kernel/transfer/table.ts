import type { ErrorCode, ErrorParams } from '#shared/error-codes'

export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

export const delimiters = [',', ';', '\t', '|'] as const

export type TableFormat = 'csv' | 'xlsx' | 'xls' | 'ods'

/** What is wrong with a row already in its file; `column` is the place in `headings`, null = the row as a whole. */
export type Trouble = { column: number | null; code: ErrorCode; params?: ErrorParams }

/** `row` counts the filled rows under the headings from 1; `cells` has one text for each heading. */
export type TableRow = { row: number; cells: string[]; troubles: readonly Trouble[] }

/** A file of rows, opened: nothing but its beginning is read until `rows` is followed. */
export type Table = {
  format: TableFormat
  encoding?: Encoding
  delimiter?: string
  /** Names of the sheets that can be asked for, and the one that is read. */
  sheets?: string[]
  sheet?: string
  headings: string[]
  /** Each call reads the file from its beginning; leaving the loop early ends the reading. */
  rows(): AsyncIterable<TableRow>
}

/** One line of the file as it stands there, before headings are known. */
export type SourceRecord = { cells: string[]; troubles?: Trouble[] }

/** Lines come in batches, as a step of an async loop costs more than reading a line. */
export type Records = AsyncIterable<SourceRecord[]>
