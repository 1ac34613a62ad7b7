import { expect, test } from 'vitest'
import type { RecordWire } from '#shared/wire'
import { rowsOf } from './list-rows.ts'

const at = '2026-03-16T06:03:00.000Z'
const rest = { version: 1, createdAt: at, createdBy: null, updatedAt: at, updatedBy: null, deletedAt: null, can: [] }

function page(...ids: string[]) {
  const items = ids.map((id): RecordWire => ({ id, ...rest }))
  return { items, titles: { [ids.join()]: 'title' } }
}

test('rows stay the same when another page comes, and are new where their page is', () => {
  const [first, second] = [page('1', '2'), page('3')]
  const before = rowsOf([first])
  const after = rowsOf([first, second])
  expect(after.map(({ record }) => record.id)).toEqual(['1', '2', '3'])
  expect(after[2]?.titles).toBe(second.titles)
  expect(after[0]).toBe(before[0])
  expect(after[1]).toBe(before[1])
  const renewed = rowsOf([page('1', '2'), second])
  expect(renewed[0]).not.toBe(before[0])
  expect(renewed[2]).toBe(after[2])
})
