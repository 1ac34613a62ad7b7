import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

function leaves(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leaves(value, `${path}${key}.`) : [[`${path}${key}`, String(value)]],
  )
}

/** English fills the same gap once more for the ending of a noun. */
const gaps = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(\w+)(?:, \w+)?\}\}/g)].map(([, name = '']) => name))].sort()

const english = new Map(leaves(en))

test.each(leaves(zh))('%s has the same gaps in both languages', (path, chinese) => {
  expect(gaps(english.get(path) ?? '')).toEqual(gaps(chinese))
})

test('no word is empty, and no English one is Chinese but the name of the other language', () => {
  expect([...english].filter(([, text]) => text.trim() === '')).toEqual([])
  const chinese = [...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text)).map(([path]) => path)
  expect(chinese).toEqual(['shell.otherLanguage'])
})
