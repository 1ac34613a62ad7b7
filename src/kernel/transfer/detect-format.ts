import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '#shared/app-error'
import { type Content, openContent } from '../files/content.ts'
import { isBinaryControl, zeroBytesEncoding } from './detect-encoding.ts'
import type { TableFormat } from './table.ts'
import { tableLimits } from './table-limits.ts'
import { openZip } from './zip-package.ts'

const HEAD = 65_536
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const MARKUP = /^\s*(?:%PDF-|\{\\rtf|<(?:!doctype|\?xml|html|head|body|meta|table|svg|script|style)\b)/i

/** What a file is by its content; whatever its name says. Refuses what holds no table. */
export async function detectFormat(content: Content | string, fileName: string): Promise<TableFormat> {
  const head = await readHead(content)
  if (head.subarray(0, 2).toString('latin1') === 'PK' && (head[2] ?? 0) < 9) return zipFormat(content, fileName)
  if (head.subarray(0, 8).equals(OLE)) return 'xls'
  const found = await foreignFormat(head)
  if (found) throw new AppError(422, 'transfer.not_a_table', { params: { fileName, found } })
  return 'csv'
}

async function readHead(content: Content | string): Promise<Buffer> {
  const reader = await openContent(content)
  try {
    const { size } = reader
    if (size === 0) throw new AppError(422, 'transfer.file_empty')
    if (size > tableLimits.fileBytes) {
      throw new AppError(413, 'transfer.file_large', { params: { limit: `${tableLimits.fileBytes / 1024 / 1024} MB` } })
    }
    return await reader.read(0, HEAD)
  } finally {
    await reader.close()
  }
}

async function zipFormat(content: Content | string, fileName: string): Promise<TableFormat> {
  const zip = await openZip(content)
  zip.close()
  if (zip.names.some((name) => name.endsWith('workbook.bin'))) {
    throw new AppError(422, 'transfer.not_a_table', { params: { fileName, found: 'XLSB' } })
  }
  if (zip.names.includes('content.xml')) return 'ods'
  if (zip.names.some((name) => name.endsWith('workbook.xml'))) return 'xlsx'
  throw new AppError(422, 'transfer.no_workbook')
}

async function foreignFormat(head: Buffer): Promise<string | undefined> {
  if (zeroBytesEncoding(head)) return undefined
  const markup = MARKUP.exec(head.subarray(0, 1_024).toString('latin1').replace(/^ï»¿/, ''))
  if (markup) return markup[0].includes('%') ? 'PDF' : markup[0].includes('{') ? 'RTF' : 'HTML/XML'
  let controls = 0
  for (const byte of head) if (isBinaryControl(byte)) controls++
  if (controls < 8 || controls * 50 < head.length) return undefined
  return (await fileTypeFromBuffer(head))?.ext.toUpperCase() ?? 'BIN'
}
