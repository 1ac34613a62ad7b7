import { expect, it } from 'vitest'
import { largestMemory, soak } from './soak.ts'

it('a short soak answers everything and keeps the server small', async () => {
  // A list of its own: the test of the bench may have the other one open.
  const { requests, memory } = await soak({ rows: 1_000, minutes: 0.05, rate: 100, say: () => {} })
  expect(requests).toBe(300)
  expect(memory).toHaveLength(11)
  expect(memory.at(-1)).toBeLessThan(largestMemory)
}, 120_000)
