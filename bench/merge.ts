import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runMerge } from './merge-run.ts'

const help = `npm run bench:merge -- [--rows N] [--children N]
Merges a file with many contacts and follow-ups (5,000 in a list of 1,000 customers unless told otherwise) into another and takes that
back, beside bare updates of the same rows. The figures are printed and kept in .cache/bench/merge.json.`

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000' },
    children: { type: 'string', default: '5000' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(help)
  process.exit()
}
const figures = await runMerge({
  rows: Number(values.rows),
  children: Number(values.children),
  say: (line) => console.error(line),
})
console.table(figures)
const folder = join(import.meta.dirname, '../.cache/bench')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'merge.json'), `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`)
