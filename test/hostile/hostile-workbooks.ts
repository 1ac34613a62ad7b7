import { randomBytes } from 'node:crypto'
import { file, type HostileFile } from './hostile-file.ts'
import { makeOds, makeWorkbook, relations, sheet, text, twoRows, workbookWith } from './make-workbook.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const STRINGS = 'xl/sharedStrings.xml'
const broken = (name: string, make: () => Buffer): HostileFile => file(name, 'transfer.workbook_broken', make)
const row = (...cells: readonly string[]): string => `<row>${cells.join('')}</row>`
const entity = (declaration: string): Buffer =>
  makeWorkbook({ [STRINGS]: `<!DOCTYPE sst [${declaration}]><sst><si><t>&x;</t></si></sst>` })
const laughs = Array.from({ length: 9 }, (_, at) => `<!ENTITY x${at} "${`&x${at - 1};`.repeat(10)}">`).join('')
/** Packs about hundredfold, which is still within bounds. */
const lightWeight = (size: number): string =>
  Array.from(
    { length: size / 40_000 },
    () => `<si><t>${randomBytes(300).toString('hex')}${'x'.repeat(39_400)}</t></si>`,
  ).join('')
const people = `<table:table-row><table:table-cell><text:p>姓名</text:p></table:table-cell></table:table-row>`
const table = (rows: string): string => `<table:table table:name="S">${people}${rows}</table:table>`

/** Workbooks whose parts are missing, endless, or reach for what is not theirs. */
export const hostileWorkbooks: readonly HostileFile[] = [
  broken('entity-of-a-file.xlsx', () => entity('<!ENTITY x SYSTEM "file:///etc/passwd">')),
  broken('entity-of-the-net.xlsx', () => entity('<!ENTITY x SYSTEM "http://127.0.0.1:9/x">')),
  broken('entity-laughs.xlsx', () => entity(`${laughs}<!ENTITY x "&x8;">`)),
  broken('entity-undeclared.xlsx', () => workbookWith(row(text('&lol;')))),
  broken('document-type-in-sheet.xlsx', () => makeWorkbook({ [SHEET]: `<!DOCTYPE x>${sheet(twoRows)}` })),
  file('strings-endless.xlsx', 'transfer.workbook_complex', () =>
    makeWorkbook({ [STRINGS]: `<sst>${lightWeight(120_000_000)}</sst>` }),
  ),
  file('strings-countless.xlsx', 'transfer.workbook_complex', () =>
    makeWorkbook({
      [STRINGS]: `<sst>${'<si><t>x</t></si>'.repeat(4_000_000)}</sst>`,
      'xl/media/noise': randomBytes(900_000),
    }),
  ),
  broken('string-endless.xlsx', () =>
    makeWorkbook({ [STRINGS]: `<sst><si><t>${'x'.repeat(3_000_000)}</t></si></sst>` }),
  ),
  broken('cell-endless.xlsx', () => workbookWith(twoRows + row(text('x'.repeat(3_000_000))))),
  file('cell-150000.xlsx', 'transfer.cell_long', () => workbookWith(twoRows + row(text('x'.repeat(150_000))))),
  broken('attribute-endless.xlsx', () => workbookWith(`<row x="${'y'.repeat(3_000_000)}">${text('a')}</row>`)),
  broken('nested-deep.xlsx', () => workbookWith('<a>'.repeat(100_000))),
  broken('sheet-cut.xlsx', () => makeWorkbook({ [SHEET]: sheet(twoRows).slice(0, -40) })),
  broken('sheet-without-end.xlsx', () => makeWorkbook({ [SHEET]: `<worksheet><sheetData>${twoRows}` })),
  broken('sheet-ends-twice.xlsx', () => makeWorkbook({ [SHEET]: `${sheet(twoRows)}</worksheet>` })),
  broken('sheet-of-noise.xlsx', () => makeWorkbook({ [SHEET]: randomBytes(5_000) })),
  broken('sheet-in-utf-16.xlsx', () => makeWorkbook({ [SHEET]: Buffer.from(`\ufeff${sheet(twoRows)}`, 'utf16le') })),
  broken('sheet-in-latin-1.xlsx', () => makeWorkbook({ [SHEET]: Buffer.from(sheet(row(text('caf\xe9'))), 'latin1') })),
  broken('sheet-missing.xlsx', () => makeWorkbook({ [SHEET]: null })),
  file('sheet-empty.xlsx', 'transfer.sheet_empty', () => workbookWith('')),
  file('sheet-of-blank-rows.xlsx', 'transfer.sheet_empty', () =>
    makeWorkbook({
      [SHEET]: sheet('<row r="1"><c r="A1" s="1"/></row>'.repeat(250_000)),
      'xl/media/noise': randomBytes(100_000),
    }),
  ),
  file('sheet-of-headings.xlsx', 'transfer.no_rows', () => workbookWith(row(text('姓名')))),
  file('sheets-missing.xlsx', 'transfer.no_workbook', () => makeWorkbook({ 'xl/workbook.xml': '<workbook/>' })),
  file('sheets-10000.xlsx', 1, () =>
    makeWorkbook({
      'xl/workbook.xml': `<workbook><sheets>${Array.from({ length: 10_000 }, (_, at) => `<sheet name="${at}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
    }),
  ),
  file('workbook-missing.xlsx', 'transfer.no_workbook', () =>
    makeWorkbook({ 'xl/workbook.xml': null, 'x/workbook.xml': '' }),
  ),
  file('workbook-empty.xlsx', 'transfer.no_workbook', () => makeWorkbook({ 'xl/workbook.xml': '' })),
  broken('workbook-of-noise.xlsx', () => makeWorkbook({ 'xl/workbook.xml': randomBytes(900) })),
  file('relations-missing.xlsx', 'transfer.no_workbook', () => makeWorkbook({ 'xl/_rels/workbook.xml.rels': null })),
  broken('relation-leads-out.xlsx', () =>
    makeWorkbook({ 'xl/_rels/workbook.xml.rels': relations(['worksheet', '../../../../etc/passwd']) }),
  ),
  file('relation-to-the-net.xlsx', 'transfer.no_workbook', () =>
    makeWorkbook({
      'xl/_rels/workbook.xml.rels': relations(['worksheet', 'http://127.0.0.1:9/', 'TargetMode="External"']),
    }),
  ),
  file('relation-to-itself.xlsx', 'transfer.sheet_empty', () =>
    makeWorkbook({ 'xl/_rels/workbook.xml.rels': relations(['worksheet', '/xl/workbook.xml']) }),
  ),
  file('content-types-wrong.xlsx', 1, () =>
    makeWorkbook({ '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="text/html"/></Types>' }),
  ),
  file('content-types-missing.xlsx', 1, () => makeWorkbook({ '[Content_Types].xml': null })),
  file('macros.xlsm', 1, () => makeWorkbook({ 'xl/vbaProject.bin': randomBytes(5_000) })),
  file('cell-in-last-corner.xlsx', 'transfer.columns_many', () => workbookWith(twoRows + row(text('x', 'XFD1048576')))),
  file('cell-beyond-all.xlsx', 'transfer.columns_many', () => workbookWith(twoRows + row(text('x', 'ZZZZZZZZZ1')))),
  broken('cell-without-column.xlsx', () => workbookWith(twoRows + row(text('x', '17')))),
  file('row-of-strange-number.xlsx', 2, () => workbookWith(`${twoRows}<row r="-99999999999">${text('x')}</row>`)),
  file('strings-out-of-range.xlsx', 2, () =>
    workbookWith(twoRows + row('<c t="s"><v>99</v></c><c t="s"><v>-1</v></c>', '<c s="999"><v>7</v></c>')),
  ),
  file('numbers-strange.xlsx', 2, () => workbookWith(twoRows + row('<c><v>1e999</v></c>', '<c><v>NaN</v></c>'))),
  file('characters-forbidden.xlsx', 2, () => workbookWith(twoRows + row(text('a_x0000_b_xD800_c&#0;&#xD800;')))),
  file('tags-in-attributes.xlsx', 2, () =>
    workbookWith(`${twoRows}<row x="</sheetData>" y='<c "'>${text('1')}</row><!-- <row> -->`),
  ),
  file('ods-rows-repeated.ods', 'transfer.rows_many', () =>
    makeOds(
      table(
        `<table:table-row table:number-rows-repeated="1500000">${people.slice(17, -18)}</table:table-row>`.repeat(2),
      ),
    ),
  ),
  file('ods-cells-repeated.ods', 'transfer.columns_many', () =>
    makeOds(
      table(
        '<table:table-row><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>',
      ),
    ),
  ),
  file('ods-spaces-repeated.ods', 1, () =>
    makeOds(
      table(
        '<table:table-row><table:table-cell><text:p>a<text:s text:c="900000000"/></text:p></table:table-cell></table:table-row>',
      ),
    ),
  ),
  file('ods-encrypted.ods', 'transfer.workbook_encrypted', () =>
    makeOds('', '<manifest:manifest><manifest:encryption-data/></manifest:manifest>'),
  ),
  file('ods-without-tables.ods', 'transfer.no_workbook', () => makeOds('')),
  broken('ods-cut.ods', () => makeOds('<table:table table:name="S">')),
]
