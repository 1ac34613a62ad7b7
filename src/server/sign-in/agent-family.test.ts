import { expect, test } from 'vitest'
import { areDifferentAgents } from './agent-family.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36'
const edge = `${chrome} Edg/142.0.0.0`
const linux = chrome.replace('Windows NT 10.0; Win64; x64', 'X11; Linux x86_64')
const android = chrome
  .replace('Windows NT 10.0; Win64; x64', 'Linux; Android 16; Pixel 9')
  .replace('Safari', 'Mobile Safari')
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'

test('an update, or the page of a desktop on a phone, is the same browser', () => {
  expect(areDifferentAgents(chrome, chrome)).toBe(false)
  expect(areDifferentAgents(chrome, chrome.replace('142', '143'))).toBe(false)
  expect(areDifferentAgents(android, linux)).toBe(false)
})

test('another browser, or another kind of system, is not', () => {
  expect(areDifferentAgents(chrome, edge)).toBe(true)
  expect(areDifferentAgents(chrome, firefox)).toBe(true)
  expect(areDifferentAgents(chrome, linux)).toBe(true)
})

test('what cannot be told says nothing', () => {
  for (const other of [null, 'curl/8.5.0', '']) expect(areDifferentAgents(chrome, other)).toBe(false)
})
