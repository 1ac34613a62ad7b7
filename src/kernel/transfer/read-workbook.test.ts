import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeOds } from 'hucre/ods'
import { type Cell, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collect } from '#test/collect'
import { makeOds, makeWorkbook, sheet } from '../../../test/hostile/make-workbook.ts'
import { makeXls } from '../../../test/hostile/make-xls.ts'
import { openTable } from './open-table.ts'
import { startWorkbookProcess } from './workbook-child.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-workbook-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function stored(content: Uint8Array): Promise<string> {
  const path = join(folder, 'list')
  await writeFile(path, content)
  return path
}

async function read(content: Uint8Array, sheet?: string) {
  const table = await openTable(await stored(content), { fileName: '名单.xlsx', sheet })
  return { ...table, rows: await collect(table.rows()) }
}

const headings = Array.from({ length: 20 }, (_, at) => `列${at + 1}`)

describe('an .xlsx', () => {
  test.each(['shared', 'inline'] as const)(
    'of 2,000 x 20 comes back as it was written, with %s strings',
    async (stringMode) => {
      const rows = Array.from({ length: 2_000 }, (_, row) =>
        headings.map((_, at) =>
          at % 3 === 0 ? row * 1.1 : at % 3 === 1 ? `第${row}行 <&> "${at}"\n尾` : at % 2 === 0,
        ),
      )
      const table = await read(await writeXlsx({ sheets: [{ name: '客户', rows: [headings, ...rows] }], stringMode }))
      expect([table.format, table.sheets, table.sheet, table.headings]).toEqual(['xlsx', ['客户'], '客户', headings])
      expect(table.rows.map(({ row }) => row)).toEqual(rows.map((_, at) => at + 1))
      expect(table.rows.map(({ cells }) => cells)).toEqual(
        rows.map((row) =>
          row.map((value) =>
            typeof value === 'number'
              ? String(Number(value.toPrecision(15)))
              : String(value).replace(/^(true|false)$/, (word) => word.toUpperCase()),
          ),
        ),
      )
    },
  )

  test('gives every kind of cell as the text that people see', async () => {
    const noon = new Date(Date.UTC(2026, 2, 16, 14, 30, 5))
    const cells = new Map<string, Partial<Cell>>([
      ['1,0', { value: new Date(Date.UTC(2026, 2, 16)), style: { numFmt: 'yyyy"年"m"月"d"日"' } }],
      ['1,1', { value: noon, style: { numFmt: 'yyyy-mm-dd hh:mm:ss' } }],
      ['1,2', { value: 0.125, style: { numFmt: '0.00%' } }],
      ['1,3', { value: 123, style: { numFmt: '000000' } }],
      ['1,4', { value: 3, formula: '1+2', formulaResult: 3 }],
      ['1,5', { value: 8_749.08, style: { numFmt: '"¥"#,##0.00' } }],
    ])
    const rows = [headings.slice(0, 8), [null, null, null, null, null, null, '0138', '"quoted"']]
    const table = await read(await writeXlsx({ sheets: [{ name: 'S', rows, cells }] }))
    expect(table.rows[0]?.cells).toEqual([
      '2026-03-16',
      '2026-03-16T14:30:05',
      '12.5%',
      '000123',
      '3',
      '8749.08',
      '0138',
      '"quoted"',
    ])
  })

  test('marks long numbers, whose last digits are lost already, and failed formulas', async () => {
    const rows =
      '<row><c t="str"><v>证件号</v></c><c t="str"><v>金额</v></c></row><row><c><v>510102199001011234</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    const [row] = (await read(makeWorkbook({ 'xl/worksheets/sheet1.xml': sheet(rows) }))).rows
    expect(row?.cells).toEqual(['510102199001011264', '#DIV/0!'])
    expect(row?.troubles).toEqual([
      { column: 0, code: 'field.number_damaged', params: { input: '510102199001011264', field: '证件号' } },
      { column: 1, code: 'transfer.formula_error', params: { input: '#DIV/0!', field: '金额' } },
    ])
  })

  test('skips blank rows and gaps, phonetic guides and hidden sheets', async () => {
    const table = await read(
      makeWorkbook({
        'xl/workbook.xml':
          '<workbook><sheets><sheet name="暗" state="hidden" r:id="rId1"/><sheet name="明 &amp; 亮" r:id="rId1"/></sheets></workbook>',
        'xl/sharedStrings.xml':
          '<sst><si><t>姓名</t><rPh><t>XM</t></rPh></si><si><r><t>张</t></r><r><t>三_x000D_</t></r></si></sst>',
        'xl/worksheets/sheet1.xml': sheet(
          '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>备注</t></is></c></row><row r="5"><c r="A5" s="1"/></row><row r="9"><c r="C9" t="s"><v>1</v></c></row>',
        ),
      }),
    )
    expect([table.sheets, table.headings]).toEqual([['明 & 亮'], ['姓名', '(B)', '备注']])
    expect(table.rows).toEqual([{ row: 1, cells: ['', '', '张三\r'], troubles: [] }])
  })

  test('opens at the sheet that is asked for, and names the others when there is none', async () => {
    const content = await writeXlsx({
      sheets: [
        { name: '说明', rows: [['a'], [1]] },
        { name: '客户', rows: [['b'], [2], [3]] },
      ],
    })
    expect((await read(content)).headings).toEqual(['a'])
    expect((await read(content, '客户')).rows).toHaveLength(2)
    await expect(read(content, '订单')).rejects.toMatchObject({
      status: 400,
      code: 'transfer.sheet_unknown',
      params: { sheet: '订单', sheets: ['说明', '客户'] },
    })
  })
})

test('an .xls is read with its texts and numbers', async () => {
  const table = await read(makeXls([['姓名', '电话'], ['张三', 13_800_138_000], [], ['李四', 0.1 + 0.2]]))
  expect([table.format, table.headings]).toEqual(['xls', ['姓名', '电话']])
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['张三', '13800138000'],
    ['李四', '0.3'],
  ])
})

describe('an .ods', () => {
  test('comes back as it was written', async () => {
    const rows = [
      ['姓名', '生日', '数', '是'],
      ['张三', new Date(Date.UTC(1990, 4, 1)), 1.5, true],
    ]
    const table = await read(await writeOds({ sheets: [{ name: '客户', rows }] }))
    expect([table.format, table.sheet]).toEqual(['ods', '客户'])
    expect(table.rows[0]?.cells).toEqual(['张三', '1990-05-01', '1.5', 'TRUE'])
  })

  test('keeps lines, percent, leading zeros and repeated cells', async () => {
    const cell = (text: string, more = '') => `<table:table-cell ${more}>${text}</table:table-cell>`
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`
    const lines =
      '<text:p>a<text:s text:c="2"/>b</text:p><office:annotation><text:p>x</text:p></office:annotation><text:p>c</text:p>'
    const [first] = (
      await read(
        makeOds(
          `<table:table table:name="S">${row(cell('<text:p>x</text:p>', 'table:number-columns-repeated="5"'))}${row(
            cell(lines),
            cell('<text:p>12.50%</text:p>', 'office:value-type="percentage" office:value="0.125"'),
            cell('<text:p>000123</text:p>', 'office:value-type="float" office:value="123"'),
            cell('', 'table:number-columns-repeated="1"'),
            cell('<text:p>1E3</text:p>', 'office:value-type="float" office:value="1000"'),
          )}</table:table>`,
        ),
      )
    ).rows
    expect(first?.cells).toEqual(['a  b\nc', '12.5%', '000123', '', '1000'])
  })
})

describe('the process that reads', () => {
  const children = () => process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length

  test('ends when its rows are no longer wanted', async () => {
    const rows = Array.from({ length: 50_000 }, (_, at) => [`客户${at}`, at])
    const path = await stored(await writeXlsx({ sheets: [{ name: 'S', rows }] }))
    const before = children()
    const table = await openTable(path, { fileName: 'x.xlsx' })
    for await (const { row } of table.rows()) if (row === 3) break
    await expect.poll(children).toBe(before)
  })

  test('is stopped when it takes too long', async () => {
    const path = await stored(await writeXlsx({ sheets: [{ name: 'S', rows: [['a'], [1]] }] }))
    const child = startWorkbookProcess({ content: path, format: 'xlsx' }, 0.001)
    expect(await child.next()).toBeUndefined()
    expect(await child.reasonOfEnd()).toMatchObject({ status: 422, code: 'transfer.workbook_slow' })
  })
})
