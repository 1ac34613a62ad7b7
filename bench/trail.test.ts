import { expect, it } from 'vitest'
import { runTrail } from './trail-run.ts'

it('the bench of the trail, short, loses no line and proves them all', async () => {
  const figures = await runTrail({ seconds: 2, rate: 500, say: () => {} })
  expect(figures).toMatchObject({ lost: 0, good: true })
  expect(figures.written).toBeGreaterThan(500)
}, 120_000)
