import { expect, test } from 'vitest'
import { toldIn } from './told-in.ts'

const both = { zh: '告知', en: 'Notice' }

test('a customer is told in the language that was chosen, else in the reader’s, else in the only one that there is', () => {
  expect(toldIn(both, 'en', 'zh')).toBe('en')
  expect(toldIn(both, null, 'en')).toBe('en')
  expect(toldIn({ ...both, en: null }, undefined, 'en')).toBe('zh')
})

test('a language that the notice does not have is told in no other', () => {
  expect(toldIn({ ...both, en: null }, 'en', 'zh')).toBeNull()
  expect(toldIn({ zh: null, en: null }, undefined, 'zh')).toBeNull()
})
