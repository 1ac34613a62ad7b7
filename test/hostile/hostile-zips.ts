import { randomBytes } from 'node:crypto'
import { file, type HostileFile } from './hostile-file.ts'
import { makeWorkbook, sheet, twoRows, workbookParts } from './make-workbook.ts'
import { makeZip, type ZipPart } from './make-zip.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const also = (...parts: readonly ZipPart[]): Buffer => makeZip([...workbookParts(), ...parts])
const lying = (lie: Partial<ZipPart>): Buffer =>
  makeZip(workbookParts().map((part) => (part.name === SHEET ? { ...part, ...lie } : part)))
const nested = (depth: number): Buffer =>
  Array.from({ length: depth }).reduce<Buffer>((inner) => makeZip([{ name: 'a.xlsx', data: inner }]), makeWorkbook())
const many = (count: number): ZipPart[] => Array.from({ length: count }, (_, at) => ({ name: `x/${at}`, stored: true }))
const unsafe = (name: string, make: () => Buffer): HostileFile => file(name, 'transfer.zip_unsafe', make)
const bomb = (name: string, make: () => Buffer): HostileFile => file(name, 'transfer.zip_bomb', make)
const broken = (name: string, make: () => Buffer): HostileFile => file(name, 'transfer.workbook_broken', make)

/** Packages that lie about themselves or unpack to far more than they are. */
export const hostileZips: readonly HostileFile[] = [
  bomb('bomb-ratio.xlsx', () => makeWorkbook({ [SHEET]: sheet(twoRows + ' '.repeat(60_000_000)) })),
  bomb('bomb-in-media.xlsx', () => also({ name: 'xl/media/image1.png', data: Buffer.alloc(60_000_000) })),
  bomb('bomb-declared.xlsx', () => lying({ size: 700 * 1024 * 1024 })),
  bomb('bomb-in-sum.xlsx', () => also(...many(30).map((part) => ({ ...part, stored: false, size: 25 * 1024 * 1024 })))),
  bomb('entries-2001.xlsx', () => also(...many(2_001))),
  bomb('entries-60000.xlsx', () => also(...many(60_000))),
  broken('bomb-undeclared.xlsx', () => lying({ data: sheet(twoRows + ' '.repeat(60_000_000)), size: 5_000 })),
  broken('size-too-large.xlsx', () => lying({ size: 9_999 })),
  file('nested-10.xlsx', 'transfer.no_workbook', () => nested(10)),
  file('nested-in-media.xlsx', 1, () => also({ name: 'xl/media/a.zip', data: nested(3) })),
  unsafe('parts-share-bytes.xlsx', () => also({ name: 'xl/again.xml', data: sheet(twoRows), shares: true })),
  unsafe('parts-overlap.xlsx', () =>
    also({ name: 'a', data: randomBytes(999), packedSize: 400 }, { name: 'b', offset: 40 }),
  ),
  unsafe('same-name-twice.xlsx', () => also({ name: SHEET, data: sheet('') })),
  unsafe('name-leads-out.xlsx', () => also({ name: '../../etc/cron.d/x', data: 'x' })),
  unsafe('name-leads-out-back.xlsx', () => also({ name: '..\\..\\windows\\x', data: 'x' })),
  unsafe('name-absolute.xlsx', () => also({ name: '/etc/passwd', data: 'x' })),
  unsafe('name-of-a-drive.xlsx', () => also({ name: 'C:/windows/x', data: 'x' })),
  unsafe('link.xlsx', () => also({ name: 'xl/link', data: '/etc/passwd', attributes: 0o120777 << 16 })),
  unsafe('packing-unknown.xlsx', () => lying({ method: 99 })),
  unsafe('packing-lzma.xlsx', () => lying({ method: 14 })),
  unsafe('place-beyond-end.xlsx', () => lying({ offset: 0x7fffffff })),
  file('part-encrypted.xlsx', 'transfer.workbook_encrypted', () => lying({ flags: 1 })),
  broken('sum-wrong.xlsx', () => lying({ sum: 12_345 })),
  broken('packed-garbage.xlsx', () =>
    makeZip(workbookParts().map((part) => ({ ...part, stored: true, method: 8, size: 500 }))),
  ),
  broken('cut-in-half.xlsx', () => makeWorkbook().subarray(0, 900)),
  broken('cut-at-directory.xlsx', () => makeWorkbook().subarray(0, -60)),
  broken('cut-by-a-byte.xlsx', () => makeWorkbook().subarray(0, -1)),
  broken('only-magic.xlsx', () => Buffer.from('PK\x03\x04')),
  broken('magic-then-noise.xlsx', () => Buffer.concat([Buffer.from('PK\x03\x04'), randomBytes(50_000)])),
  bomb('sizes-of-64-bit.xlsx', () => lying({ size: 0xffffffff, packedSize: 0xffffffff })),
  file('no-parts.xlsx', 'transfer.no_workbook', () => makeZip([])),
  file('texts.xlsx', 'transfer.no_workbook', () => makeZip([{ name: 'readme.txt', data: 'x' }])),
  file('word.xlsx', 'transfer.no_workbook', () => makeZip([{ name: 'word/document.xml', data: '<w/>' }])),
  file('binary-workbook.xlsb', 'transfer.not_a_table', () => makeZip([{ name: 'xl/workbook.bin', data: 'x' }])),
  file('long-comment.xlsx', 1, () => makeZip(workbookParts(), { comment: 'x'.repeat(60_000) })),
]
