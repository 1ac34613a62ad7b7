import { beforeAll, describe, expect, it } from 'vitest'
import { runApprove } from './approve-run.ts'
import { runCompleteness } from './completeness-run.ts'
import { type BenchResult, runBench } from './run-bench.ts'
import { shortRun } from './short-run.ts'
import { largestMemory, soak } from './soak.ts'

// Every bench of the list is tried here, one after the other: they share the list and the copy of it they work on.

let result: BenchResult
beforeAll(async () => {
  result = await runBench({ ...shortRun, say: () => {} })
}, 180_000)

describe('the bench on a small list', () => {
  it('gets a good answer to every request of every operation', () => {
    expect(result.figures.map(({ name }) => name)).toHaveLength(13)
    for (const { name, product } of result.figures) expect(product.requests, name).toBeGreaterThan(0)
  })

  it('runs the same statement bare for all but the timeline', () => {
    expect(result.figures.filter(({ bare }) => !bare).map(({ name }) => name)).toEqual(['its timeline'])
  })

  it('sees each reading go by an index', () => {
    const plans = result.figures.filter(({ plan }) => plan)
    expect(plans.map(({ name }) => name)).toHaveLength(10)
    for (const { name, plan } of plans) {
      expect(plan, name).toMatch(/Index/)
      expect(plan, name).not.toContain('Seq Scan on customer')
    }
  })

  it('measures what Node and PostgreSQL spend', () => {
    const spent = result.figures.map(({ product }) => product.node + product.postgres)
    expect(Math.min(...spent)).toBeGreaterThan(0)
    expect(result.memory.end).toBeGreaterThan(0)
  })

  it('imports the whole list', () => {
    expect(result.imported.rows).toBe(shortRun.importRows)
  })
})

it('a short soak answers everything and keeps the server small', async () => {
  const { requests, memory } = await soak({ rows: shortRun.rows, minutes: 0.05, rate: 100, say: () => {} })
  expect(requests).toBe(300)
  expect(memory).toHaveLength(11)
  expect(memory.at(-1)).toBeLessThan(largestMemory)
}, 120_000)

it('one word on many requests approves each', async () => {
  const { requests, seconds, bare } = await runApprove({ rows: shortRun.rows, requests: 10, say: () => {} })
  expect(requests).toBe(10)
  expect(Math.min(seconds, bare)).toBeGreaterThan(0)
}, 180_000)

it('a rule that no file meets is noted on each while people read', async () => {
  const { marked, rows, reads, p95 } = await runCompleteness({ rows: shortRun.rows, say: () => {} })
  expect(marked).toBe(rows)
  expect(reads).toBeGreaterThan(0)
  expect(p95).toBeGreaterThan(0)
}, 180_000)
