import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { collect } from '#test/collect'
import { guardFormula, unguardFormula } from './formula-guard.ts'
import { openTable } from './open-table.ts'
import { writeCsv } from './write-csv.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-csv-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

async function roundTrip(headings: readonly string[], rows: readonly string[][]): Promise<string[][]> {
  const path = join(folder, 'round.csv')
  await writeFile(path, await buffer(writeCsv(headings, each(rows))))
  const table = await openTable(path, { fileName: 'round.csv', encoding: 'utf-8', delimiter: ',' })
  expect(table.headings).toEqual(headings)
  return (await collect(table.rows())).map((row) => row.cells)
}

test('a written file has a mark, ends its lines like RFC 4180 and quotes what needs it', async () => {
  const content = await buffer(writeCsv(['姓名', '备注'], each([['张"三', 'a,b\r\nc']])))
  expect(content.toString()).toBe('\ufeff姓名,备注\r\n"张""三","a,b\nc"\r\n')
})

describe('a cell that a spreadsheet would run', () => {
  test.each([
    '=1+1',
    '+86 138 0013 8000',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '  =1',
    '\u00a0=1',
    '\n=1',
    '＝1',
    '＋86',
    '－5',
    '＠x',
    "'=1",
    "''+1",
  ])('gets an apostrophe and loses it again: %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`)
    expect(unguardFormula(guardFormula(text))).toBe(text)
  })

  test.each(['张三', "'80s Bar", "it's", '3-4', 'a=b', '', "'", "'张三'"])('others stay as they are: %j', (text) => {
    expect(guardFormula(text)).toBe(text)
    expect(unguardFormula(text)).toBe(text)
  })
})

test('whatever is written is read back as it was', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc
      .array(fc.constantFrom(...'=+-@＝＋－＠\'",;|\t\n \u00a0\u3000a客1'), { maxLength: 6 })
      .map((characters) => characters.join('')),
  )
  const row = fc
    .tuple(cell, cell, cell)
    .map((cells) => cells.map((text) => text.replaceAll('\r', '').replaceAll('\0', '')))
    .filter((cells) => cells.some((text) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)))
  const length = process.env.LONG ? 10_000 : 500
  const rows = fc.sample(fc.array(row, { minLength: length, maxLength: length, size: 'max' }), 1)[0] ?? []
  expect(rows).toHaveLength(length)
  expect(await roundTrip(['a', 'b', 'c'], rows)).toEqual(rows)
})
