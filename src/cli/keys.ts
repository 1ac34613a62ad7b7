import { parseArgs } from 'node:util'
import {
  confirmSheets,
  createKeyFile,
  KeyProblem,
  keyOverview,
  makeContext,
  renewSigningKey,
  replaceLostIndexKey,
  secretsFrom,
  showSheets,
  startIndexRotation,
  systemActor,
  trailKeysIn,
} from '#kernel'
import { readEnv } from '../server/env.ts'
import { withKernel } from './with-kernel.ts'

const help = `npx dossier keys             which keys there are, how old they are and what they protect
npx dossier keys sheets      the two recovery sheets of the master key, shown once: one for each of two officers
npx dossier keys sheets-kept   says that each of two people keeps one of them
npx dossier keys recover SHEET SHEET   makes the key file again from both
npx dossier keys renew-index   another key for the index by which sealed values are found; work goes on meanwhile
    --lost                     where the key file lacks the present one
npx dossier keys renew-trail   another key for the seals of the trail, for which the present one vouches`

const asSystem = { actor: systemActor, channel: 'cli', systemReason: 'keys on the command line' } as const

/** `npx dossier keys`: the keys on the command line. */
const { positionals, values } = parseArgs({ allowPositionals: true, options: { lost: { type: 'boolean' } } })
const [what = 'show', ...sheets] = positionals
try {
  if (what === 'recover') await recover()
  else if (what === 'renew-index') await renewIndex()
  else if (what === 'renew-trail') await renewTrail()
  else if (what === 'sheets-kept')
    await withKernel({ work: (kernel) => confirmSheets(makeContext({ kernel, ...asSystem })) })
  else if (what === 'sheets' || what === 'show')
    await withKernel({ work: (kernel) => show(makeContext({ kernel, ...asSystem })) })
  else console.log(help)
} catch (error) {
  if (!(error instanceof KeyProblem)) throw error
  console.error(`dossier: ${error.message}`)
  process.exitCode = 1
}

async function recover(): Promise<void> {
  const { keysDir } = readEnv()
  await createKeyFile(keysDir, secretsFrom(sheets))
  console.log(`The key file is in ${keysDir} again, unless one was there already. npm start tells whether it fits.`)
}

async function renewIndex(): Promise<void> {
  await withKernel({
    before: async (database, { keysDir }) => {
      if (values.lost) await replaceLostIndexKey(database, keysDir)
    },
    work: (kernel) => startIndexRotation(makeContext({ kernel, ...asSystem })),
  })
  console.log(
    'The running Dossier exchanges the key of the index, or the next npm start does; npx dossier keys shows how far it is.',
  )
  console.log('When it is done, take new recovery sheets: npx dossier keys sheets. Update your copy of the key file.')
}

async function renewTrail(): Promise<void> {
  const { keysDir } = readEnv()
  const { before, now } = await renewSigningKey(trailKeysIn(keysDir), new Date())
  console.log(`Key ${now.id} takes the place of ${before.id}, which vouched for it and is gone: start Dossier again.`)
}

async function show(ctx: ReturnType<typeof makeContext>): Promise<void> {
  if (what === 'show') {
    const { master, levels, index } = await keyOverview(ctx)
    console.log(`master ${master.fingerprint} (${master.algorithm}), made ${master.createdAt}`)
    for (const level of levels)
      console.log(`level ${level.level}: key of ${level.year}, made ${level.createdAt}, wraps ${level.keys} data keys`)
    console.log(`index (${index.algorithm}), made ${index.createdAt}`)
    const { rotation } = index
    if (rotation) console.log(`index: being exchanged, ${rotation.done} of ${rotation.total ?? '?'} records`)
    return
  }
  const { sheets: shown } = await showSheets(ctx)
  console.log('Write these down or print them, one for each of two officers. They are not shown again.\n')
  for (const sheet of shown) console.log(`${sheet}\n`)
  console.log('When each of them has one: npx dossier keys sheets-kept')
}
