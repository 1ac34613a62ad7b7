import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { KeyProblem } from '#kernel'
import { restoreBackup } from '../server/backup/restore-backup.ts'
import { readEnv } from '../server/env.ts'
import { StartFailure } from '../server/start-failure.ts'

const help = `npx dossier restore FILE --to FOLDER --identity FILE [--keys FOLDER]
Brings a backup back into a new data folder and proves it. The keys are those of --keys, or of these settings;
they are copied beside the data, unless DOSSIER_KEYS says where they are.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string' }, identity: { type: 'string' }, keys: { type: 'string' } },
})

/** `npx dossier restore`: a backup as a data folder that `npm start` runs on. */
async function main(): Promise<void> {
  const [file] = positionals
  if (!file || !values.to || !values.identity) throw new StartFailure('Something is missing.', help)
  const to = resolve(values.to)
  const { dataDir, keysDir } = readEnv()
  // A folder that the settings name holds the keys of whatever house they run; no copy is left beside the data.
  const beside = keysDir === join(dataDir, 'keys')
  const identities = (await readFile(values.identity, 'utf8')).match(/AGE-SECRET-KEY-1\S+/g) ?? []
  const { madeAt } = await restoreBackup({
    file,
    to,
    identities,
    keysDir: values.keys ? resolve(values.keys) : keysDir,
    keysTo: beside ? join(to, 'keys') : keysDir,
    migrations: join(import.meta.dirname, '../../db/migrations'),
    report: (line) => console.log(`dossier: ${line}`),
  })
  console.log(`dossier: the backup of ${madeAt} is in ${to}. Start it with: DOSSIER_DATA=${to} npm start`)
}

main().catch((error: unknown) => {
  console.error(error instanceof StartFailure || error instanceof KeyProblem ? `dossier: ${error.message}` : error)
  process.exitCode = 1
})
