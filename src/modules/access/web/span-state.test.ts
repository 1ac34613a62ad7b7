import { expect, test } from 'vitest'
import type { RecordWire } from '#shared/wire'
import { spanState } from './span-state.ts'

const now = Date.parse('2026-03-10T08:00:00Z')
const system = { id: '', version: 1, createdAt: '', createdBy: null, updatedAt: '', updatedBy: null, deletedAt: null }
const span = (from: string | null, until: string | null): RecordWire => ({ ...system, can: [], from, until })

test('a right for a time is coming, running or ended; without an end it runs', () => {
  expect(spanState(span('2026-03-11T00:00:00Z', null), now)).toBe('coming')
  expect(spanState(span(null, null), now)).toBe('running')
  expect(spanState(span('2026-03-01T00:00:00Z', '2026-03-10T08:00:01Z'), now)).toBe('running')
  expect(spanState(span(null, '2026-03-10T08:00:00Z'), now)).toBe('ended')
})
