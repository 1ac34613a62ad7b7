import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { file, type HostileFile } from './hostile-file.ts'
import { container, makeXls } from './make-xls.ts'

const noise = (hex: string, length = 4_000): Buffer => Buffer.concat([Buffer.from(hex, 'hex'), randomBytes(length)])
const stranger = (name: string, make: () => Buffer | string): HostileFile => file(name, 'transfer.not_a_table', make)
const people = [
  ['姓名', '电话'],
  ['张三', 13_800_138_000],
]

/** Files of other kinds that bear the name of a list. */
export const hostileStrangers: readonly HostileFile[] = [
  stranger('pdf.csv', () => `%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n`),
  stranger('html.xls', () => '<html><head><meta charset="utf-8"></head><table><tr><td>姓名</td></tr></table></html>'),
  stranger('html-bare.xls', () => '\ufeff\n <TABLE border=1><tr><td>1</td></tr></TABLE>'),
  stranger('html-script.csv', () => '<script>alert(1)</script>'),
  stranger('svg.csv', () => '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
  stranger('spreadsheet-2003.xls', () => '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
  stranger('rich-text.csv', () => '{\\rtf1\\ansi 姓名\\par}'),
  stranger('png.csv', () => noise('89504e470d0a1a0a0000000d49484452')),
  stranger('jpeg.xlsx', () => noise('ffd8ffe000104a46494600010100')),
  stranger('gif.csv', () => noise('474946383961')),
  stranger('exe.csv', () => noise('4d5a90000300000004000000ffff0000b8000000')),
  stranger('elf.csv', () => noise('7f454c4602010100000000000000000002003e00')),
  stranger('gzip.csv', () => gzipSync(randomBytes(4_000))),
  stranger('seven-zip.xlsx', () => noise('377abcaf271c0004')),
  stranger('rar.xlsx', () => noise('526172211a0701003392b5e5')),
  stranger('mp3.csv', () => noise('4944330300000000002154495432')),
  stranger('sqlite.csv', () => noise('53514c69746520666f726d6174203300100001010040202000000002')),
  stranger('class.csv', () => noise('cafebabe00000034')),
  stranger('shortcut.csv', () => noise('4c0000000114020000000000c000000000000046')),
  stranger('exe-before-zip.xlsx', () => noise('4d5a90000300000004000000ffff0000504b0304')),
  stranger('random.csv', () => randomBytes(100_000)),
  file('json.csv', 'transfer.quote_open', () => '{"a": 1,\n"b": 2}\n[1, 2]\n'),
  file('ole-garbage.xls', 'transfer.no_workbook', () => noise('d0cf11e0a1b11ae1')),
  file('ole-cut.xls', 'transfer.workbook_broken', () => makeXls(people).subarray(0, 1_600)),
  file('word.xls', 'transfer.no_workbook', () => container(Buffer.alloc(5_000), 'WordDocument')),
  file('encrypted.xlsx', 'transfer.workbook_encrypted', () => container(Buffer.alloc(5_000), 'EncryptedPackage')),
  file('encrypted.xls', 'transfer.workbook_encrypted', () => makeXls(people, { locked: true })),
  file('records-missing.xls', 'transfer.workbook_broken', () => container(randomBytes(5_000), 'Workbook')),
  file('corner-cell.xls', 1, () => makeXls([...people, ...Array<string[]>(200).fill([])])),
  file('sound.xls', 1, () => makeXls(people)),
]
