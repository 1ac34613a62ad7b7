import { parseArgs } from 'node:util'
import { AppError, errorSentence } from '#shared/app-error'
import { StartFailure } from '../server/start-failure.ts'
import { seedDemo } from './seed-demo.ts'
import { withSeedHouse } from './seed-house.ts'
import { seedLarge } from './seed-large.ts'

const help = `npm run seed -- demo [--password WORD]
  Loads the demo company. With --password its 25 staff can sign in with that word.
npm run seed -- large --rows N
  Brings the database to N customers with a contact each (100,000 takes about a minute).
Both use the settings of npm start (DOSSIER_DATA, DATABASE_URL) and go on where they were interrupted.
Where no company is set up yet: --login NAME --password WORD [--company NAME] makes it with its head.`

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string' },
      login: { type: 'string' },
      password: { type: 'string' },
      company: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [what] = positionals
  const rows = Number(values.rows)
  if (values.help || !what) return console.log(help)
  if (what !== 'demo' && what !== 'large') throw new StartFailure(`There is no seed called ${what}.`, help)
  if (what === 'large' && !(Number.isSafeInteger(rows) && rows > 0))
    throw new StartFailure('How many customers?', 'Say it with --rows, such as: npm run seed -- large --rows 100000')
  await withSeedHouse(values, (house) => (what === 'demo' ? seedDemo(house, values.password) : seedLarge(house, rows)))
}

main().catch((error: unknown) => {
  if (error instanceof StartFailure) console.error(`dossier: ${error.message}`)
  else if (error instanceof AppError) console.error(`dossier: ${errorSentence(error.code, error.params, 'en')}`)
  else console.error('dossier: the seed could not be loaded.', error)
  process.exitCode = 1
})
