import { expect, test } from 'vitest'
import { describeKind, parseEnv } from '#test/kind-contract'
import { samples } from './kind.samples.ts'
import { creditCodeKind } from './kind.ts'

describeKind(creditCodeKind, samples)

test('one wrong character in a credit code is found', () => {
  const code = '91350100M000100Y43'
  const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  for (const [at, right] of [...code].entries()) {
    for (const wrong of [...characters].filter((character) => character !== right)) {
      const typed = code.slice(0, at) + wrong + code.slice(at + 1)
      expect(creditCodeKind.parse(typed, samples.field, parseEnv()).problem?.code).toBe('field.credit_code_check')
    }
  }
})
