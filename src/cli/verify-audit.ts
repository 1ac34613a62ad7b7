import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  type Finding,
  findingSentences,
  parseCheckpoints,
  parsePublicKey,
  readCheckpoints,
  readPublicKeys,
  type TrailReport,
  trailKeysIn,
  verifyTrail,
} from '#kernel'
import { withDatabase } from './with-database.ts'

const help = `npx dossier verify-audit [--from TIME] [--to TIME] [--key FILE]... [--checkpoint FILE]... [--accept NO]... [--json]
Reads the whole trail again and proves that no row was changed, removed, added or moved since it was sealed.
--key: the public key that you kept yourself (trail-signing.pub). A key for which it vouched is trusted with it; several
  where a key was lost. Without it those of DOSSIER_KEYS are taken, which proves nothing against whoever can write there.
--checkpoint: a file of checkpoints from the second place. Without it those of DOSSIER_CHECKPOINTS are taken.
--from, --to: rows sealed in this time; the chain of seals is checked whole in any case.
--accept: the number of a seal at which the database was set back, or another key began for which the one before did
  not vouch, and of which you know why.
Ends with 0 when all is proven, with 1 when not, with 2 when it could not look.`

const { values } = parseArgs({
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    key: { type: 'string', multiple: true },
    checkpoint: { type: 'string', multiple: true },
    accept: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
})

async function verify(): Promise<TrailReport> {
  return withDatabase('dossier verify', async (db, env) => {
    const texts = (files: readonly string[]) => Promise.all(files.map((file) => readFile(file, 'utf8')))
    return verifyTrail(db, {
      keys: values.key ? (await texts(values.key)).map(parsePublicKey) : await readPublicKeys(trailKeysIn(env.keysDir)),
      checkpoints: values.checkpoint
        ? (await texts(values.checkpoint)).flatMap(parseCheckpoints)
        : await readCheckpoints(env.checkpoints),
      from: timeOf(values.from),
      to: timeOf(values.to),
      accepted: (values.accept ?? []).map(Number),
    })
  })
}

function timeOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString()
}

function tell(report: TrailReport): void {
  for (const finding of report.findings) console.log(`WRONG  ${sentence(finding)}`)
  if (report.found > report.findings.length) console.log(`       ... ${report.found} in all`)
  console.log(`${report.rows} rows in ${report.seals} seals, the last of ${report.lastSeal ?? 'never'}`)
  if (report.removed) console.log(`${report.removed} rows were removed when their time was over; their hashes stand`)
  if (report.unsealed) console.log(`${report.unsealed} rows since ${report.unsealedSince} are not sealed yet`)
  if (!values.key) console.log('The key came from DOSSIER_KEYS: bring your own with --key to prove it to others.')
  console.log(report.good ? 'The trail is whole.' : 'The trail is NOT whole.')
}

function sentence({ code, epoch, seal, row, detail }: Finding): string {
  const place = [epoch && `epoch ${epoch}`, seal && `batch ${seal}`, row && `row ${row}`].filter(Boolean).join(', ')
  const more = detail ? ` (${Object.entries(detail).map(([name, value]) => `${name} ${value}`)})` : ''
  return `${place ? `${place}: ` : ''}${findingSentences[code]}${more}`
}

if (values.help) console.log(help)
else {
  try {
    const report = await verify()
    if (values.json) console.log(JSON.stringify(report, null, 2))
    else tell(report)
    process.exitCode = report.good ? 0 : 1
  } catch (error) {
    console.error(`dossier: the trail could not be read: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 2
  }
}
