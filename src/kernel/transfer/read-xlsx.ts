import { AppError } from '#shared/app-error'
import { type NumberShape, numberText, shortIso } from './cell-text.ts'
import type { SourceRecord, Trouble } from './table.ts'
import { tableLimits } from './table-limits.ts'
import { chooseSheet, type Workbook } from './workbook.ts'
import { readNumberShapes, readXlsxParts } from './xlsx-parts.ts'
import { readSharedStrings, unescapeText } from './xlsx-strings.ts'
import { scanned, type XmlHandler } from './xml-scanner.ts'
import { attribute, plainText } from './xml-text.ts'
import type { ZipPackage } from './zip-package.ts'

type Setting = { strings: readonly string[]; shapes: readonly NumberShape[]; is1904: boolean }
type Cell = { column: number; type: string; style: number; text: string }

/**
 * Opens an .xlsx for reading row by row. Libraries give the bare number of a cell; here 12.5 % stays 12.5 % and the
 * code 000123 stays 000123, as the person who wrote the list saw them.
 */
export async function openXlsx(zip: ZipPackage, wanted?: string): Promise<Workbook> {
  const parts = await readXlsxParts(zip)
  const visible = parts.sheets.filter((sheet) => !sheet.hidden)
  const sheets = visible.length > 0 ? visible : parts.sheets
  const names = sheets.map(({ name }) => name)
  const sheet = chooseSheet(names, wanted)
  async function* records(): AsyncGenerator<SourceRecord[]> {
    const strings = await readSharedStrings(zip, parts.stringsPart)
    const shapes = await readNumberShapes(zip, parts.stylesPart)
    const done: SourceRecord[] = []
    const part = sheets.find(({ name }) => name === sheet)?.part ?? ''
    const handler = sheetHandler({ strings, shapes, is1904: parts.is1904 }, (record) => done.push(record))
    for await (const _ of scanned(zip.read(part), handler)) if (done.length > 0) yield done.splice(0)
  }
  return { sheets: names, sheet, records }
}

function sheetHandler(setting: Setting, emit: (record: SourceRecord) => void): XmlHandler {
  let row: SourceRecord = { cells: [] }
  let cell: Cell | undefined
  let capturing = false
  let phonetic = false
  return {
    open(name, attributes) {
      if (name === 'row') row = { cells: [] }
      if (name === 'c') cell = openCell(attributes, row.cells.length)
      if (name === 'rPh') phonetic = true
      capturing = cell !== undefined && (name === 'v' || (name === 't' && !phonetic))
    },
    close(name) {
      capturing = false
      if (name === 'rPh') phonetic = false
      if (name === 'c' && cell) {
        if (cell.text !== '') place(row, cell, setting)
        else if (row.cells.length <= cell.column && cell.column < tableLimits.columns) row.cells[cell.column] = ''
        cell = undefined
      }
      if (name === 'row' && row.cells.length > 0) emit({ ...row, cells: Array.from(row.cells, (text) => text ?? '') })
    },
    text(raw) {
      if (capturing && cell) cell.text += plainText(raw)
    },
  }
}

function openCell(attributes: string, next: number): Cell {
  const place = attribute(attributes, 'r')
  const style = attribute(attributes, 's')
  const type = attribute(attributes, 't') ?? 'n'
  return { column: place ? columnOf(place) : next, type, style: style ? Number(style) : 0, text: '' }
}

/** `C12` -> 2. */
function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column - 1
}

function place(row: SourceRecord, { column, type, style, text }: Cell, setting: Setting): void {
  if (column < 0) throw new AppError(422, 'transfer.workbook_broken')
  if (column >= tableLimits.columns)
    throw new AppError(422, 'transfer.columns_many', { params: { max: tableLimits.columns } })
  const value = Number(text)
  if (type === 's') row.cells[column] = setting.strings[value] ?? ''
  else if (type === 'str' || type === 'inlineStr') row.cells[column] = unescapeText(text)
  else if (type === 'b') row.cells[column] = text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text.toUpperCase()
  else if (type === 'd') row.cells[column] = shortIso(text)
  else if (type === 'e') note(row, { column, code: 'transfer.formula_error', params: { input: text } }, text)
  else if (Number.isNaN(value)) row.cells[column] = text
  else {
    const shown = numberText(value, setting.shapes[style], setting.is1904)
    if (shown.damaged) note(row, { column, code: 'field.number_damaged', params: { input: shown.text } }, shown.text)
    else row.cells[column] = shown.text
  }
}

function note(row: SourceRecord, trouble: Trouble, text: string): void {
  row.troubles = [...(row.troubles ?? []), trouble]
  if (trouble.column !== null) row.cells[trouble.column] = text
}
