import { expect, test } from 'vitest'
import { isShortcut, shortcuts } from './shortcuts.ts'

const pressed = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  target: null,
  ...held,
})

test.each([
  ['palette', pressed('k', { ctrlKey: true }), true],
  ['palette', pressed('K', { metaKey: true }), true],
  ['palette', pressed('k'), false],
  ['palette', pressed('/'), true],
  ['palette', pressed('/', { altKey: true }), false],
  ['previous', pressed('k'), true],
  ['previous', pressed('k', { ctrlKey: true }), false],
  ['moveUp', pressed('ArrowUp', { altKey: true }), true],
  ['moveUp', pressed('ArrowUp'), false],
  ['save', pressed('Enter', { ctrlKey: true }), true],
  ['save', pressed('Enter'), false],
] as const)('%s by %j: %s', (name, event, means) => {
  expect(isShortcut(event, name)).toBe(means)
})

test('no key means two things at once from anywhere on the page', () => {
  const keys = Object.values(shortcuts).flat()
  expect(new Set(keys).size).toBe(keys.length)
})
