import { makeZip, type ZipPart } from './make-zip.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export const relations = (...targets: readonly (readonly [type: string, target: string, more?: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}">${targets
    .map(
      ([type, target, more = ''], at) =>
        `<Relationship Id="rId${at + 1}" Type="${LINKS}/${type}" Target="${target}" ${more}/>`,
    )
    .join('')}</Relationships>`

export const sheet = (rows: string): string => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`

export const text = (value: string, place = ''): string =>
  `<c${place && ` r="${place}"`} t="inlineStr"><is><t>${value}</t></is></c>`

export const twoRows = `<row>${text('姓名')}${text('电话')}</row><row>${text('张三')}<c><v>1</v></c></row>`

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ),
  'xl/worksheets/sheet1.xml': sheet(twoRows),
}

/** The parts of a small sound workbook, with some of them replaced, or left out where null. */
export function workbookParts(changes: Readonly<Record<string, string | Buffer | null>> = {}): ZipPart[] {
  return Object.entries({ ...parts, ...changes }).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]))
}

export function makeWorkbook(changes: Readonly<Record<string, string | Buffer | null>> = {}): Buffer {
  return makeZip(workbookParts(changes))
}

/** A workbook whose only sheet holds these rows. */
export function workbookWith(rows: string): Buffer {
  return makeWorkbook({ 'xl/worksheets/sheet1.xml': sheet(rows) })
}

/** An .ods with this XML between its spreadsheet tags. */
export function makeOds(tables: string, manifest = '<manifest:manifest/>'): Buffer {
  const content = `<office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
  return makeZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
    { name: 'META-INF/manifest.xml', data: manifest },
    { name: 'content.xml', data: content },
  ])
}
