import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const coloursIn = (text: string): string[] => [...text.matchAll(/#[0-9a-f]{6}\b/g)].map(([colour]) => colour)

// The kit derives these shades itself or takes them for states that the page's own rules do not have.
const shadesOfTheKit = new Set(['#2846b8', '#213b9c', '#9ab0ff', '#6d8cff', '#e4eaff', '#202a4d', '#8b8b96', '#7d7d89'])

test('the kit is given the colours of the page and no others', () => {
  const page = new Set(coloursIn(read('./tokens.css')))
  const strange = coloursIn(read('./antd-theme.ts')).filter(
    (colour) => !page.has(colour) && !shadesOfTheKit.has(colour),
  )
  expect(strange).toEqual([])
})

test('every token of the light page has its like in the dark one', () => {
  const [light = '', dark = ''] = read('./tokens.css').split(':root[data-theme="dark"]')
  const coloured = (text: string): string[] => [...text.matchAll(/(--[\w-]+): #/g)].map(([, name = '']) => name)
  expect(coloured(dark)).toEqual(coloured(light))
})
