import { expect, test } from 'vitest'
import { describeKind, formatEnv, parseEnv } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { choice, choiceKind } from './kind.ts'

describeKind(choiceKind, samples)

test('a refused choice names what may be chosen, in the reader’s language and without hidden ones', () => {
  const { problem } = choiceKind.parse('钻石', samples.field, parseEnv('en'))
  expect(problem?.params?.choices).toEqual(['Potential', 'Ordinary', 'VIP'])
})

test('a choice may bear a word for "none"', () => {
  const field = choice({ label: samples.field.label, choices: { unknown: { zh: '未知', en: 'Unknown' } } })
  expect(choiceKind.parse('未知', field, parseEnv())).toEqual({ value: 'unknown' })
})

test('two choices of one label are told apart by their codes', () => {
  const twins = { first: { zh: '其他', en: 'Other' }, second: { zh: '其他', en: 'Else' } }
  const field = choice({ label: samples.field.label, choices: twins })
  expect(choiceKind.format('second', field, formatEnv('zh'))).toBe('second')
  expect(choiceKind.format('second', field, formatEnv('en'))).toBe('Else')
})
