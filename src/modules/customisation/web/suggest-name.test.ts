import { expect, it } from 'vitest'
import { codeFor, fieldName, objectName } from './suggest-name.ts'

it.each([
  ['Number plate', 'numberPlate', 'number_plate'],
  ['  Café au lait ', 'cafeAuLait', 'cafe_au_lait'],
  ['3rd party’s name', 'rdPartysName', 'rd_partys_name'],
  ['车牌', '', ''],
  ['A'.repeat(60), 'a'.repeat(40), 'a'.repeat(40)],
])('%j is called %s by scripts', (label, field, object) => {
  expect(fieldName(label)).toBe(field)
  expect(objectName(label)).toBe(object)
})

it('a code is one of its own', () => {
  expect(codeFor('Trade fair', [])).toBe('trade_fair')
  expect(codeFor('Trade fair', ['trade_fair', 'trade_fair_2'])).toBe('trade_fair_3')
  expect(codeFor('展会', ['value'])).toBe('value_2')
})
