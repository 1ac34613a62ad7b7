import { expect, it } from 'vitest'
import { largestMemory, soak } from './soak.ts'

it('a short soak answers everything and keeps the server small', async () => {
  const { requests, memory } = await soak({ rows: 2_000, minutes: 0.05, rate: 100, say: () => {} })
  expect(requests).toBe(300)
  expect(memory).toHaveLength(11)
  expect(memory.at(-1)).toBeLessThan(largestMemory)
}, 120_000)
