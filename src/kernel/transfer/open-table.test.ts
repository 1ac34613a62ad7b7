import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collect } from '#test/collect'
import { openTable } from './open-table.ts'
import type { TableRow } from './table.ts'

const data = (name: string) => join(import.meta.dirname, '../../../test/data', name)

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-table-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function open(content: string | Buffer, options: { encoding?: 'utf-8' | 'gb18030'; delimiter?: string } = {}) {
  const path = join(folder, 'list.csv')
  await writeFile(path, content)
  return openTable(path, { fileName: '名单.csv', ...options })
}

async function rowsOf(content: string | Buffer): Promise<TableRow[]> {
  return collect((await open(content)).rows())
}

describe('the list as lists really are', () => {
  test('has the same 5,000 rows in both encodings', async () => {
    const chinese = await openTable(data('customers-dirty.gbk.csv'), { fileName: '客户.csv' })
    const english = await openTable(data('customers-dirty.utf8.csv'), { fileName: 'customers.csv' })
    expect([chinese.encoding, chinese.delimiter, chinese.headings[0]]).toEqual(['gb18030', ',', '客户名称'])
    expect([english.encoding, english.delimiter, english.headings[0]]).toEqual(['utf-8', ',', 'Account Name'])
    const rows = await collect(chinese.rows())
    expect(rows).toHaveLength(5_000)
    expect(rows).toEqual(await collect(english.rows()))
  })

  test('numbers its rows as the truth file does', async () => {
    const truth: { rows: { row: number; creditCode: string | null }[] } = JSON.parse(
      await readFile(data('customers-dirty.truth.json'), 'utf8'),
    )
    const table = await openTable(data('customers-dirty.gbk.csv'), { fileName: '客户.csv' })
    const column = table.headings.indexOf('统一社会信用代码')
    const rows = await collect(table.rows())
    expect(rows.map(({ row }) => row)).toEqual(truth.rows.map(({ row }) => row))
    const known = truth.rows.filter(({ creditCode }) => creditCode !== null && creditCode !== 'invalid')
    expect(known.length).toBeGreaterThan(3_000)
    for (const { row, creditCode } of known) {
      const cell = rows[row - 1]?.cells[column] ?? ''
      expect(cell.normalize('NFKC').replace(/\s/g, '').toUpperCase()).toBe(creditCode)
    }
  })
})

describe('every encoding with every delimiter', () => {
  const encoders = {
    'utf-8': (text: string) => Buffer.from(text),
    'utf-8 with mark': (text: string) => Buffer.from(`\ufeff${text}`),
    'utf-16le': (text: string) => Buffer.from(text, 'utf16le'),
    'utf-16le with mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    'utf-16be': (text: string) => Buffer.from(text, 'utf16le').swap16(),
    'utf-16be with mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    gb18030: gbk,
  }
  const ends = ['\n', '\r\n', '\r']
  const cases = Object.keys(encoders).flatMap((name) => [',', ';', '\t', '|'].map((delimiter) => [name, delimiter]))

  test.each(cases)('%s, %j', async (name, delimiter) => {
    const encode = Object.entries(encoders).find(([key]) => key === name)?.[1] ?? gbk
    for (const end of ends) {
      const text = ['客户,电话,电话', '张三,1,"2\n3"', '"客户,1","电话 1",3', '']
        .join(end)
        .replaceAll(',', delimiter ?? ',')
      const table = await open(encode(text))
      expect(name).toContain(table.encoding)
      expect(table.delimiter).toBe(delimiter)
      expect(table.headings).toEqual(['客户', '电话', '电话 (2)'])
      const rows = await collect(table.rows())
      expect(rows.map(({ cells }) => cells)).toEqual([
        ['张三', '1', '2\n3'],
        [`客户${delimiter}1`, '电话 1', '3'],
      ])
    }
  })
})

describe('rows', () => {
  test('are counted without blank lines, in whatever way they are blank', async () => {
    const rows = await rowsOf('\n\n姓名,电话\n\n张三,1\n,\n \u3000,\u00a0\n李四,2\n\n')
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, '张三'],
      [2, '李四'],
    ])
  })

  test('that are short are filled up, that are long carry a trouble, unless nothing stands there', async () => {
    const [short, long, empty] = await rowsOf('a,b,c\n1\n1,2,3,4,5\n1,2,3,,\n')
    expect(short).toEqual({ row: 1, cells: ['1', '', ''], troubles: [] })
    expect(long?.cells).toEqual(['1', '2', '3'])
    expect(long?.troubles).toEqual([{ column: null, code: 'transfer.row_long', params: { columns: 3, extra: '4 5' } }])
    expect(empty?.troubles).toEqual([])
  })

  test('say when their quotation marks do not pair up', async () => {
    const [first, second] = await rowsOf('a,b\n"x" y,"z"\n1,2\n')
    expect(first?.troubles).toEqual([{ column: null, code: 'transfer.row_quotes' }])
    expect(second).toEqual({ row: 2, cells: ['1', '2'], troubles: [] })
  })

  test('can be read again, and left in the middle', async () => {
    const table = await open('a,b\n1,2\n3,4\n')
    for await (const row of table.rows()) {
      expect(row.row).toBe(1)
      break
    }
    expect(await collect(table.rows())).toHaveLength(2)
  })

  test('are read across the borders of pieces, with line ends and marks split between them', async () => {
    const line = (at: number) => `客户${at},"a ""b""\r\n${'注'.repeat(at % 90)}"\r\n`
    const count = 20_000
    const rows = await rowsOf(`名称,备注\r\n${Array.from({ length: count }, (_, at) => line(at)).join('')}`)
    expect(rows).toHaveLength(count)
    expect(rows.every(({ cells, row }) => cells[1] === `a "b"\n${'注'.repeat((row - 1) % 90)}`)).toBe(true)
  })

  test('stand under titles, which are no headings', async () => {
    const table = await open('客户名单,,\n制表：张三,,\n姓名,电话,备注\n李四,1,x\n')
    expect(table.headings).toEqual(['姓名', '电话', '备注'])
    expect(await collect(table.rows())).toHaveLength(1)
  })
})

describe('a refusal says what to do', () => {
  test.each([
    ['', 'transfer.file_empty'],
    ['\n \n,,\n', 'transfer.file_empty'],
    ['姓名,电话\n', 'transfer.no_rows'],
    ['姓名,电话\n\n , \n', 'transfer.no_rows'],
    ['<html><table><tr><td>1</td></tr></table></html>', 'transfer.not_a_table'],
    ['%PDF-1.7\n', 'transfer.not_a_table'],
  ])('%j -> %s', async (content, code) => {
    await expect(open(content)).rejects.toMatchObject({ code, status: 422 })
  })

  test('with the line of a quotation mark that is never closed', async () => {
    const table = open('a,b\n1,2\n3,"4\n5,6\n')
    await expect(table.then((opened) => collect(opened.rows()))).rejects.toMatchObject({
      code: 'transfer.quote_open',
      params: { line: 3 },
    })
  })

  test('with the line that is not in the chosen encoding', async () => {
    const content = Buffer.concat([Buffer.from('姓名,电话\n张三,1\n'), Buffer.from([0xff, 0xfe, 0x41, 0x0a])])
    await expect(open(content, { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'transfer.encoding_broken',
      params: { encoding: 'utf-8', line: 3 },
    })
  })

  test('for a delimiter that no list uses', async () => {
    await expect(open('a,b\n1,2\n', { delimiter: 'x' })).rejects.toMatchObject({
      status: 400,
      code: 'transfer.delimiter_unsupported',
    })
  })
})

/** GB18030 for the few characters of these tests; the platform only decodes it. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytes = new Map<string, number[]>()
  for (let high = 0xb0; high < 0xf8; high++) {
    for (let low = 0xa1; low < 0xff; low++) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  }
  return Buffer.from([...text].flatMap((character) => bytes.get(character) ?? [character.charCodeAt(0)]))
}
