import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runApprove } from './approve-run.ts'

const help = `npm run bench:approve -- [--rows N] [--requests N]
Approves many change requests with one word (1,000 in a list of 100,000 customers unless told otherwise), beside bare updates of the
same rows. The figures are printed and kept in .cache/bench/approve.json.`

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    requests: { type: 'string', default: '1000' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(help)
  process.exit()
}
const figures = await runApprove({
  rows: Number(values.rows),
  requests: Number(values.requests),
  say: (line) => console.error(line),
})
console.table(figures)
const folder = join(import.meta.dirname, '../.cache/bench')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'approve.json'), `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`)
