import { AppError } from '#shared/app-error'
import { unguardFormula } from './formula-guard.ts'
import { nameHeadings } from './headings.ts'
import type { Records, SourceRecord, TableRow, Trouble } from './table.ts'
import { tableLimits } from './table-limits.ts'

const VISIBLE = /[^\s\p{Cc}\p{Cf}]/u
const MOST_TITLES = 3

/** Where the rows begin: how many filled records stand before them, and the names of the columns. */
export type Beginning = { skip: number; headings: string[] }

/** Reads headings; lines with a single text above them, as lists made for printing have, are titles. */
export async function findHeadings(records: Records, sheet?: string): Promise<Beginning> {
  const first: SourceRecord[] = []
  for await (const record of filled(records)) {
    first.push(record)
    if (first.length > MOST_TITLES + 1) break
  }
  if (first.length === 0) {
    throw sheet === undefined
      ? new AppError(422, 'transfer.file_empty')
      : new AppError(422, 'transfer.sheet_empty', { params: { sheet } })
  }
  const wide = first.findIndex((record) => filledCells(record) >= 3)
  const titles = wide > 0 && first.slice(0, wide).every((record) => filledCells(record) === 1) ? wide : 0
  if (first.length <= titles + 1) throw new AppError(422, 'transfer.no_rows')
  const cells = trimmed(first[titles]?.cells ?? [])
  if (cells.length > tableLimits.columns) {
    throw new AppError(422, 'transfer.columns_many', { params: { max: tableLimits.columns } })
  }
  return { skip: titles + 1, headings: nameHeadings(cells.map(unguardFormula)) }
}

/** The filled rows under the headings, numbered from 1, each as wide as the headings. */
export async function* tableRows(records: Records, { skip, headings }: Beginning): AsyncGenerator<TableRow> {
  let row = -skip
  for await (const record of filled(records)) {
    row++
    if (row < 1) continue
    if (row > tableLimits.rows) throw new AppError(422, 'transfer.rows_many', { params: { max: tableLimits.rows } })
    yield shaped(record, row, headings)
  }
}

async function* filled(records: Records): AsyncGenerator<SourceRecord> {
  for await (const batch of records) {
    for (const record of batch) if (record.cells.some((cell) => VISIBLE.test(cell))) yield record
  }
}

function shaped(record: SourceRecord, row: number, headings: readonly string[]): TableRow {
  const cells = headings.map((heading, at) => {
    const cell = record.cells[at] ?? ''
    if (cell.length > tableLimits.cellCharacters) {
      throw new AppError(422, 'transfer.cell_long', { params: { row, heading, max: tableLimits.cellCharacters } })
    }
    return storable(unguardFormula(cell))
  })
  return { row, cells, troubles: [...named(record.troubles ?? [], headings), ...excess(record.cells, headings)] }
}

/** Without what no database text can hold: NUL and halves of characters. */
function storable(text: string): string {
  return text.includes('\0') || !text.isWellFormed() ? text.replaceAll('\0', '').toWellFormed() : text
}

function named(troubles: readonly Trouble[], headings: readonly string[]): Trouble[] {
  return troubles.flatMap((trouble) => {
    if (trouble.column === null) return [trouble]
    const field = headings[trouble.column]
    return field === undefined ? [] : [{ ...trouble, params: { ...trouble.params, field } }]
  })
}

function excess(cells: readonly string[], headings: readonly string[]): Trouble[] {
  if (cells.length <= headings.length) return []
  const extra = cells.slice(headings.length).filter((cell) => VISIBLE.test(cell))
  if (extra.length === 0) return []
  const params = { columns: headings.length, extra: extra.join(' ').slice(0, 1_000) }
  return [{ column: null, code: 'transfer.row_long', params }]
}

function filledCells(record: SourceRecord): number {
  return record.cells.filter((cell) => VISIBLE.test(cell)).length
}

function trimmed(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => VISIBLE.test(cell)) + 1)
}
