import type { BenchSettings } from './run-bench.ts'

/** Small enough for every run of the tests: shows that all of it works, says nothing about speed. */
export const shortRun: Omit<BenchSettings, 'say'> = {
  rows: 1_000,
  seconds: 0.2,
  connections: [4],
  importRows: 500,
  statements: 5,
}
