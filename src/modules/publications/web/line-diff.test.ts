import { expect, it } from 'vitest'
import { lineDiff } from './line-diff.ts'

const told = (before: string, after: string): string =>
  lineDiff(before, after)
    .map(({ text, change }) => ({ same: ' ', added: '+', removed: '-' })[change] + text)
    .join('|')

it('keeps what both texts have, and tells what was taken out and put in', () => {
  expect(told('a\nb\nc', 'a\nx\nc\nd')).toBe(' a|-b|+x| c|+d')
  expect(told('a\nb', 'b')).toBe('-a| b')
  expect(told('a', 'a')).toBe(' a')
})
