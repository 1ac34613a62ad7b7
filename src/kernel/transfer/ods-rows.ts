import { AppError } from '#shared/app-error'
import { type CellText, numberText, shortIso } from './cell-text.ts'
import type { SourceRecord } from './table.ts'
import { tableLimits } from './table-limits.ts'
import type { XmlHandler } from './xml-scanner.ts'
import { attribute, plainText } from './xml-text.ts'

const MOST_SPACES = 1_000

type Cell = { attributes: string; paragraphs: number; text: string }

type Reading = {
  inSheet: boolean
  row: SourceRecord
  rowTimes: number
  /** Empty cells that count only when a filled one follows. */
  blanks: number
  cell: Cell | undefined
  inParagraph: boolean
  inNote: boolean
}

/** Turns the XML of one sheet into records; `times` as equal rows are written once. */
export function createOdsHandler(sheet: string, emit: (record: SourceRecord, times: number) => void): XmlHandler {
  const reading: Reading = {
    inSheet: false,
    row: { cells: [] },
    rowTimes: 1,
    blanks: 0,
    cell: undefined,
    inParagraph: false,
    inNote: false,
  }
  return {
    open(name, attributes) {
      if (name === 'table') reading.inSheet = attribute(attributes, 'name') === sheet
      if (reading.inSheet) openTag(reading, name, attributes)
    },
    close(name) {
      if (!reading.inSheet) return
      closeTag(reading, name)
      if (name === 'table-row' && reading.row.cells.length > 0) emit(reading.row, reading.rowTimes)
      if (name === 'table') reading.inSheet = false
    },
    text(raw) {
      if (reading.cell && reading.inParagraph && !reading.inNote) reading.cell.text += plainText(raw)
    },
  }
}

function openTag(reading: Reading, name: string, attributes: string): void {
  if (name === 'annotation') reading.inNote = true
  if (name === 'table-row') {
    reading.row = { cells: [] }
    reading.rowTimes = repeated(attributes, 'number-rows-repeated')
    reading.blanks = 0
  }
  if (isCell(name)) reading.cell = { attributes, paragraphs: 0, text: '' }
  const { cell } = reading
  if (!cell || reading.inNote) return
  if (name === 'p') {
    reading.inParagraph = true
    if (cell.paragraphs++ > 0) cell.text += '\n'
  }
  if (reading.inParagraph) cell.text += spacing(name, attributes)
}

function closeTag(reading: Reading, name: string): void {
  if (name === 'annotation') reading.inNote = false
  if (name === 'p') reading.inParagraph = false
  if (!isCell(name) || !reading.cell) return
  place(reading, reading.cell)
  reading.cell = undefined
}

function place(reading: Reading, cell: Cell): void {
  const { text, damaged } = cellText(cell)
  const times = repeated(cell.attributes, 'number-columns-repeated')
  if (text === '') {
    reading.blanks += times
    return
  }
  const { row, blanks } = reading
  const start = row.cells.length + blanks
  if (start + times > tableLimits.columns) {
    throw new AppError(422, 'transfer.columns_many', { params: { max: tableLimits.columns } })
  }
  reading.blanks = 0
  row.cells.push(...Array<string>(blanks).fill(''), ...Array<string>(times).fill(text))
  if (damaged) {
    row.troubles = [...(row.troubles ?? []), { column: start, code: 'field.number_damaged', params: { input: text } }]
  }
}

function isCell(name: string): boolean {
  return name === 'table-cell' || name === 'covered-table-cell'
}

function spacing(name: string, attributes: string): string {
  if (name === 'tab') return '\t'
  if (name === 'line-break') return '\n'
  return name === 's' ? ' '.repeat(Math.min(MOST_SPACES, repeated(attributes, 'c'))) : ''
}

function repeated(attributes: string, name: string): number {
  const times = Math.trunc(Number(attribute(attributes, name) ?? 1))
  return times >= 1 && times <= tableLimits.rows ? times : 1
}

function cellText({ attributes, text: shown }: Cell): CellText {
  const type = attribute(attributes, 'value-type')
  const raw = attribute(attributes, 'value')
  if (type === 'date') return { text: shortIso(attribute(attributes, 'date-value') ?? shown) }
  if (type === 'boolean') return { text: (attribute(attributes, 'boolean-value') ?? shown).toUpperCase() }
  if (type === 'time') {
    const time = /^PT(\d+)H(\d+)M(\d+)/.exec(attribute(attributes, 'time-value') ?? '')
    return { text: time ? time.slice(1).join(':') : shown }
  }
  if (raw === undefined || Number.isNaN(Number(raw)) || type === 'string') return { text: shown }
  // A code with leading zeros is a number with a format.
  if (/^0\d+$/.test(shown) && Number(shown) === Number(raw)) return { text: shown }
  return numberText(Number(raw), type === 'percentage' ? 'percent' : 'plain')
}
