import { expect, test } from 'vitest'
import { describeKind, parseEnv } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { residentIdKind } from './kind.ts'

describeKind(residentIdKind, samples)

test('one wrong digit in a resident ID is found', () => {
  const id = '11010519491231002X'
  for (const at of id.slice(0, 17).split('').keys()) {
    for (const wrong of [...'0123456789'].filter((digit) => digit !== id[at])) {
      const typed = id.slice(0, at) + wrong + id.slice(at + 1)
      expect(residentIdKind.parse(typed, samples.field, parseEnv()).problem).toBeDefined()
    }
  }
})
