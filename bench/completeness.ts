import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runCompleteness } from './completeness-run.ts'

const help = `npm run bench:completeness -- [--rows N]
Puts a rule in force by which all of N customers (100,000 unless told otherwise) have something to complete, while four people read lists and
files: seconds until all are noted and their owners asked, and the 95th percentile of the reads. Kept in .cache/bench/completeness.json.`

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '100000' }, help: { type: 'boolean', short: 'h' } },
})
if (values.help) {
  console.log(help)
  process.exit()
}
const figures = await runCompleteness({ rows: Number(values.rows), say: (line) => console.error(line) })
console.table(figures)
const folder = join(import.meta.dirname, '../.cache/bench')
await mkdir(folder, { recursive: true })
await writeFile(
  join(folder, 'completeness.json'),
  `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`,
)
