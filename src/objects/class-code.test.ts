import { expect, test } from 'vitest'
import { classCodeOf } from './class-code.ts'

test('a class code is made of the codes of type, industry and province, each at its place', () => {
  expect(classCodeOf('company', 'C', '330110')).toBe('COM-C-33')
  expect(classCodeOf('person', null, '33')).toBe('PER-0-33')
  expect(classCodeOf('gov', 'retail_trade', null)).toBe('GOV-RETA-0')
})
