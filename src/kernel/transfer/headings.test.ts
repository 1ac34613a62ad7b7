import { expect, test } from 'vitest'
import { nameHeadings } from './headings.ts'

test('an empty heading gets the letter of its column, a repeated one a number', () => {
  expect(nameHeadings(['姓名', '', '电话', '电话', ' 电话 '])).toEqual(['姓名', '(B)', '电话', '电话 (2)', '电话 (3)'])
})

test('a made name never takes one that stands in the file', () => {
  expect(nameHeadings(['电话', '电话', '电话 (2)', '', '(D)'])).toEqual([
    '电话',
    '电话 (3)',
    '电话 (2)',
    '(D) (2)',
    '(D)',
  ])
})

test('columns after Z have two letters', () => {
  expect(nameHeadings(Array<string>(28).fill('')).slice(25)).toEqual(['(Z)', '(AA)', '(AB)'])
})

test('line breaks inside a heading become blanks', () => {
  expect(nameHeadings(['联系人\n手机', '\ufeff名称'])).toEqual(['联系人 手机', '名称'])
})
