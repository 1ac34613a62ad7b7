import { expect, test } from 'vitest'
import { settledPatch } from './stale.ts'

const change = { by: 'li', at: '2026-01-02T03:04:05.000Z' }
const stale = {
  version: 8,
  patch: { tier: 'vip', phone: '+8613912345678', remarks: 'new' },
  changes: [
    { field: 'tier', yours: 'vip', theirs: 'ordinary', ...change },
    { field: 'phone', yours: '+8613912345678', theirs: '+8613900000000', ...change },
  ],
}

test('a field whose other value is taken leaves the patch, all else stays in it', () => {
  expect(settledPatch(stale, new Set(['phone']))).toEqual({ phone: '+8613912345678', remarks: 'new' })
})

test('taking every other value still saves what nobody else touched', () => {
  expect(settledPatch(stale, new Set())).toEqual({ remarks: 'new' })
})
