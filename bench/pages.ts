import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWebIfStale } from '../bin/tasks/web-build.mjs'
import { leastScore } from './page-scores.ts'
import { runLargePages } from './pages-run.ts'

const help = `npm run bench:pages -- [--customers N] [--rows R] [--times T]
Opens Today, the list and a file of a house with N customers (100,000 unless told otherwise) in a real browser: Lighthouse's scores,
the wait for the list at T first visits on a processor four times slower, R rows of scrolling, and the time from an act to the next paint.
The figures are printed and kept in .cache/bench/pages.json. Ends with 1 when a score of accessibility or best practices is below ${leastScore}.`

const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '100000' },
    rows: { type: 'string', default: '10000' },
    times: { type: 'string', default: '5' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(help)
  process.exit()
}
await buildWebIfStale()
const result = await runLargePages(Number(values.customers), {
  rows: Number(values.rows),
  times: Number(values.times),
  slower: 4,
  timed: true,
  say: (line) => console.error(line),
})
const { scores, usable, scrolled, answers, slowAnswers } = result
console.table(
  Object.entries(scores).map(([page, { accessibility, bestPractices, performance }]) => ({
    page,
    accessibility,
    bestPractices,
    performance,
  })),
)
for (const { faults } of Object.values(scores)) for (const fault of faults) console.log(fault)
console.log(`List usable at first visits, 4x slower: ${usable.ms.join(', ')} ms; ${usable.kb} kB of code`)
console.table(scrolled)
console.table(answers.map(({ act, ms }, at) => ({ act, ms, 'ms, 4x slower': slowAnswers[at]?.ms })))
const folder = join(import.meta.dirname, '../.cache/bench')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'pages.json'), `${JSON.stringify({ at: new Date().toISOString(), ...result }, null, 2)}\n`)
const lowest = Math.min(
  ...Object.values(scores).flatMap(({ accessibility, bestPractices }) => [accessibility, bestPractices]),
)
if (lowest < leastScore) process.exitCode = 1
