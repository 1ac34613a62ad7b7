import { expect, test } from 'vitest'
import { alikePhone } from './alike.ts'

test.each(['13800138000', '138 0013 8000', '+8613800138000', '0571-88886666', '（010）85201234', '+442071838750'])(
  '%s is whole',
  (typed) => {
    expect(alikePhone(typed)).toBe(typed)
  },
)

test.each(['1380013800', '0571', '88886666', '0000', ''])('%s is not whole yet', (typed) => {
  expect(alikePhone(typed)).toBeUndefined()
})
