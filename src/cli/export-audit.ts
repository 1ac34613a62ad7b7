import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { exportFromCommand } from '#kernel'
import { withDatabase } from './with-database.ts'

const help = `npx dossier export-audit --out FILE --why TEXT [--file ID] [--record ID] [--actor ID] [--from TIME] [--to TIME]
Writes lines of the trail with their proofs into a file that verify-proof checks without a database: all lines of a customer's
file, of one record, or of a person. Taking them away is itself written into the trail.`

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    why: { type: 'string' },
    file: { type: 'string' },
    record: { type: 'string' },
    actor: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
const { out, why, help: asked, ...query } = values
if (asked || !out || !why) console.log(help)
else {
  const proof = await withDatabase('dossier export', (db, { checkpoints }) =>
    exportFromCommand(db, { query, reason: why, checkpoints, request: randomUUID() }),
  )
  await writeFile(out, `${JSON.stringify(proof, null, 2)}\n`, { mode: 0o600 })
  console.log(`${proof.rows.length} lines with their proofs are in ${out}`)
}
