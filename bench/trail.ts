import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runTrail } from './trail-run.ts'

const help = `npm run bench:trail -- [--seconds S] [--rate N]
Writes lines of the log at a steady rate with the sealer at work (600 s at 5,000 a second unless told otherwise), in a database of
its own that waits for the disk, and proves afterwards that none is missing. The figures are printed and kept in .cache/bench/trail.json.`

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    rate: { type: 'string', default: '5000' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(help)
  process.exit()
}
const figures = await runTrail({
  seconds: Number(values.seconds),
  rate: Number(values.rate),
  say: (line) => console.error(line),
})
console.table(figures)
const folder = join(import.meta.dirname, '../.cache/bench')
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'trail.json'), `${JSON.stringify({ at: new Date().toISOString(), figures }, null, 2)}\n`)
