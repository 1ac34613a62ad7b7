import { expect, it } from 'vitest'
import { type Draft, freeName, moveField, moveSection, stepField, stepSection } from './layout-draft.ts'

const label = { zh: '组', en: 'Section' }
const draft: Draft = [
  { name: 'first', label, fields: ['a', 'b', 'c'] },
  { name: 'second', label, fields: ['d'] },
  { name: 'empty', label, fields: [] },
]
const told = (now: Draft): string => now.map(({ name, fields }) => `${name}:${fields.join('')}`).join(' ')

it.each([
  ['up within its section', moveField(draft, 'c', { section: 'first', field: 'a' }), 'first:cab second:d empty:'],
  ['down within its section', moveField(draft, 'a', { section: 'first', field: 'c' }), 'first:bca second:d empty:'],
  [
    'before one of another section',
    moveField(draft, 'a', { section: 'second', field: 'd' }),
    'first:bc second:ad empty:',
  ],
  ['to the end of another section', moveField(draft, 'a', { section: 'second' }), 'first:bc second:da empty:'],
  ['to an empty section', moveField(draft, 'd', { section: 'empty' }), 'first:abc second: empty:d'],
  ['onto itself: nowhere', moveField(draft, 'b', { section: 'first', field: 'b' }), 'first:abc second:d empty:'],
  ['to no section: nowhere', moveField(draft, 'b', { section: 'lost' }), 'first:abc second:d empty:'],
  ['a step down', stepField(draft, 'a', 1), 'first:bac second:d empty:'],
  ['a step up', stepField(draft, 'b', -1), 'first:bac second:d empty:'],
  ['a step down, over the edge', stepField(draft, 'c', 1), 'first:ab second:cd empty:'],
  ['a step up, over the edge', stepField(draft, 'd', -1), 'first:abcd second: empty:'],
  ['a step beyond the first: nowhere', stepField(draft, 'a', -1), 'first:abc second:d empty:'],
])('a field goes %s', (_, now, expected) => expect(told(now)).toBe(expected))

it.each([
  ['down', moveSection(draft, 'first', 'empty'), 'second:d empty: first:abc'],
  ['up', moveSection(draft, 'empty', 'first'), 'empty: first:abc second:d'],
  ['a step', stepSection(draft, 'first', 1), 'second:d first:abc empty:'],
  ['a step beyond the last: nowhere', stepSection(draft, 'empty', 1), 'first:abc second:d empty:'],
])('a section goes %s', (_, now, expected) => expect(told(now)).toBe(expected))

it('a new section gets a name of its own', () => {
  expect(freeName(draft)).toBe('section4')
  expect(freeName([...draft.slice(1), { name: 'section4', label, fields: [] }])).toBe('section5')
})
