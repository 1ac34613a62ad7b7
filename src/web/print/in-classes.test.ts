import { expect, test } from 'vitest'
import { inClasses } from './in-classes.ts'

const rows = [['甲'], ['乙'], ['丙'], ['丁'], ['戊']]

test('rows stand under their class in the declared order, in the order they came; what has none comes last', () => {
  const classes = ['普通', '', '重要', '自设', '普通']
  expect(inClasses(rows, { classes, words: ['重要', '普通', '潜在'], none: '未分类' })).toEqual([
    { heading: '重要 · 1', rows: [['丙']] },
    { heading: '普通 · 2', rows: [['甲'], ['戊']] },
    { heading: '自设 · 1', rows: [['丁']] },
    { heading: '未分类 · 1', rows: [['乙']] },
  ])
})

test('a plain list has no headings', () => {
  expect(inClasses(rows, { words: [], none: '' })).toEqual([{ rows }])
})
