import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { report } from './report.ts'
import { type BenchResult, runBench } from './run-bench.ts'
import { shortRun } from './short-run.ts'

const help = `npm run bench -- [--short] [--rows N]... [--seconds S] [--only TEXT] [--flag NODE-FLAG]...
Measures the server at 100,000 and 1,000,000 customers, or at those sizes that --rows names, each beside a bare handler.
The lists are made once, under .cache/bench; the figures are printed and kept in .cache/bench/result.json.
--short is the small run that the tests make. --only measures the operations whose name holds the text; --flag hands a flag to the server's Node, such as --cpu-prof.`

const { values } = parseArgs({
  options: {
    rows: { type: 'string', multiple: true, default: ['100000', '1000000'] },
    seconds: { type: 'string', default: '10' },
    short: { type: 'boolean', default: false },
    only: { type: 'string' },
    flag: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h' },
  },
})

if (values.help) {
  console.log(help)
  process.exit()
}

const results: BenchResult[] = []
const whole = values.rows.map((rows) => ({
  rows: Number(rows),
  seconds: Number(values.seconds),
  connections: [1, 16],
  importRows: 20_000,
  statements: 40,
}))
for (const settings of values.short ? [shortRun] : whole) {
  const result = await runBench({
    ...settings,
    flags: values.flag,
    only: values.only,
    say: (line) => console.error(line),
  })
  results.push(result)
  console.log(`${report(result)}\n`)
}
const folder = join(import.meta.dirname, '../.cache/bench')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'result.json'), `${JSON.stringify({ at: new Date().toISOString(), results }, null, 2)}\n`)
