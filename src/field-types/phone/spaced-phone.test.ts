import { expect, test } from 'vitest'
import { spacedPhone } from './spaced-phone.ts'

test.each([
  ['+8613912345678', '139 1234 5678'],
  ['+8657188880000', '0571 88880000'],
  ['+861085201234', '010 85201234'],
  ['+864008123456', '400 812 3456'],
  ['+442071838750', '+442071838750'],
  ['+86139****5678', '139****5678'],
])('%s is shown as %s', (number, shown) => {
  expect(spacedPhone(number)).toBe(shown)
})
