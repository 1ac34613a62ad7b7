import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '#test/house'
import { rowArrays } from '../../src/kernel/query/row-arrays.ts'
import { sql } from '../../src/kernel/query/sql.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const texts = [
  'a "quoted" one, with {brackets} and a comma',
  String.raw`C:\new\readme\u0041`,
  'two\nlines\twith\ra\u0001control',
  'null',
  'NULL',
  '',
  ' ',
  '客户档案本 \u{1f4d2}',
  null,
]

it('rows arrive as they were sent, whatever stands in their texts', async () => {
  const { values, source } = rowArrays([
    { name: 'place', type: 'integer' },
    { name: 'body', type: 'text' },
    { name: 'many', type: 'text[]' },
    { name: 'numbers', type: 'integer[]' },
    { name: 'json', type: 'jsonb' },
    { name: 'bytes', type: 'bytea' },
    { name: 'at', type: 'timestamptz' },
    { name: 'yes', type: 'boolean' },
    { name: 'nothing', type: 'text' },
  ])
  const sent = texts.map((text, place) => ({
    place,
    body: text,
    many: text === null ? null : [text, 'x', null],
    numbers: place ? [place, -1] : [],
    json: text === null ? null : [text, { text, deep: [[1, 2], []] }],
    bytes: text === null ? null : Buffer.from(text),
    at: '2026-11-24T08:00:00.123Z',
    yes: place % 2 === 0,
    nothing: undefined,
  }))
  const rows = await house.kernel.db.rows(sql`select ${values} from ${source(sent)} order by place`)
  expect(rows).toEqual(sent.map((row) => ({ ...row, nothing: null })))
})
