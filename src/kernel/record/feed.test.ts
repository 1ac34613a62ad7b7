import { expect, it } from 'vitest'
import { type FeedEvent, reaches } from './feed.ts'

const event = (level: number | null, acl: number[] | null): FeedEvent => ({
  id: 1,
  object: 'thing',
  action: 'update',
  records: [],
  acl,
  level,
})

it('an event reaches whose keys meet its circle and who is cleared for its level', () => {
  expect(reaches(event(2, [1, 7]), { keys: [7], clearance: 2 })).toBe(true)
  expect(reaches(event(2, [1, 7]), { keys: [8], clearance: 2 })).toBe(false)
  expect(reaches(event(3, [1, 7]), { keys: [7], clearance: 2 })).toBe(false)
  expect(reaches(event(null, null), { keys: [], clearance: 1 })).toBe(true)
})
