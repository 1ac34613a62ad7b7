import { expect, test } from 'vitest'
import type { RecordWire } from '#shared/wire'
import { consentState, isOver } from './consent-state.ts'

const now = Date.parse('2026-03-10T08:00:00Z')
const system = { id: '', version: 1, createdAt: '', createdBy: null, updatedAt: '', updatedBy: null, deletedAt: null }
const consent = (values: Record<string, unknown>): RecordWire => ({
  ...system,
  can: [],
  givenAt: '2026-01-01T00:00:00Z',
  noticeVersion: 2,
  ...values,
})
const state = (values: Record<string, unknown>, oldest = 0) =>
  consentState(consent(values), { version: 3, oldest }, now)

test('a consent is in force from when until when it says, unless it was withdrawn', () => {
  expect(state({ noticeVersion: 3 })).toBe('inForce')
  expect(state({ noticeVersion: 3, givenAt: '2026-03-11T00:00:00Z' })).toBe('coming')
  expect(state({ noticeVersion: 3, until: '2026-03-10T08:00:00Z' })).toBe('ended')
  expect(state({ noticeVersion: 3, until: '2026-03-10T08:00:01Z' })).toBe('inForce')
  expect(state({ withdrawnAt: '2026-02-01T00:00:00Z', until: '2026-02-02T00:00:00Z' })).toBe('withdrawn')
})

test('one to an older notice is shown as such, and counts until the purpose wants a newer one', () => {
  expect(state({})).toBe('older')
  expect(state({}, 2)).toBe('older')
  expect(state({}, 3)).toBe('again')
  expect(state({ noticeVersion: null })).toBe('inForce')
  expect(state({ noticeVersion: null }, 2)).toBe('again')
  expect(consentState(consent({}), undefined, now)).toBe('inForce')
})

test('what counts no more is over', () => {
  expect((['inForce', 'older', 'coming', 'again', 'ended', 'withdrawn'] as const).map(isOver)).toEqual([
    false,
    false,
    false,
    true,
    true,
    true,
  ])
})
