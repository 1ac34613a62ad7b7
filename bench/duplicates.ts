import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runDuplicates } from './duplicates-run.ts'

const help = `npm run bench:duplicates -- [--rows N] [--checks N]
Walks through a large list (100,000 customers unless told otherwise) that nobody has looked through, imports the untidy list beside it, looks
for records that are one, and compares what is found with what the list says of itself; then times checks of one entry (200). The figures are
printed and kept in .cache/bench/duplicates.json.`

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    checks: { type: 'string', default: '200' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(help)
  process.exit()
}
const figures = await runDuplicates({
  rows: Number(values.rows),
  checks: Number(values.checks),
  say: (line) => console.error(line),
})
console.table(figures)
const folder = join(import.meta.dirname, '../.cache/bench')
await mkdir(folder, { recursive: true })
await writeFile(
  join(folder, 'duplicates.json'),
  `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`,
)
