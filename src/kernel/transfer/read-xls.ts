import { buffer } from 'node:stream/consumers'
import { type CellValue, readXls } from 'hucre/xlsx'
import { AppError } from '#shared/app-error'
import { type Content, contentPieces } from '../files/content.ts'
import { numberText, shortIso } from './cell-text.ts'
import type { SourceRecord } from './table.ts'
import { chooseSheet, type Workbook } from './workbook.ts'

const WORKBOOK_STREAMS = ['Workbook\0', 'Book\0']

/** Opens an .xls, as Excel wrote until 2003; its 65,536 rows at most are read at once. */
export async function openXls(source: Content | string, wanted?: string): Promise<Workbook> {
  const content = await buffer(contentPieces(source))
  refuseOther(content)
  const { sheets } = await readXls(content).catch((cause: unknown) => {
    throw new AppError(422, 'transfer.workbook_broken', { cause })
  })
  const names = sheets.map(({ name }) => name)
  const sheet = chooseSheet(names, wanted)
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? []
  async function* records(): AsyncGenerator<SourceRecord[]> {
    // Rows that the file leaves out are holes in the list.
    for (const row of rows) if (row) yield [recordOf(row)]
  }
  return { sheets: names, sheet, records }
}

/** The container of .xls is that of .doc, .msi and of encrypted .xlsx too; its directory names what is inside. */
function refuseOther(content: Buffer): void {
  if (content.includes(Buffer.from('EncryptedPackage', 'utf16le')) || isLocked(content)) {
    throw new AppError(422, 'transfer.workbook_encrypted')
  }
  if (!WORKBOOK_STREAMS.some((name) => content.includes(Buffer.from(name, 'utf16le')))) {
    throw new AppError(422, 'transfer.no_workbook')
  }
}

/** In an .xls with a password, the record FILEPASS follows right after the first one (MS-XLS 2.4.117). */
function isLocked(content: Buffer): boolean {
  const start = content.indexOf(Buffer.from('0908100000060500', 'hex'))
  return start !== -1 && content.length > start + 22 && content.readUInt16LE(start + 20) === 0x2f
}

function recordOf(row: readonly CellValue[]): SourceRecord {
  const record: SourceRecord = { cells: [] }
  for (const [column, value] of row.entries()) {
    const { text, damaged } = typeof value === 'number' ? numberText(value) : { text: textOf(value), damaged: false }
    record.cells.push(text)
    if (damaged) {
      record.troubles = [...(record.troubles ?? []), { column, code: 'field.number_damaged', params: { input: text } }]
    }
  }
  return record
}

function textOf(value: Exclude<CellValue, number> | undefined): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : shortIso(value.toISOString())
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value ?? ''
}
