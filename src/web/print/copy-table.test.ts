import { expect, test } from 'vitest'
import { htmlOf, textOf } from './copy-table.ts'

const cells = [
  ['名称', '备注'],
  ['A & B <公司>', '第一行\n第二行\t"引号"'],
]

test('cells stand between tabs, one record on each line', () => {
  expect(textOf(cells)).toBe('名称\t备注\nA & B <公司>\t第一行 第二行 "引号"')
})

test('nothing in a cell becomes a tag', () => {
  expect(htmlOf(cells)).toBe(
    '<table><tr><th>名称</th><th>备注</th></tr><tr><td>A &amp; B &lt;公司&gt;</td><td>第一行<br>第二行\t&quot;引号&quot;</td></tr></table>',
  )
})
