import { randomUUID } from 'node:crypto'
import { exportFromCommand } from '#kernel'
import { withDatabase } from './with-database.ts'

/** `npx dossier prove-audit ID > proof.json`: that this line of the trail was there when its batch was sealed. */
const id = Number(process.argv[2])
if (!Number.isSafeInteger(id) || id < 1) {
  console.error('Which line? Its number stands in the log: npx dossier prove-audit 12345 > proof.json')
  process.exit(2)
}
const proof = await withDatabase('dossier prove', (db, { checkpoints }) =>
  exportFromCommand(db, { query: {}, ids: [id], action: 'prove', checkpoints, request: randomUUID() }),
)
if (proof.rows.length) console.log(JSON.stringify(proof, null, 2))
else {
  console.error(proof.unsealed ? `Line ${id} is not sealed yet; try again in a moment.` : `Line ${id} has no proof.`)
  process.exitCode = 1
}
