import { expect, test } from 'vitest'
import type { HistoryItem } from '../api/records.ts'
import { differences, pointsOf } from './points.ts'

const changes: [version: number, field: string, before: unknown, after: unknown][] = [
  [5, 'phone', '139****0001', '139****0001'],
  [4, 'tier', 'vip', 'ordinary'],
  [4, 'name', '乙', '丙'],
  [3, 'name', '甲', '乙'],
  [2, 'tier', 'ordinary', 'vip'],
]
const items: HistoryItem[] = changes.map(([version, field, before, after]) => ({
  id: `${version}-${field}`,
  field,
  before,
  after,
  at: `2026-01-0${version}T00:00:00Z`,
  by: 'wang',
  reason: null,
  version,
}))
const plain = (): boolean => false

test('a history leads through one state for each version, and begins with that before all changes once it is whole', () => {
  expect(pointsOf(items, true).map(({ version }) => version)).toEqual([5, 4, 3, 2, 1])
  expect(pointsOf(items, false).map(({ version }) => version)).toEqual([5, 4, 3, 2])
  expect(pointsOf([], true)).toEqual([])
})

test('between two states stands the oldest value before and the newest after, and what came back is no difference', () => {
  expect(differences(items, { from: 1, to: 4 }, plain)).toEqual([
    { field: 'name', before: '甲', after: '丙', undo: '3-name' },
  ])
  expect(differences(items, { from: 1, to: 3 }, plain)).toEqual([
    { field: 'name', before: '甲', after: '乙', undo: '3-name' },
    { field: 'tier', before: 'ordinary', after: 'vip', undo: '2-tier' },
  ])
  expect(differences(items, { from: 4, to: 4 }, plain)).toEqual([])
})

test('values that are masked alike may be different all the same', () => {
  expect(differences(items, { from: 4, to: 5 }, plain)).toEqual([])
  expect(differences(items, { from: 4, to: 5 }, (field) => field === 'phone')).toHaveLength(1)
})
